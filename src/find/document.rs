//! What a link says, as one folded text.
//!
//! A text of lines: the title as shown, the host as shown, the tags as written, the tags folded
//! where that differs, then all else, a line each. No word of a query holds a line break or a
//! tab, so none matches across fields.

use memchr::{memchr_iter, memmem};

use super::fold::fold;
use crate::{address, host};

/// What is searched of a link, as stored.
#[derive(Clone, Copy, Debug, Default)]
pub struct Document<'a> {
    /// The title as shown.
    pub title: &'a str,
    /// The host as shown.
    pub host: &'a str,
    /// The tags.
    pub tags: &'a [String],
    /// The address.
    pub url: &'a str,
    /// Everything else: other titles, the description, the memo, the names of site and author.
    pub texts: &'a [&'a str],
}

/// Which line of the text holds what.
const TITLE: usize = 0;
const HOST: usize = 1;
const TAGS: usize = 2;
const FOLDED_TAGS: usize = 3;

const BREAK: u8 = b'\n';
const TAB: &str = "\t";

impl Document<'_> {
    /// The text, with a line break at its end. Texts that stand in another one are left out.
    pub(super) fn text(&self) -> Vec<u8> {
        let mut text = Vec::with_capacity(512);
        push_line(&mut text, &fold(self.title));
        push_line(&mut text, &fold(self.host));
        let tags = self.tags.iter();
        let tags: Vec<String> = tags
            .map(|tag| host::nfc(tag).replace(['\n', '\t'], " "))
            .collect();
        push_line(&mut text, &tags.join(TAB));
        let folded: Vec<String> = tags.iter().map(|tag| fold(tag)).collect();
        let folded = if folded == tags {
            String::new()
        } else {
            folded.join(TAB)
        };
        push_line(&mut text, &folded);
        push_line(&mut text, &fold(&address::spelled(self.url)));
        for other in self.texts {
            let folded = fold(other);
            if memmem::find(&text, folded.as_bytes()).is_none() {
                push_line(&mut text, &folded);
            }
        }
        text
    }
}

fn push_line(text: &mut Vec<u8>, line: &str) {
    text.extend_from_slice(line.as_bytes());
    text.push(BREAK);
}

/// The title, folded.
pub(super) fn title(text: &[u8]) -> &[u8] {
    line(text, TITLE)
}

/// The host, folded.
pub(super) fn site(text: &[u8]) -> &[u8] {
    line(text, HOST)
}

/// The tags: as written, and folded.
pub(super) fn tags(text: &[u8]) -> impl Iterator<Item = (&str, &str)> {
    let written = str::from_utf8(line(text, TAGS)).unwrap_or_default();
    let folded = str::from_utf8(line(text, FOLDED_TAGS)).unwrap_or_default();
    let folded = if folded.is_empty() { written } else { folded };
    let pairs = written.split(TAB).zip(folded.split(TAB));
    pairs.filter(|pair| !pair.0.is_empty())
}

fn line(text: &[u8], number: usize) -> &[u8] {
    let mut start = 0;
    for (count, end) in memchr_iter(BREAK, text).enumerate() {
        if count == number {
            return text.get(start..end).unwrap_or_default();
        }
        start = end + 1;
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_one_folded_text() {
        let tags = ["Rust".to_owned(), "two words".to_owned()];
        let document = Document {
            title: "A Title",
            host: "한글.kr",
            tags: &tags,
            url: "https://xn--bj0bj06e.kr/%EA%B8%80?q=A",
            texts: &["title", "A Memo\nof two lines"],
        };
        let text = document.text();
        assert_eq!(
            str::from_utf8(&text),
            Ok("a title\n한글.kr\nRust\ttwo words\nrust\ttwo words\n\
                https://xn--bj0bj06e.kr/글?q=a\na memo of two lines\n")
        );
        assert_eq!(title(&text), b"a title");
        assert_eq!(site(&text), "한글.kr".as_bytes());
        let pairs: Vec<(&str, &str)> = super::tags(&text).collect();
        assert_eq!(pairs, [("Rust", "rust"), ("two words", "two words")]);
        assert_eq!(title(b""), b"");
    }
}
