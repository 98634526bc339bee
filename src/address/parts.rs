//! The pieces of a serialised address (URL Standard, section 4.5): everything in it that could
//! be ambiguous has been percent-encoded, so plain searches are exact.

/// Borrowed pieces of an href with an authority.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    pub(super) scheme: &'a str,
    /// Scheme, host and port.
    pub(super) origin: &'a str,
    pub(super) has_credentials: bool,
    pub(super) host: &'a str,
    pub(super) port: Option<&'a str>,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
    pub(super) fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(href: &'a str) -> Self {
        let (rest, fragment) = split_off(href, '#');
        let (rest, query) = split_off(rest, '?');
        let (scheme, after_scheme) = rest.split_once("://").unwrap_or((rest, ""));
        let path_start = after_scheme.find('/').unwrap_or(after_scheme.len());
        let (authority, path) = after_scheme
            .split_at_checked(path_start)
            .unwrap_or((after_scheme, ""));
        let (has_credentials, host_and_port) = match authority.rsplit_once('@') {
            Some((_, host)) => (true, host),
            None => (false, authority),
        };
        // The colons of an IPv6 address stand inside its brackets.
        let (host, port) = match host_and_port.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (host_and_port, None),
        };
        let origin = rest.strip_suffix(path).unwrap_or(rest);
        Self {
            scheme,
            origin,
            has_credentials,
            host,
            port,
            path,
            query,
            fragment,
        }
    }
}

fn split_off(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}
