//! A pasted text to lines.

use super::line::{begins_with_web_scheme, has_structure};

/// The lines of a pasted list, in order, blank ones too, so that a line's number is its place.
///
/// A byte order mark in front is dropped; lines end with LF, CRLF, CR or a Unicode line
/// separator. A line that holds several http(s) addresses is cut into as many, each with the
/// words in front of it; one that has a structure of its own (a tab, ` | `, quotes, HTML,
/// Markdown) only where it holds nothing else.
///
/// ```
/// # use urlink::address::split_list;
/// assert_eq!(split_list("\u{feff}a.com\r\n\r\nb.com\n"), ["a.com", "", "b.com"]);
/// assert_eq!(split_list("https://a.com https://b.com"), ["https://a.com", "https://b.com"]);
/// assert_eq!(split_list("one https://a.com and https://b.com"), ["one https://a.com", "and https://b.com"]);
/// ```
#[must_use]
pub fn split_list(text: &str) -> Vec<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.is_empty() {
        return Vec::new();
    }
    let text = text
        .strip_suffix("\r\n")
        .or_else(|| text.strip_suffix(['\n', '\r']))
        .unwrap_or(text);
    text.split('\n')
        .flat_map(|line| {
            line.strip_suffix('\r')
                .unwrap_or(line)
                .split(['\r', '\u{2028}', '\u{2029}'])
        })
        .flat_map(split_line)
        .collect()
}

fn split_line(line: &str) -> Vec<&str> {
    let urls = line
        .split_whitespace()
        .filter(|word| begins_with_web_scheme(word))
        .count();
    if urls < 2 {
        return vec![line];
    }
    if line.split_whitespace().count() == urls {
        return line.split_whitespace().collect();
    }
    if has_structure(line) {
        return vec![line];
    }
    cut_behind_urls(line, urls)
}

/// Cuts behind every address but the last; what follows that one stays with it.
fn cut_behind_urls(line: &str, urls: usize) -> Vec<&str> {
    let mut pieces = Vec::with_capacity(urls);
    let mut rest = line;
    while pieces.len() + 1 < urls {
        let end = end_of_first_url(rest).unwrap_or(rest.len());
        let Some((piece, behind)) = rest.split_at_checked(end) else {
            break;
        };
        pieces.push(piece.trim());
        rest = behind;
    }
    pieces.push(rest.trim());
    pieces
}

fn end_of_first_url(text: &str) -> Option<usize> {
    let mut start = 0;
    for word in text.split(char::is_whitespace) {
        let end = start + word.len();
        if begins_with_web_scheme(word) {
            return Some(end);
        }
        let separator = text.get(end..)?.chars().next()?.len_utf8();
        start = end + separator;
    }
    None
}
