//! What a `<` begins, and what ends a comment.

use super::foreign::Foreign;

/// What a `<` begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Start,
    End,
    Comment,
    Cdata,
    Bogus,
    Text,
}

impl Opening {
    /// Of the text behind the `<`; none where it ends before that is clear. (At the end of the
    /// page, what is not clear is a comment or text: nothing in either case.)
    pub(super) fn of(rest: &[u8], foreign: &Foreign) -> Option<Self> {
        Some(match rest.first()? {
            byte if byte.is_ascii_alphabetic() => Self::Start,
            b'/' if rest.get(1)?.is_ascii_alphabetic() => Self::End,
            b'/' | b'?' => Self::Bogus,
            b'!' => match rest.get(1)? {
                b'-' if *rest.get(2)? == b'-' => Self::Comment,
                b'[' if foreign.is_current() => {
                    let keyword = b"[CDATA[";
                    let written = rest.get(1..).unwrap_or_default();
                    if written.len() < keyword.len() && keyword.starts_with(written) {
                        return None;
                    }
                    if written.starts_with(keyword) {
                        Self::Cdata
                    } else {
                        Self::Bogus
                    }
                }
                _ => Self::Bogus,
            },
            _ => Self::Text,
        })
    }
}

/// Whether a comment's text so far, right before a `>`, ends it (13.2.5.43 to 13.2.5.52).
pub(super) fn ends_comment(content: &[u8]) -> bool {
    matches!(content, b"" | b"-") || content.ends_with(b"--") || content.ends_with(b"--!")
}
