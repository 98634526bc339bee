//! The bytes of an HTML page, as they arrive, to its [`Head`].
//!
//! UTF-8 is never decoded as a whole: every delimiter of HTML is ASCII, so that the tokenizer
//! reads the bytes, and only values become text. Where it turns out that the page is in another
//! encoding, the bytes so far are decoded and read again.

use super::charset::{
    byte_order_mark, detect, is_clearly_utf8, is_falsely_utf8, is_iso_2022_jp, is_utf8,
    xml_declaration,
};
use super::head::{Canonical, Head};
use super::scan::Scanner;
use super::stop::{Goal, Progress};
use crate::host::Decoder;

/// The most that is read of a page.
pub(super) const BYTE_LIMIT: usize = 512 * 1024;

/// How much of a page in an unknown encoding is looked at.
const DETECTION_LENGTH: usize = 64 * 1024;

/// A page that was read.
pub(super) struct Read {
    /// What its tags say.
    pub(super) head: Head,
    /// The name of its encoding.
    pub(super) encoding: String,
    /// Whether it goes on behind the limit.
    pub(super) is_limited: bool,
    /// Whether nothing but blanks came.
    pub(super) is_empty: bool,
}

/// A page while it arrives.
pub(super) struct Document {
    bytes: Vec<u8>,
    encoding: Encoding,
    scanner: Scanner,
    canonical: Canonical,
    /// Whether the encoding has been checked against the bytes: once.
    is_settled: bool,
    is_done: bool,
}

enum Encoding {
    /// Not known: the first bytes have to come, and the label that HTTP gave.
    Unread(Option<String>),
    /// Taken for UTF-8 until something is said or shown.
    Assumed,
    /// Said to be UTF-8.
    Utf8,
    /// A decoder's, with the text so far.
    Decoded(Box<Decoder>, String),
}

impl Document {
    /// A page whose HTTP header had the label, if any.
    pub(super) fn new(label: Option<String>, goal: Goal) -> Self {
        Self {
            bytes: Vec::new(),
            encoding: Encoding::Unread(label),
            scanner: Scanner::new(),
            canonical: Canonical::new(Progress::new(goal)),
            is_settled: false,
            is_done: false,
        }
    }

