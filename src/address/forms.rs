//! The forms in which people write an address and its title on one line.

use std::borrow::Cow;

use super::line::begins_with_web_scheme;
use super::{bare, scheme};

/// An address and the title beside it, both as written.
pub(super) struct Found<'a> {
    pub(super) address: Cow<'a, str>,
    pub(super) title: Option<Cow<'a, str>>,
}

impl<'a> Found<'a> {
    fn new(address: &'a str, title: &'a str) -> Self {
        Self {
            address: Cow::Borrowed(address),
            title: (!title.is_empty()).then_some(Cow::Borrowed(title)),
        }
    }
}

/// Splits a line; where nothing in it looks like an address, the whole line is given as one.
pub(super) fn split(text: &str) -> Found<'_> {
    anchor(text)
        .or_else(|| markdown(text))
        .or_else(|| quoted_fields(text))
        .or_else(|| fields(text))
        .or_else(|| leading(text))
        .or_else(|| embedded(text))
        .unwrap_or_else(|| Found::new(text, ""))
}

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

/// Takes off what joins a title to an address, and quotes around it.
pub(super) fn without_separators(title: &str) -> &str {
    title.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '–'
                    | '—'
                    | '|'
                    | ':'
                    | '：'
                    | ','
                    | '='
                    | '>'
                    | '<'
                    | '→'
                    | '('
                    | '"'
                    | '\''
                    | '“'
                    | '”'
                    | '`'
            )
    })
}

/// `<a href="address">title</a>`, also with other attributes, as bookmark files have it.
fn anchor(text: &str) -> Option<Found<'static>> {
    let lower = text.to_ascii_lowercase();
    let tag_start = lower.find("<a ")?;
    let href_start = tag_start + lower.get(tag_start..)?.find("href")? + "href".len();
    let value = text
        .get(href_start..)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next()?;
    let (href, rest) = if matches!(quote, '"' | '\'') {
        value.get(1..)?.split_once(quote)?
    } else {
        let end = value.find(|c: char| c.is_whitespace() || c == '>')?;
        value.split_at_checked(end)?
    };
    let inside = rest.split_once('>').map_or("", |(_, inside)| inside);
    let end = inside
        .to_ascii_lowercase()
        .find("</a")
        .unwrap_or(inside.len());
    let title = without_tags(inside.get(..end)?);
    Some(Found {
        address: Cow::Owned(htmlize::unescape_attribute(href).into_owned()),
        title: Some(Cow::Owned(htmlize::unescape(title).into_owned())),
    })
}

fn without_tags(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    text.extend(
        pieces
            .filter_map(|piece| piece.split_once('>'))
            .map(|(_, behind)| behind),
    );
    text
}

/// `[title](address)`, `[title](<address>)`, `[title](address "more")`.
fn markdown(text: &str) -> Option<Found<'_>> {
    if begins_with_web_scheme(text) {
        return None;
    }
    let (before, behind) = text.split_once("](")?;
    let (_, title) = before.split_once('[')?;
    let inside = behind
        .get(..closing(behind, '(', ')').unwrap_or(behind.len()))?
        .trim();
    let address = match inside
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
    {
        Some((address, _)) => address,
        None => inside
            .split_once(" \"")
            .map_or(inside, |(address, _)| address),
    };
    Some(Found::new(address, title))
}

/// Where a bracket that is open already is closed.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
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

/// `"address","title"` in any order, and `address,"title"`: CSV (RFC 4180) with quotes.
fn quoted_fields(text: &str) -> Option<Found<'static>> {
    let is_csv = text.contains("\",") || text.contains(",\"");
    if !is_csv {
        return None;
    }
    let fields = csv_fields(text);
    let place = address_among(&fields.iter().map(String::as_str))?;
    let title = fields
        .iter()
        .enumerate()
        .find(|(other, field)| *other != place && !field.trim().is_empty())
        .map(|(_, field)| Cow::Owned(field.clone()));
    let address = Cow::Owned(fields.get(place)?.clone());
    Some(Found { address, title })
}

fn csv_fields(text: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let Some(field) = fields.last_mut() else {
            break;
        };
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if quoted || field.trim().is_empty() => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => field.push(character),
        }
    }
    fields
}

