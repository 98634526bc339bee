//! What a search does not tell apart.

use std::borrow::Cow;

use crate::host;

/// Text as it is compared: in one normal form (NFC), one letter case (Unicode's simple lower case,
/// and `ß` as `ss`), one width; blanks of every kind are one, so are quotation marks and dashes,
/// and the dotted, dotless and plain `i` of Turkish.
///
/// The fold of two texts is the fold of each, one behind the other, but where the second begins
/// with a combining mark.
///
/// ```
/// # use urlink::find::fold;
/// assert_eq!(fold("Ｕｒｌ STRASSE"), fold("url Straße"));
/// assert_eq!(fold("\u{1112}\u{1161}\u{11ab}글"), "한글");
/// assert_eq!(fold("ｶﾞｲﾄﾞ"), "ガイド");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let wide = with_one_width(text);
    for character in host::nfc(&wide).chars() {
        push_folded(&mut folded, character);
    }
    folded
}

/// Full-width Latin as ASCII, half-width katakana as the plain ones: before normalisation, which
/// brings them together with the marks that stand behind them.
fn with_one_width(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| matches!(c, '\u{ff01}'..='\u{ff9f}')) {
        return Cow::Borrowed(text);
    }
    text.chars().map(plain_width).collect()
}

fn plain_width(character: char) -> char {
    /// U+FF61 to U+FF9F, as Unicode decomposes them.
    const KATAKANA: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト\
        ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";
    let code = u32::from(character);
    match code {
        0xff01..=0xff5e => char::from_u32(code - 0xfee0),
        0xff61..=0xff9f => KATAKANA.chars().nth((code - 0xff61) as usize),
        _ => None,
    }
    .unwrap_or(character)
}

fn push_folded(folded: &mut String, character: char) {
    match character {
        '!'..='~' => folded.push(character.to_ascii_lowercase()),
        // Most of what is not ASCII, and without letter case.
        '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => folded.push(character),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'ſ' => folded.push('s'),
        'ς' => folded.push('σ'),
        'µ' => folded.push('μ'),
        'İ' | 'ı' => folded.push('i'),
        // What is left of an `i` whose dot became a character of its own in lower case.
        '\u{307}' => {}
        '‘' | '’' => folded.push('\''),
        '“' | '”' => folded.push('"'),
        '\u{2010}'..='\u{2015}' => folded.push('-'),
        _ if character.is_whitespace() => folded.push(' '),
        _ => folded.extend(character.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_case_width_and_form_are_one() {
        for (left, right) in [
            ("Ärger", "A\u{308}RGER"),
            ("ΟΔΟΣ", "οδος"),
            ("İstanbul", "istanbul"),
            ("i\u{307}stanbul", "ISTANBUL"),
            ("ＡＢＣ　１２３", "abc 123"),
            ("ﾊﾟｿｺﾝ｡", "パソコン。"),
            ("don’t", "DON'T"),
            ("ПРИВЕТ", "привет"),
            ("a\u{a0}b\nc", "a b c"),
            ("Ａ\u{301}", "á"),
        ] {
            assert_eq!(fold(left), fold(right));
        }
        assert_ne!(fold("가"), fold("각"));
        assert_ne!(fold("か"), fold("が"));
        assert_eq!(fold("👩‍👩‍👧 🇰🇷"), "👩‍👩‍👧 🇰🇷");
    }
}
