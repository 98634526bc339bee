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

/// Texts that are hard to fold: composed and not, of one width and another, beyond the first
/// plane, with and without letter case, and short enough for words to be found in them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-cA-C0-1 ]",
        2 => "[가각나한글]",
        2 => "[\u{1100}\u{1102}\u{1161}\u{1162}\u{11a8}\u{11ab}ㄱㅏ]",
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
