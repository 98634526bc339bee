//! An address and its title in HTML, Markdown or CSV on one line.

use std::borrow::Cow;

use super::forms::{Found, columns};
use super::line::begins_with_web_scheme;
use super::trim::closing;

/// `<a href="address">title</a>`, also with other attributes, as bookmark files have it.
pub(super) fn anchor(text: &str) -> Option<Found<'static>> {
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
        address: Cow::Owned(crate::text::unescape_attribute(href).into_owned()),
        title: Some(Cow::Owned(crate::text::unescape(&title).into_owned())),
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
pub(super) fn markdown(text: &str) -> Option<Found<'_>> {
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

/// `"address","title"` in any order, and `address,"title"`: CSV (RFC 4180) with quotes.
pub(super) fn quoted_fields(text: &str) -> Option<Found<'static>> {
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
