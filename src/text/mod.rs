//! Text from strangers, made fit to store and to show: titles, descriptions, names, memos.
//!
//! NFC; no control characters, no bidirectional overrides (they let a title rewrite the line it
//! stands in), no invisible filler. Cuts never split what a reader sees as one character.

mod clusters;
mod entities;

pub use entities::{unescape, unescape_attribute};

use std::borrow::Cow;

use crate::host;

/// One line of text, at most `max_chars` characters (Unicode scalar values) long.
///
/// Any whitespace, line breaks too, becomes one blank. Cleaning twice changes nothing.
///
/// ```
/// # use urlink::text::clean_line;
/// assert_eq!(clean_line("  제목\n\u{202e}입니다\0 ", 512), "제목 입니다");
/// assert_eq!(clean_line("\u{1112}\u{1161}\u{11ab}글", 512), "한글");
/// assert_eq!(clean_line("abc 👩‍👩‍👧", 5), "abc");
/// ```
#[must_use]
pub fn clean_line(text: &str, max_chars: usize) -> String {
    let mut line = String::with_capacity(text.len());
    let clean = without_junk(text);
    for word in host::nfc(&clean).split(is_blank) {
        if !line.is_empty() && !word.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    clusters::truncate(&mut line, max_chars);
    trim_in_place(&mut line);
    line
}

/// Text of several lines, at most `max_chars` characters long: every kind of line break becomes
/// `\n`, blanks at the ends of lines and empty lines at both ends go, all else stays as typed.
///
/// ```
/// # use urlink::text::clean_block;
/// assert_eq!(clean_block("\r\none  \r\n\n  two\u{2029}three\n", 512), "one\n\n  two\nthree");
/// ```
#[must_use]
pub fn clean_block(text: &str, max_chars: usize) -> String {
    let clean = without_junk(text).replace("\r\n", "\n");
    let clean = host::nfc(&clean);
    let mut block = String::with_capacity(clean.len());
    for line in clean.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let line = line.trim_end_matches(is_edge);
        if !block.is_empty() {
            block.push('\n');
        } else if line.is_empty() {
            continue;
        }
        block.push_str(line);
    }
    clusters::truncate(&mut block, max_chars);
    block.truncate(block.trim_end_matches(is_edge).len());
    block
}

/// Whether a character shows nothing and means nothing in a line of text: controls, direction
/// marks and overrides, zero-width blanks, noncharacters. Joiners are kept: emoji, Persian and
/// the scripts of India need them.
///
/// ```
/// # use urlink::text::is_junk;
/// assert!(is_junk('\u{202e}') && is_junk('\0') && is_junk('\u{feff}'));
/// assert!(!is_junk('\n') && !is_junk('\u{200d}') && !is_junk('한'));
/// ```
#[must_use]
pub fn is_junk(character: char) -> bool {
    if character.is_control() {
        return !matches!(character, '\t'..='\r' | '\u{85}');
    }
    let is_noncharacter = (u32::from(character) & 0xfffe) == 0xfffe;
    is_noncharacter
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e001f}')
}

/// Drops junk. Tag characters stay only behind the black flag, where they spell a region.
fn without_junk(text: &str) -> Cow<'_, str> {
    let is_suspect = |character| is_junk(character) || is_tag(character);
    if !text.chars().any(is_suspect) {
        return Cow::Borrowed(text);
    }
    let mut before = '\0';
    text.chars()
        .filter(|&character| {
            let keep = if is_tag(character) {
                before == '\u{1f3f4}' || is_tag(before)
            } else {
                !is_junk(character)
            };
            if keep {
                before = character;
            }
            keep
        })
        .collect()
}

const fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0020}'..='\u{e007f}')
}

/// Whitespace, and the letters that are drawn as nothing (Hangul fillers, the empty braille
/// cell), which some pages use as blanks.
#[must_use]
pub const fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{3164}' | '\u{ffa0}' | '\u{2800}')
}

/// What must not stand at either end: a blank, or a joiner with nothing to join.
const fn is_edge(character: char) -> bool {
    is_blank(character) || is_joiner(character)
}

/// What joins or parts the letters around it, and is not seen itself.
#[must_use]
pub const fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

fn trim_in_place(line: &mut String) {
    line.truncate(line.trim_end_matches(is_edge).len());
    let start = line.len() - line.trim_start_matches(is_edge).len();
    line.drain(..start);
}
