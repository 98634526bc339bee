//! Hangul as it is typed: a syllable is built letter by letter, and its last consonant may turn
//! out to begin the next one. Without this a list of results would be empty at every other letter.
//!
//! On the way to 한국어 the screen shows 하, 한, 한ㄱ, 한구, 한국, 한국ㅇ.

const FIRST: u32 = 0xac00;
const VOWELS: u32 = 21;
const FINALS: u32 = 28;

/// The letters that begin a syllable, in order.
const INITIALS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/// For each final consonant, what of it stays and which initial the next vowel makes of the rest.
const MOVES: [(u32, u32); FINALS as usize] = [
    (0, 0),
    (0, 0),
    (0, 1),
    (1, 9),
    (0, 2),
    (4, 12),
    (4, 18),
    (0, 3),
    (0, 5),
    (8, 0),
    (8, 6),
    (8, 7),
    (8, 9),
    (8, 16),
    (8, 17),
    (8, 18),
    (0, 6),
    (0, 7),
    (17, 9),
    (0, 9),
    (0, 10),
    (0, 11),
    (0, 12),
    (0, 14),
    (0, 15),
    (0, 16),
    (0, 17),
    (0, 18),
];

/// The number of the letter that begins a syllable, or that this is.
pub(super) fn initial(letter: char) -> Option<u32> {
    if let '가'..='힣' = letter {
        return Some((u32::from(letter) - FIRST) / FINALS / VOWELS);
    }
    let number = INITIALS.chars().position(|initial| initial == letter)?;
    u32::try_from(number).ok()
}

/// What may come of a character: a syllable that stays as it is, if there is one, and then any
/// character between two.
pub(super) type Ending = (Option<char>, char, char);

/// What the last character of a word may become as one types on; itself is among it. None where
/// it is done.
pub(super) fn endings(last: char) -> Vec<Ending> {
    let code = u32::from(last);
    if let Some(initial) = initial(last).filter(|_| last < '가') {
        return [(None, last, last)]
            .into_iter()
            .chain(beginning_with(initial, None))
            .collect();
    }
    let Some(number) = code.checked_sub(FIRST).filter(|_| last <= '힣') else {
        return Vec::new();
    };
    let (syllable, end) = (number / FINALS, number % FINALS);
    let (initial, vowel) = (syllable / VOWELS, syllable % VOWELS);
    if end == 0 {
        // ㅗ, ㅜ and ㅡ may become vowels of two letters, which follow them.
        let widest = match vowel {
            8 | 13 => vowel + 3,
            18 => vowel + 1,
            _ => vowel,
        };
        return range(None, (initial, vowel, 0), (initial, widest, FINALS - 1));
    }
    // ㄱ, ㄴ, ㄹ and ㅂ may become finals of two letters.
    let more = match end {
        1 => 3..=3,
        4 => 5..=6,
        8 => 9..=15,
        17 => 18..=18,
        #[expect(clippy::reversed_empty_ranges, reason = "none")]
        _ => 1..=0,
    };
    // What follows at once is one range with what stays.
    let next = *more.start() == end + 1;
    let stays_to = if next { *more.end() } else { end };
    let stays = range(None, (initial, vowel, end), (initial, vowel, stays_to));
    let grows = range(
        None,
        (initial, vowel, *more.start()),
        (initial, vowel, *more.end()),
    );
    let grows = grows.into_iter().filter(|_| !next && !more.is_empty());
    let (left, moved) = MOVES.get(end as usize).copied().unwrap_or_default();
    let left = compose((initial, vowel, left));
    let begins = beginning_with(moved, left);
    stays.into_iter().chain(grows).chain(begins).collect()
}

fn beginning_with(initial: u32, kept: Option<char>) -> Vec<Ending> {
    range(kept, (initial, 0, 0), (initial, VOWELS - 1, FINALS - 1))
}

fn range(kept: Option<char>, first: (u32, u32, u32), last: (u32, u32, u32)) -> Vec<Ending> {
    let ends = compose(first).zip(compose(last));
    ends.map(|(first, last)| (kept, first, last))
        .into_iter()
        .collect()
}

fn compose((initial, vowel, end): (u32, u32, u32)) -> Option<char> {
    char::from_u32(FIRST + (initial * VOWELS + vowel) * FINALS + end)
}
