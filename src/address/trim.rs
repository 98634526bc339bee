//! What stands around an address or a title and is no part of it.

/// Takes bullets, numbers, check boxes and quotation marks of mail off the front.
pub(super) fn without_marker(text: &str) -> &str {
    let mut text = text;
    while let Some((word, rest)) = text.split_once(char::is_whitespace) {
        let is_bullet = matches!(
            word,
            "-" | "*"
                | "+"
                | "•"
                | "·"
                | "‣"
                | "–"
                | "—"
                | ">"
                | ">>"
                | "[]"
                | "[x]"
                | "[X]"
                | "☐"
                | "☑"
        );
        let is_open_box = word == "[" && rest.starts_with(']');
        let number = word
            .trim_start_matches('(')
            .trim_end_matches(['.', ')', ':']);
        let is_number = number.len() < word.len()
            && number.len() <= 5
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit());
        if !(is_bullet || is_number || is_open_box) {
            break;
        }
        text = if is_open_box {
            rest.trim_start_matches(']')
        } else {
            rest
        }
        .trim_start();
    }
    text
}

/// Takes off what joins a title to an address, and quotes around the whole of it.
pub(super) fn without_separators(title: &str) -> &str {
    let is_separator = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '–' | '—' | '|' | ':' | '：' | ',' | '=' | '>' | '→'
            )
    };
    let title = title.trim_matches(is_separator);
    ['"', '\'', '`']
        .iter()
        .find_map(|&quote| title.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(title)
}

/// Where a bracket that is open already is closed.
pub(super) fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, character) in text.char_indices() {
        if character == open {
            depth += 1;
        } else if character == close {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(place),
            }
        }
    }
    None
}

const PAIRS: &[(char, char)] = &[
    ('<', '>'),
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('【', '】'),
    ('《', '》'),
    ('〈', '〉'),
    ('«', '»'),
];

/// More brackets around one address than this are junk; each costs a pass over the line.
const MAX_WRAPPERS: usize = 8;

pub(super) fn closer_of(open: char) -> Option<(char, char)> {
    PAIRS.iter().copied().find(|(opener, _)| *opener == open)
}

/// Takes brackets and quotes around an address off, and punctuation behind it.
pub(super) fn unwrapped(text: &str) -> &str {
    let mut text = text.trim();
    for _ in 0..MAX_WRAPPERS {
        text = without_punctuation(text);
        if starts_with_ipv6(text) {
            break;
        }
        let Some((open, close)) = text.chars().next().and_then(closer_of) else {
            break;
        };
        let inside = text.strip_prefix(open).unwrap_or(text);
        text = inside.strip_suffix(close).unwrap_or(inside).trim();
    }
    text
}

fn starts_with_ipv6(text: &str) -> bool {
    text.strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .is_some_and(|(inside, _)| inside.parse::<std::net::Ipv6Addr>().is_ok())
}

/// Takes off punctuation that ends a sentence or a field, and brackets that were not opened.
fn without_punctuation(text: &str) -> &str {
    let count = |wanted: char| text.chars().filter(|&c| c == wanted).count();
    let mut unopened: Vec<(char, usize)> = Vec::new();
    let mut text = text;
    while let Some(last) = text.chars().next_back() {
        let goes = match last {
            ',' | ';' | ':' | '，' | '、' | '。' | '；' | '：' | '…' | '！' | '？' => true,
            '.' => !ends_in_abbreviation(text),
            '"' | '`' | '\'' => !text.starts_with(last) && text.matches(last).nth(1).is_none(),
            _ => take_unopened(&mut unopened, last, count),
        };
        if !goes {
            break;
        }
        text = text.strip_suffix(last).unwrap_or_default();
    }
    text
}

/// Whether one more `close` was closed than opened; each pair is counted once a text.
fn take_unopened(
    unopened: &mut Vec<(char, usize)>,
    close: char,
    count: impl Fn(char) -> usize,
) -> bool {
    let Some(&(open, _)) = PAIRS.iter().find(|(_, closer)| *closer == close) else {
        return false;
    };
    if !unopened.iter().any(|(closer, _)| *closer == close) {
        unopened.push((close, count(close).saturating_sub(count(open))));
    }
    unopened
        .iter_mut()
        .find(|(closer, left)| *closer == close && *left > 0)
        .map(|(_, left)| *left -= 1)
        .is_some()
}

/// `Washington,_D.C.`: the dot belongs to the single letter before it.
fn ends_in_abbreviation(text: &str) -> bool {
    let mut from_end = text.chars().rev().skip(1);
    from_end.next().is_some_and(char::is_alphabetic) && matches!(from_end.next(), Some('.' | '_'))
}
