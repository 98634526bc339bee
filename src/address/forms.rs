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
        .or_else(|| angled(text))
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
    let fields = || fields.iter().map(String::as_str);
    let found = columns(&fields())?;
    Some(Found {
        address: Cow::Owned(found.address.into_owned()),
        title: found.title.map(|title| Cow::Owned(title.into_owned())),
    })
}

/// The address among columns, and as its title the first other one that has a letter in it.
fn columns<'a, F: Iterator<Item = &'a str> + Clone>(fields: &F) -> Option<Found<'a>> {
    let place = address_among(fields)?;
    let title = fields
        .clone()
        .enumerate()
        .find(|(other, field)| *other != place && field.contains(char::is_alphabetic));
    let address = fields.clone().nth(place)?;
    Some(Found::new(address, title.map_or("", |(_, title)| title)))
}

/// `<address|title>`, as chats copy it.
fn angled(text: &str) -> Option<Found<'_>> {
    let inside = text.strip_prefix('<')?.strip_suffix('>')?;
    let (address, title) = inside.split_once('|')?;
    Some(Found::new(address, title))
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
            columns(&text.split(separator)).filter(|_| *separator == "\t")
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

/// The whole line; but its first word where the host alone is in it, for a host holds no blank.
fn leading(text: &str) -> Option<Found<'_>> {
    if !matches!(scheme::of(text), Some(scheme::Scheme::Web)) {
        return None;
    }
    if let Some((address, title)) = text.split_once(" \"") {
        return Some(Found::new(
            address,
            title.strip_suffix('"').unwrap_or(title),
        ));
    }
    let word = text.split(char::is_whitespace).next().unwrap_or(text);
    let is_host_alone = word
        .split_once("://")
        .is_some_and(|(_, host)| host.contains('.') && !host.contains(['/', '?', '#']));
    Some(Found::new(if is_host_alone { word } else { text }, ""))
}

/// An http address behind other words, or glued to them: `보기:https://...`.
fn embedded(text: &str) -> Option<Found<'_>> {
    let (before, behind) = text
        .match_indices("://")
        .find_map(|(colon, _)| split_before_scheme(text, colon))?;
    let end = behind
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
        .unwrap_or(behind.len());
    let (mut word, rest) = behind.split_at_checked(end)?;
    let mut title = before;
    if let Some((open, close)) = before.chars().next_back().and_then(closer_of) {
        title = before.strip_suffix(open)?;
        word = word.get(..closing(word, open, close).unwrap_or(word.len()))?;
    }
    // Words behind the address: a sentence, whose beginning is not a title.
    let is_sentence = rest.contains(char::is_alphanumeric);
    Some(Found::new(
        word.trim_end_matches(['!', '?']),
        if is_sentence { "" } else { title },
    ))
}

/// Splits before the `http` or `https` that ends at `colon`, unless it goes on what is before it,
/// as in `example.com/?u=https://...`.
fn split_before_scheme(text: &str, colon: usize) -> Option<(&str, &str)> {
    let start = ["https", "http"].iter().find_map(|name| {
        let start = colon.checked_sub(name.len())?;
        begins_with_web_scheme(text.get(start..)?).then_some(start)
    })?;
    let (before, behind) = text.split_at_checked(start)?;
    let goes_on = before
        .chars()
        .next_back()
        .is_some_and(|last| last.is_ascii_alphanumeric() || "=/?&%#+._~-@$!*\\".contains(last));
    (!goes_on).then_some((before, behind))
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
