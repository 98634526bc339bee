//! Where text may be cut: an approximation of the extended grapheme clusters of Unicode (UAX 29)
//! that needs no tables. It keeps together marks, emoji sequences, flags and Hangul jamo.

/// Cuts `text` to at most `max_chars` characters, or to fewer where the cut would split a
/// cluster. A cluster that is longer than the limit by itself is cut all the same.
pub(super) fn truncate(text: &mut String, max_chars: usize) {
    if text.len() <= max_chars {
        return;
    }
    let Some((limit, _)) = text.char_indices().nth(max_chars) else {
        return;
    };
    let mut cut = limit;
    while cut > 0 && !is_boundary(text, cut) {
        cut = text.get(..cut).map_or(0, before_last);
    }
    text.truncate(if cut == 0 { limit } else { cut });
}

fn before_last(text: &str) -> usize {
    text.char_indices()
        .next_back()
        .map_or(0, |(start, _)| start)
}

fn is_boundary(text: &str, at: usize) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else {
        return false;
    };
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return true;
    };
    if is_regional(last) && is_regional(next) {
        // Flags are pairs: between two of them there is a boundary, inside one there is none.
        return before.chars().rev().take_while(|&c| is_regional(c)).count() % 2 == 0;
    }
    last != '\u{200d}' && !continues(next) && !(is_leading_jamo(last) && is_leading_jamo(next))
}

const fn is_regional(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

const fn is_leading_jamo(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}')
}

/// Whether a character belongs to the one before it.
const fn continues(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        // The vowel signs and viramas of the scripts of India, at the same places of each block.
        | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}' | '\u{9bc}'..='\u{9cd}'
        | '\u{a3c}'..='\u{a4d}' | '\u{abc}'..='\u{acd}' | '\u{b3c}'..='\u{b4d}'
        | '\u{bbe}'..='\u{bcd}' | '\u{c3c}'..='\u{c4d}' | '\u{cbc}'..='\u{ccd}'
        | '\u{d3b}'..='\u{d4d}' | '\u{dca}'..='\u{ddf}'
        | '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb3}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}'
        | '\u{20d0}'..='\u{20f0}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{ff9e}' | '\u{ff9f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}
