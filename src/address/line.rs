//! A line of a pasted list to a link.

use super::{Address, bare, forms, scheme, trim};
use crate::model::Problem;
use crate::text::{clean_line, is_junk};

/// A title is no longer.
const MAX_HINT: usize = 512;

/// What a line of a list is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing but blanks.
    Blank,
    /// A remark, or a heading.
    Comment,
    /// A link.
    Link {
        /// Where it leads.
        address: Address,
        /// The title that stands beside it in the line.
        hint: Option<String>,
    },
    /// Neither of these, and why.
    Rejected(Problem),
}

/// Reads one line of a list. Takes time in proportion to the line's length, whatever it holds.
///
/// - Comments begin with `#`, `;` or `//`; but `//example.com/a` is an address without its scheme
///   (pages copied from HTML have them) where what follows is one and holds no blank.
/// - Without a scheme, a public name gets `https`, and `localhost`, IP addresses and local names
///   `http`. It must look like a host: prose, file names and mail addresses do not.
/// - An http(s) address that begins the line takes the whole of it, blanks encoded: people write
///   Korean paths with blanks. A tab, ` | `, ` - ` or a quotation mark ends it.
/// - An address further back ends at the next blank; what stands in front is its title.
/// - Markdown, HTML anchors, quoted CSV, `<...>`, quotes, brackets, numbers and bullets are taken
///   off, and so is punctuation behind the address, save brackets that it opens itself.
/// - Any other scheme is [`Problem::UnsupportedScheme`], also where an http address is inside
///   (`view-source:https://...`).
/// - A user name or a password is [`Problem::Credentials`]: the line is named, nothing is kept.
///
/// ```
/// # use urlink::address::{Line, read_line};
/// # use urlink::model::Problem;
/// let Line::Link { address, hint } = read_line("- [제목](https://example.com/a)") else { panic!() };
/// assert_eq!((address.href(), hint.as_deref()), ("https://example.com/a", Some("제목")));
/// assert_eq!(read_line("   "), Line::Blank);
/// assert_eq!(read_line("# to read"), Line::Comment);
/// assert_eq!(read_line("JavaScript:alert(1)"), Line::Rejected(Problem::UnsupportedScheme));
/// assert_eq!(read_line("me@example.com"), Line::Rejected(Problem::InvalidUrl));
/// ```
#[must_use]
pub fn read_line(line: &str) -> Line {
    let visible: String = line.chars().filter(|&c| !is_junk(c)).collect();
    let text = visible.trim();
    if text.is_empty() {
        return Line::Blank;
    }
    if is_comment(text) {
        return Line::Comment;
    }
    let text = trim::without_marker(text);
    if scheme::is_known_other(text) {
        return Line::Rejected(Problem::UnsupportedScheme);
    }
    let found = forms::split(text);
    match address_of(&found.address) {
        Ok(address) => {
            let hint = found.title.as_deref().and_then(hint_of);
            Line::Link { address, hint }
        }
        Err(problem) => Line::Rejected(problem),
    }
}

fn is_comment(text: &str) -> bool {
    if text.starts_with(['#', ';']) {
        return true;
    }
    text.starts_with("//") && bare::parse(text).is_err()
}

/// A title that says more than the address does.
fn hint_of(title: &str) -> Option<String> {
    let title = clean_line(trim::without_separators(title), MAX_HINT);
    let says_something = title.contains(char::is_alphanumeric) && !begins_with_web_scheme(&title);
    says_something.then_some(title)
}

/// Reads a text that is meant to be one address and nothing else.
fn address_of(text: &str) -> Result<Address, Problem> {
    let text = trim::unwrapped(text);
    if begins_with_web_scheme(text) {
        return Address::parse(without_doubled_scheme(text));
    }
    match Address::parse(text) {
        Err(Problem::InvalidUrl) => bare::parse(text),
        Err(Problem::UnsupportedScheme) => {
            bare::parse_with_port(text).unwrap_or(Err(Problem::UnsupportedScheme))
        }
        parsed => parsed,
    }
}

/// `https://http://example.com`: pasted behind a scheme that stood in the field already.
fn without_doubled_scheme(text: &str) -> &str {
    let mut text = text;
    while let Some((_, rest)) = text
        .split_once("://")
        .filter(|(_, rest)| begins_with_web_scheme(rest))
    {
        let doubled = text.len() - rest.len() <= "https://".len();
        if !doubled {
            break;
        }
        text = rest;
    }
    text
}

/// Whether a text begins with `http://` or `https://`, in any case.
pub(super) fn begins_with_web_scheme(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

/// Whether a line says by its marks which part of it is the address.
pub(super) fn has_structure(line: &str) -> bool {
    line.contains(['\t', '"', '<', '>']) || line.contains(" | ") || line.contains("](")
}
