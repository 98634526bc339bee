//! The tokenizer beside one that follows the HTML Standard to the letter.

use urlink::page::Head;

#[path = "../../oracle/mod.rs"]
mod oracle;

/// Elements that move others about, or take no tag inside: there a parser's tree differs from the
/// order of the tags.
const MOVING: [&str; 7] = [
    "<svg",
    "<math",
    "<select",
    "<table",
    "<template",
    "<frameset",
    "<plaintext",
];

/// The input is the text of a page. Its tags are those that html5ever has.
///
/// # Panics
/// Where that does not hold.
pub fn spec(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let lower = text.to_ascii_lowercase();
    if MOVING.iter().any(|element| lower.contains(element)) {
        return;
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    assert_eq!(oracle::tags(Head::of(text)), oracle::head_of(text));
}
