//! Text to addresses: lists, normal forms, the key for duplicates, private networks.
//!
//! | file | its job |
//! |---|---|
//! | `list` | a pasted text to lines |
//! | `line`, `forms`, `markup`, `trim` | a line to a link, and the title that stands beside it |
//! | `bare` | what counts as an address where no scheme is written |
//! | `parts` | the pieces of a serialised address |
//! | `key`, `tracking`, `escapes` | when two addresses are one link |
//! | `zone` | which network a host is on |
//! | `policy` | where a page may lead |
//! | `readable`, `punycode` | addresses as people read them |
//! | `offered` | what of a browser's own lists can be saved |

mod bare;
mod escapes;
mod forms;
mod key;
mod line;
mod list;
mod markup;
mod offered;
mod parts;
pub mod policy;
mod punycode;
mod readable;
mod scheme;
mod tracking;
mod trim;
mod zone;

use std::fmt;

use crate::host;
use crate::model::Problem;
use parts::Parts;
use scheme::Scheme;

pub use line::{Line, read_line};
pub use list::split_list;
pub use offered::{Offered, offered};
pub use zone::Zone;

/// What an address spells, escapes decoded where they are UTF-8: what a person looks for in it.
///
/// ```
/// # use urlink::address::spelled;
/// assert_eq!(spelled("/%ED%95%9C%20/%C7%D1%0A"), "/한 /%C7%D1%0A");
/// ```
#[must_use]
pub fn spelled(url: &str) -> String {
    escapes::spelled(url)
}

/// Writes a character that an address spells as people can read it: as itself, or, where it would
/// not be seen for what it is (a blank, a mark of direction), as its escapes.
///
/// ```
/// # use urlink::address::{push_legible, spelled};
/// let mut shown = String::new();
/// for character in spelled("/%ED%95%9C%20a%E2%80%AEb").chars() {
///     push_legible(&mut shown, character);
/// }
/// assert_eq!(shown, "/한%20a%E2%80%AEb");
/// ```
pub fn push_legible(shown: &mut String, character: char) {
    escapes::push_legible(shown, character);
}

/// The longest address that is taken: bytes of the serialised form, which is ASCII.
pub const MAX_LENGTH: usize = 8_192;

/// The longest host name (RFC 1035 section 2.3.4), and the longest part between its dots.
const MAX_HOST: usize = 253;
const MAX_LABEL: usize = 63;

/// An absolute http or https address, as the URL Standard serialises it.
///
/// It has a host, no user name and no password, and is at most [`MAX_LENGTH`] bytes long.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    href: String,
}

