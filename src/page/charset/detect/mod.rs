//! The last rung: which legacy encoding unlabelled bytes are in.
//!
//! Of our own, since the crates that browsers use would weigh more than all the rest of the core
//! (their tables know every character; these here know where the common ones stand). Held against
//! chardetng by a test.

mod double;
mod single;

/// The label of the likeliest encoding of bytes that are not UTF-8.
pub(in crate::page) fn detect(bytes: &[u8]) -> &'static str {
    double::detect(bytes).unwrap_or_else(|| single::detect(bytes))
}

/// Whether pure ASCII is ISO-2022-JP, which switches its character set by escapes.
pub(in crate::page) fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    let has = |escape: &[u8]| memchr::memmem::find(bytes, escape).is_some();
    (has(b"\x1b$B") || has(b"\x1b$@")) && (has(b"\x1b(B") || has(b"\x1b(J"))
}
