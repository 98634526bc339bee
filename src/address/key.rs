//! When two addresses are one link.
//!
//! Left out of the key, because it never selects what is shown: the case of the host and the
//! scheme's own port (the parser has done both), a dot at the end of the host (DNS), needless
//! percent-encoding (RFC 3986 section 6.2.2), parameters that only track (`tracking.rs`), an
//! empty query, and a fragment that names a place in the page.
//!
//! Kept, because it may select: the order of the parameters, a slash at the end of a path, a
//! fragment that is a route of an application, and also `http`/`https` and `www.`. Those two
//! nearly always lead to one page; but where they do not, it is because one of them does not
//! work, and the person who then saves the other must not be told that it is saved already.
//! A second card is the smaller harm.

use super::escapes;
use super::parts::Parts;
use super::tracking;

pub(super) fn of(parts: &Parts<'_>) -> String {
    let host = parts.host.strip_suffix('.').unwrap_or(parts.host);
    let mut key = format!("{}://{host}", parts.scheme);
    if let Some(port) = parts.port {
        key.push(':');
        key.push_str(port);
    }
    key.push_str(&escapes::normalised(parts.path));
    if let Some(query) = parts.query.and_then(|query| telling_query(host, query)) {
        key.push('?');
        key.push_str(&query);
    }
    if let Some(fragment) = parts.fragment.and_then(|fragment| route(host, fragment)) {
        key.push('#');
        key.push_str(&fragment);
    }
    key
}

/// The query without the parameters that track; none where nothing is left.
fn telling_query(host: &str, query: &str) -> Option<String> {
    let normal = escapes::normalised(query);
    let kept: Vec<&str> = normal
        .split('&')
        .filter(|pair| {
            let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
            !tracking::is_tracking(host, name)
        })
        .collect();
    Some(kept.join("&")).filter(|query| !query.is_empty())
}

/// Sites whose fragment names what is shown, though it looks like a place in a page: the sheet of
/// a workbook, the key of a shared file, the drawing itself.
const SHOWS_BY_FRAGMENT: &[&str] = &[
    "app.diagrams.net",
    "docs.google.com",
    "excalidraw.com",
    "mega.nz",
];

/// The fragment, where it is a route: `#!/a`, `#/a`, `#inbox/1`. Directives for the browser
/// (`:~:text=`) are never one.
fn route(host: &str, fragment: &str) -> Option<String> {
    let fragment = fragment
        .split_once(":~:")
        .map_or(fragment, |(before, _)| before);
    let is_route = fragment.starts_with('!') || fragment.contains('/');
    let shows = SHOWS_BY_FRAGMENT.contains(&host) && !fragment.is_empty();
    (is_route || shows).then(|| escapes::normalised(fragment))
}
