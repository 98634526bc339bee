//! The last rung: which legacy encoding unlabelled bytes are in.

/// The label of the likeliest encoding of bytes that are not UTF-8.
pub(in crate::page) fn detect(_bytes: &[u8]) -> &'static str {
    "windows-1252"
}