impl Address {
    /// Reads an absolute address by the URL Standard (so blanks around it, tabs and line breaks
    /// in it, upper case and every spelling of an IPv4 address are as in the browser).
    ///
    /// # Errors
    /// - [`Problem::UnsupportedScheme`]: it has a scheme, and it is not http or https.
    /// - [`Problem::TooLong`]: it is longer than [`MAX_LENGTH`].
    /// - [`Problem::Credentials`]: it holds a user name or a password. `fetch` refuses these, and
    ///   `https://bank.example@evil.example/` is a lure; they are neither sent nor kept.
    /// - [`Problem::InvalidUrl`]: anything else that the standard rejects, and names that no
    ///   resolver can look up (RFC 1035: an empty or an overlong label, other characters).
    ///
    /// ```
    /// # use urlink::address::Address;
    /// # use urlink::model::Problem;
    /// let address = Address::parse("HTTP://Example.COM:80/a b")?;
    /// assert_eq!(address.href(), "http://example.com/a%20b");
    /// assert_eq!(Address::parse("java\tscript:alert(1)"), Err(Problem::UnsupportedScheme));
    /// assert_eq!(Address::parse("https://me:pw@e.com/"), Err(Problem::Credentials));
    /// assert_eq!(Address::parse("e.com"), Err(Problem::InvalidUrl));
    /// # Ok::<(), Problem>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, Problem> {
        match scheme::of(text) {
            Some(Scheme::Web) => {}
            Some(Scheme::Other) => return Err(Problem::UnsupportedScheme),
            None => return Err(Problem::InvalidUrl),
        }
        // Parsing shortens an address little (`/./`, a default port) and may make it nine times
        // longer: text this long need not be parsed at all.
        if text.len() > 2 * MAX_LENGTH {
            return Err(Problem::TooLong);
        }
        let href = host::parse_url(text, None).ok_or(Problem::InvalidUrl)?;
        let parts = Parts::of(&href);
        if !matches!(parts.scheme, "http" | "https") {
            return Err(Problem::UnsupportedScheme);
        }
        if href.len() > MAX_LENGTH {
            return Err(Problem::TooLong);
        }
        if parts.has_credentials {
            return Err(Problem::Credentials);
        }
        if !can_be_looked_up(parts.host) {
            return Err(Problem::InvalidUrl);
        }
        Ok(Self { href })
    }

    /// The whole address, serialised.
    #[must_use]
    pub fn href(&self) -> &str {
        &self.href
    }

    /// `http` or `https`.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.parts().scheme
    }

    /// The host: an ASCII name (punycode), an IPv4 address in four decimal parts, or an IPv6
    /// address in brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.parts().host
    }

    /// The port, where it is not the scheme's own.
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        self.parts().port.and_then(|port| port.parse().ok())
    }

    /// The path: begins with `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        self.parts().path
    }

    /// The query, without its `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.parts().query
    }

    /// The fragment, without its `#`.
    #[must_use]
    pub fn fragment(&self) -> Option<&str> {
        self.parts().fragment
    }

    /// Scheme, host and port, without a slash at the end.
    ///
    /// ```
    /// # use urlink::address::Address;
    /// let address = Address::parse("https://e.com:8443/a?b#c")?;
    /// assert_eq!(address.origin(), "https://e.com:8443");
    /// # Ok::<(), urlink::model::Problem>(())
    /// ```
    #[must_use]
    pub fn origin(&self) -> &str {
        self.parts().origin
    }

    /// The key by which duplicates are found: two addresses with one key are one link.
    ///
    /// It is an address itself, and its own key. What it leaves out, and why no more: `key.rs`.
    ///
    /// ```
    /// # use urlink::address::Address;
    /// let key = |text| Address::parse(text).map(|address| address.key());
    /// assert_eq!(key("https://E.com:443/%7ea?utm_source=x&id=1#top"), key("https://e.com/~a?id=1"));
    /// assert_ne!(key("https://e.com/a/"), key("https://e.com/a"));
    /// assert_ne!(key("https://e.com/#/inbox"), key("https://e.com/#/sent"));
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        key::of(&self.parts())
    }

    /// The host as a person reads it: without `www.`, in its own script where that cannot be
    /// mistaken for another name, else in punycode.
    ///
    /// ```
    /// # use urlink::address::Address;
    /// let shown = |text| Address::parse(text).map(|address| address.display_host());
    /// assert_eq!(shown("https://www.example.com/").as_deref(), Ok("example.com"));
    /// assert_eq!(shown("https://한글.kr/").as_deref(), Ok("한글.kr"));
    /// // Cyrillic letters that look like Latin ones:
    /// assert_eq!(shown("https://аррӏе.com/").as_deref(), Ok("xn--80ak6aa92e.com"));
    /// ```
    #[must_use]
    pub fn display_host(&self) -> String {
        readable::display_host(self.parts().host)
    }

    /// A title for a page of which nothing is known: host and path, escapes decoded. One clean
    /// line of at most 512 characters, never empty.
    ///
    /// ```
    /// # use urlink::address::Address;
    /// let address = Address::parse("https://www.example.com/%EA%B8%80/a%20b/?c=d")?;
    /// assert_eq!(address.readable(), "example.com/글/a b");
    /// # Ok::<(), urlink::model::Problem>(())
    /// ```
    #[must_use]
    pub fn readable(&self) -> String {
        readable::title(&self.parts())
    }

    /// Which network the host is on.
    ///
    /// A public name may still resolve to a private address; only the browser sees that.
    #[must_use]
    pub fn zone(&self) -> Zone {
        zone::of(self.parts().host)
    }

    /// Whether the host is not on the public internet: an address that is loopback, private,
    /// link-local, shared or reserved, in any spelling, or a name that only this machine or a
    /// local network answers.
    ///
    /// ```
    /// # use urlink::address::Address;
    /// let private = |text| Address::parse(text).map(|address| address.is_private());
    /// assert_eq!(private("http://0x7f.1/"), Ok(true));
    /// assert_eq!(private("http://[::ffff:10.0.0.1]/"), Ok(true));
    /// assert_eq!(private("http://nas:5000/"), Ok(true));
    /// assert_eq!(private("https://example.com/"), Ok(false));
    /// ```
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.zone() != Zone::Public
    }

    fn parts(&self) -> Parts<'_> {
        Parts::of(&self.href)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.href)
    }
}

/// Whether a name could be asked for at all. The URL Standard lets longer names, empty labels and
/// most punctuation pass; browsers differ there (Chrome takes a blank, as `%20`, and `xn--` with nothing behind
/// it), DNS does not.
fn can_be_looked_up(host: &str) -> bool {
    if host.starts_with('[') {
        return true;
    }
    let is_label = |label: &str| {
        let stands_for_text = |encoded| {
            punycode::decode(encoded)
                .is_some_and(|text| !text.is_ascii() && !text.contains(char::is_control))
        };
        matches!(label.len(), 1..=MAX_LABEL)
            && label.strip_prefix("xn--").is_none_or(stands_for_text)
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let name = host.strip_suffix('.').unwrap_or(host);
    name.len() <= MAX_HOST && name.split('.').all(is_label)
}