    /// Takes the next bytes; false once no more are wanted.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> bool {
        if self.is_done {
            return false;
        }
        let room = BYTE_LIMIT - self.bytes.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.bytes.extend_from_slice(taken);
        if matches!(self.encoding, Encoding::Unread(_)) {
            if self.bytes.len() < 4 {
                return true;
            }
            self.begin();
        } else {
            self.advance(taken.len());
        }
        self.is_done |= self.bytes.len() >= BYTE_LIMIT;
        !self.is_done
    }

    /// What was read. `is_whole`: the page ends here, and was not cut off.
    pub(super) fn finish(mut self, is_whole: bool) -> Read {
        if matches!(self.encoding, Encoding::Unread(_)) {
            self.begin();
        }
        self.settle(self.bytes.len());
        if let Encoding::Decoded(decoder, text) = &mut self.encoding {
            decoder.decode(&[], true, text);
        }
        let is_limited = self.bytes.len() >= BYTE_LIMIT;
        let name = self.encoding_name();
        let (scanner, canonical) = (&mut self.scanner, &mut self.canonical);
        let text = match &self.encoding {
            Encoding::Decoded(_, text) => text.as_bytes(),
            _ => &self.bytes,
        };
        if is_whole && !is_limited {
            scanner.finish(text, canonical);
        } else {
            scanner.read(text, canonical);
        }
        self.canonical.close();
        Read {
            is_empty: self.bytes.trim_ascii().is_empty(),
            head: self.canonical.read(),
            encoding: name,
            is_limited,
        }
    }

    fn encoding_name(&self) -> String {
        match &self.encoding {
            Encoding::Decoded(decoder, _) => decoder.name(),
            _ => "UTF-8".to_owned(),
        }
    }

    /// The first bytes are here: byte order mark, then HTTP.
    fn begin(&mut self) {
        let mark = byte_order_mark(&self.bytes);
        let label = match &mut self.encoding {
            Encoding::Unread(label) => label.take(),
            _ => None,
        };
        self.encoding = Encoding::Assumed;
        if let Some(mark) = mark {
            self.bytes.drain(..mark.length);
            self.is_settled = true;
        }
        let label = mark
            .map(|mark| mark.label.to_owned())
            .or_else(|| known_label(&label?));
        match label {
            Some(label) => self.declare(&label),
            None => self.advance(self.bytes.len()),
        }
    }

    /// The encoding is said: reads (again) from the start.
    fn declare(&mut self, label: &str) {
        let decoder = (label != "utf-8").then(|| Decoder::new(label)).flatten();
        let encoding = match decoder {
            Some(decoder) => Encoding::Decoded(Box::new(decoder), String::new()),
            None => Encoding::Utf8,
        };
        let was = std::mem::replace(&mut self.encoding, encoding);
        if !matches!((was, &self.encoding), (Encoding::Assumed, Encoding::Utf8)) {
            self.scanner = Scanner::new();
            let goal = self.canonical.progress().goal();
            self.canonical = Canonical::new(Progress::new(goal));
        }
        self.advance(self.bytes.len());
    }

    /// Reads on, `fresh` bytes of which have just come.
    fn advance(&mut self, fresh: usize) {
        match &mut self.encoding {
            Encoding::Unread(_) => {}
            Encoding::Assumed => {
                self.scanner.read(&self.bytes, &mut self.canonical);
                if let Some(label) = self.canonical.progress().label() {
                    let label = match label {
                        "utf-16le" | "utf-16be" => "utf-8",
                        "x-user-defined" => "windows-1252",
                        label => label,
                    }
                    .to_owned();
                    self.declare(&label);
                    return;
                }
            }
            Encoding::Utf8 => self.scanner.read(&self.bytes, &mut self.canonical),
            Encoding::Decoded(decoder, text) => {
                let start = self.bytes.len() - fresh;
                decoder.decode(self.bytes.get(start..).unwrap_or_default(), false, text);
                self.scanner.read(text.as_bytes(), &mut self.canonical);
            }
        }
        let has_enough = self.has_enough();
        if has_enough && !self.is_settled {
            let length = self.settling_length();
            if self.bytes.len() < length {
                return;
            }
            self.settle(length);
        }
        self.is_done = has_enough && self.has_enough();
    }

    /// How many bytes have to be there to say that the encoding is right: those that were read,
    /// and more where it is to be detected.
    fn settling_length(&self) -> usize {
        let read = self.scanner.position().min(self.bytes.len());
        let is_unknown = matches!(self.encoding, Encoding::Assumed)
            && !is_utf8(self.bytes.get(..read).unwrap_or_default());
        if is_unknown {
            DETECTION_LENGTH.max(read)
        } else {
            read
        }
    }

    fn has_enough(&self) -> bool {
        self.scanner.has_enough(&self.canonical)
    }

    /// Shows what was assumed: looks at the first `length` bytes, those that were read.
    fn settle(&mut self, length: usize) {
        if std::mem::replace(&mut self.is_settled, true) {
            return;
        }
        let bytes = self.bytes.get(..length).unwrap_or(&self.bytes);
        let said = match self.encoding {
            Encoding::Assumed if bytes.is_ascii() && is_iso_2022_jp(bytes) => {
                Some("iso-2022-jp".to_owned())
            }
            Encoding::Assumed if !is_utf8(bytes) => {
                xml_declaration(bytes).and_then(|label| known_label(&label))
            }
            Encoding::Utf8 if is_falsely_utf8(bytes) => {
                self.canonical.progress().label().map(str::to_owned)
            }
            Encoding::Decoded(ref decoder, _) if is_clearly_utf8(bytes, &decoder.name()) => {
                self.declare("utf-8");
                return;
            }
            _ => return,
        };
        let label = said
            .filter(|label| label != "utf-8")
            .unwrap_or_else(|| detect(bytes).to_owned());
        self.declare(&label);
    }
}

/// A label's encoding, in lower case, where there is a decoder for it.
pub(super) fn known_label(label: &str) -> Option<String> {
    if ["utf-8", "utf8"]
        .iter()
        .any(|utf8| label.eq_ignore_ascii_case(utf8))
    {
        return Some("utf-8".to_owned());
    }
    Decoder::new(label).map(|decoder| decoder.name().to_ascii_lowercase())
}