/// Fields between tabs, bars or dashes: `address | title`, `title - address`, ...
fn fields(text: &str) -> Option<Found<'_>> {
    ["\t", " | ", " - ", " – ", " — "]
        .iter()
        .find_map(|separator| {
            let (first, rest) = text.split_once(separator)?;
            if is_address(first) {
                return Some(Found::new(first, rest));
            }
            let (before, last) = text.rsplit_once(separator)?;
            if is_address(last) {
                return Some(Found::new(last, before));
            }
            // Columns: the address stands between others.
            let fields = || text.split(separator);
            let place = address_among(&fields()).filter(|_| *separator == "\t")?;
            Some(Found::new(fields().nth(place)?, first))
        })
}

/// The first field that has an http scheme, else the first that is an address without one, else
/// the first with another scheme.
fn address_among<'a, F: Iterator<Item = &'a str> + Clone>(fields: &F) -> Option<usize> {
    let place =
        |wanted: fn(&str) -> bool| fields.clone().position(|field| wanted(unwrapped(field)));
    place(begins_with_web_scheme)
        .or_else(|| place(|field| bare::parse(field).is_ok()))
        .or_else(|| place(scheme::is_known_other))
}

fn is_address(field: &str) -> bool {
    let field = unwrapped(field);
    begins_with_web_scheme(field) || scheme::is_known_other(field) || bare::parse(field).is_ok()
}

/// The whole line, or where that cannot be (its host would hold a blank) its first word.
fn leading(text: &str) -> Option<Found<'_>> {
    if !matches!(scheme::of(text), Some(scheme::Scheme::Web)) {
        return None;
    }
    if let Some((address, title)) = text.split_once(" \"") {
        return Some(Found::new(address, title));
    }
    let (word, _) = text.split_once(char::is_whitespace)?;
    let host_is_whole = word
        .split_once("://")
        .is_some_and(|(_, rest)| rest.contains(['/', '?', '#']));
    Some(Found::new(if host_is_whole { text } else { word }, ""))
}

/// An http address behind other words, or glued to them: `보기:https://...`.
fn embedded(text: &str) -> Option<Found<'_>> {
    let (before, behind) = text.match_indices("://").find_map(|(colon, _)| {
        let before = text.get(..colon)?;
        let scheme_length = ["https", "http"]
            .iter()
            .map(|name| name.len())
            .find(|length| {
                colon
                    .checked_sub(*length)
                    .and_then(|start| text.get(start..))
                    .is_some_and(begins_with_web_scheme)
            })?;
        let (before, _) = text.split_at_checked(before.len() - scheme_length)?;
        let starts_here = before.chars().next_back().is_none_or(|last| {
            !last.is_ascii_alphanumeric() && !"=/?&%#+._~-@$!*\\".contains(last)
        });
        starts_here.then(|| text.split_at_checked(before.len()))?
    })?;
    let end = behind
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        .unwrap_or(behind.len());
    let (mut word, rest) = behind.split_at_checked(end)?;
    let opener = before.chars().next_back().and_then(closer_of);
    if let Some((open, close)) = opener {
        word = word.get(..closing(word, open, close).unwrap_or(word.len()))?;
    }
    // Words behind the address: a sentence, whose beginning is not a title.
    let is_sentence = rest.contains(char::is_alphanumeric);
    Some(Found::new(
        word.trim_end_matches(['!', '?']),
        if is_sentence { "" } else { before },
    ))
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

fn closer_of(open: char) -> Option<(char, char)> {
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
    let mut unopened: Vec<(char, usize)> = PAIRS
        .iter()
        .filter(|(open, close)| open != close)
        .map(|&(open, close)| (close, count(close).saturating_sub(count(open))))
        .collect();
    let mut text = text;
    while let Some(last) = text.chars().next_back() {
        let unopened_here = unopened
            .iter_mut()
            .find(|(close, left)| *close == last && *left > 0);
        let goes = match last {
            ',' | ';' | ':' | '，' | '、' | '。' | '；' | '：' | '…' | '！' | '？' => true,
            '.' => !ends_in_abbreviation(text),
            '"' | '`' | '\'' => !text.starts_with(last) && text.matches(last).nth(1).is_none(),
            _ => unopened_here.is_some(),
        };
        if !goes {
            break;
        }
        if let Some((_, left)) = unopened.iter_mut().find(|(close, _)| *close == last) {
            *left = left.saturating_sub(1);
        }
        text = text.strip_suffix(last).unwrap_or_default();
    }
    text
}

/// `Washington,_D.C.`: the dot belongs to the single letter before it.
fn ends_in_abbreviation(text: &str) -> bool {
    let mut from_end = text.chars().rev().skip(1);
    from_end.next().is_some_and(char::is_alphabetic) && matches!(from_end.next(), Some('.' | '_'))
}
