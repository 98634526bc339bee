//! The tags of a page that arrives in chunks.

use super::{Canonical, Head};
use crate::page::scan::Scanner;
use crate::page::stop::{Goal, Progress};

/// Reads the tags of a page, chunk by chunk, all of them: UTF-8 without a byte order mark. Any
/// split gives the same [`Head`], also one inside a character.
///
/// ```
/// # use urlink::page::HeadReader;
/// let mut reader = HeadReader::default();
/// reader.feed(b"<tit");
/// reader.feed(b"le>a");
/// assert_eq!(reader.finish().title.as_deref(), Some("a"));
/// ```
#[derive(Debug)]
pub struct HeadReader {
    text: Vec<u8>,
    scanner: Scanner,
    canonical: Canonical,
}

impl Default for HeadReader {
    fn default() -> Self {
        Self {
            text: Vec::new(),
            scanner: Scanner::new(),
            canonical: Canonical::new(Progress::new(Goal::Tags)),
        }
    }
}

impl HeadReader {
    /// Takes the next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.text.extend_from_slice(bytes);
        self.scanner.read(&self.text, &mut self.canonical);
    }

    /// The page ends here.
    #[must_use]
    pub fn finish(mut self) -> Head {
        self.scanner.finish(&self.text, &mut self.canonical);
        self.cut()
    }

    /// The page was cut off here: a tag, a title, a script that have not ended are left out.
    #[must_use]
    pub fn cut(mut self) -> Head {
        self.canonical.close();
        self.canonical.read()
    }
}
