//! The forms in which people write an address and its title on one line.

use std::borrow::Cow;

use super::line::begins_with_web_scheme;
use super::trim::{closer_of, closing, unwrapped};
use super::{bare, markup, scheme};

/// An address and the title beside it, both as written.
pub(super) struct Found<'a> {
    pub(super) address: Cow<'a, str>,
    pub(super) title: Option<Cow<'a, str>>,
}

impl<'a> Found<'a> {
    pub(super) fn new(address: &'a str, title: &'a str) -> Self {
        Self {
            address: Cow::Borrowed(address),
            title: (!title.is_empty()).then_some(Cow::Borrowed(title)),
        }
    }
}

/// Splits a line; where nothing in it looks like an address, the whole line is given as one.
pub(super) fn split(text: &str) -> Found<'_> {
    markup::anchor(text)
        .or_else(|| markup::markdown(text))
        .or_else(|| markup::quoted_fields(text))
        .or_else(|| angled(text))
        .or_else(|| fields(text))
        .or_else(|| leading(text))
        .or_else(|| embedded(text))
        .unwrap_or_else(|| Found::new(text, ""))
}

/// The address among columns, and as its title the first other one that has a letter in it.
pub(super) fn columns<'a, F: Iterator<Item = &'a str> + Clone>(fields: &F) -> Option<Found<'a>> {
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
