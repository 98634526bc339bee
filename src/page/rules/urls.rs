//! Addresses as a page writes them, resolved (HTML Standard 2.4.3).

use std::cell::OnceCell;

use crate::host::parse_url;

/// The longest address that is kept.
const LENGTH_LIMIT: usize = 8 * 1024;

/// Resolves a page's addresses: against its `<base>`, else against its own.
pub(in crate::page) struct Addresses<'a> {
    page: &'a str,
    written_base: Option<&'a str>,
    base: OnceCell<String>,
}

impl<'a> Addresses<'a> {
    pub(in crate::page) const fn new(page: &'a str, base: Option<&'a str>) -> Self {
        Self {
            page,
            written_base: base,
            base: OnceCell::new(),
        }
    }

    /// The http(s) address that a text means; none where it means none.
    pub(in crate::page) fn web(&self, written: &str) -> Option<String> {
        let written = written.trim_ascii();
        if matches!(written, "" | "#" | "null" | "undefined") || written.len() > LENGTH_LIMIT {
            return None;
        }
        parse_url(written, Some(self.base()))
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }

    /// A path of the page's own site, whatever its `<base>`.
    pub(super) fn origin(&self, path: &str) -> Option<String> {
        parse_url(path, Some(self.page)).filter(|url| url.starts_with("http"))
    }

    fn base(&self) -> &str {
        self.base.get_or_init(|| {
            self.written_base
                .and_then(|base| parse_url(base, Some(self.page)))
                .filter(|base| !base.starts_with("data:") && !base.starts_with("javascript:"))
                .unwrap_or_else(|| self.page.to_owned())
        })
    }
}
