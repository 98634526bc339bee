//! Searching: what is found is what a plain comparison of folded texts finds, and what is marked
//! is what was found.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may fail as the tests do"
)]

#[path = "find/catalogue.rs"]
mod catalogue;
#[path = "find/marking.rs"]
mod marking;

use proptest::prelude::*;
use urlink::address::spelled;
use urlink::find::fold;

/// Texts that are hard to fold: composed and not, of one width and another, beyond the first
/// plane, with and without letter case, and short enough for words to be found in them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-cA-C0-1 ]",
        2 => "[가각간갆나난한글과고값갑사시]",
        1 => "[가-힣]",
        2 => "[\u{1100}\u{1102}\u{1161}\u{1162}\u{11a8}\u{11ab}ㄱㅏㅅㄳ]",
        1 => "[ßẞſςΣσİıi]",
        1 => "[\u{301}\u{307}\u{308}\u{315}\u{323}]",
        1 => "[ａＢ１　ｶﾊﾞﾟカガ]",
        1 => "[ЙйЕеё]",
        1 => Just("👩‍👧".to_owned()),
        1 => Just("👩".to_owned()),
        1 => "[%／/]|%41|%EA%B0%80|%C7|%0A",
        1 => "[\n\t’']",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// What a person typed, read in the plainest way: folded words, and whether the last is done.
struct Typed {
    words: Vec<String>,
    done: bool,
}

impl Typed {
    fn new(typed: &str) -> Self {
        let words = typed
            .split_whitespace()
            .map(|word| fold(&spelled(word)).trim().to_owned());
        Self {
            words: words.collect(),
            done: typed.ends_with(char::is_whitespace),
        }
    }

    /// For each word whether it stands in a folded text.
    fn stands_in(&self, text: &str) -> Vec<bool> {
        let last = self.words.len().wrapping_sub(1);
        let words = self.words.iter().enumerate();
        words
            .map(|(at, word)| {
                if at == last && !self.done {
                    stands_half_typed(word, text)
                } else {
                    !word.is_empty() && text.contains(word.as_str())
                }
            })
            .collect()
    }
}

/// Whether a word stands in a text once its last syllable is typed on: the letters so far are the
/// first ones there.
fn stands_half_typed(word: &str, text: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let Some((last, before)) = word.split_last() else {
        return false;
    };
    (0..text.len()).any(|start| {
        let rest = &text[start..];
        rest.starts_with(before)
            && rest.len() > before.len()
            && (rest[before.len()] == *last || {
                let typed: Vec<char> = letters(*last).collect();
                let there: Vec<char> = rest[before.len()..]
                    .iter()
                    .take_while(|character| is_syllable(**character))
                    .flat_map(|character| letters(*character))
                    .collect();
                there.starts_with(&typed)
            })
    })
}

fn is_syllable(character: char) -> bool {
    ('가'..='힣').contains(&character)
}

/// The keys for a character, on a Korean keyboard.
fn letters(character: char) -> impl Iterator<Item = char> {
    const INITIALS: [&str; 19] = [
        "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ",
        "ㅋ", "ㅌ", "ㅍ", "ㅎ",
    ];
    const VOWELS: [&str; 21] = [
        "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
        "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
    ];
    const FINALS: [&str; 28] = [
        "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
        "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
        "ㅎ",
    ];
    let mut typed = String::new();
    if is_syllable(character) {
        let number = (u32::from(character) - 0xac00) as usize;
        typed.push_str(INITIALS[number / 28 / 21]);
        typed.push_str(VOWELS[number / 28 % 21]);
        typed.push_str(FINALS[number % 28]);
    } else {
        typed.push(character);
    }
    typed.chars().collect::<Vec<_>>().into_iter()
}
