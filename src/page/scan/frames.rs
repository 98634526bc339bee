//! Pages that are frames.

/// Whether `<frameset>` may still replace the body (13.2.6.4.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frames {
    Possible,
    Impossible,
    Inside,
}

impl Frames {
    /// What a start tag leaves of it.
    pub(super) fn note(&mut self, name: &[u8]) {
        if *self != Self::Possible {
            return;
        }
        *self = match name {
            b"frameset" => Self::Inside,
            b"html" | b"head" | b"meta" | b"link" | b"base" | b"title" | b"script" | b"style"
            | b"noscript" | b"template" | b"basefont" | b"bgsound" | b"noframes" => Self::Possible,
            _ => Self::Impossible,
        };
    }
}
