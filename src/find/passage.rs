//! Where an address holds what was found, for people to read.

use super::marks::find;
use super::query::Query;
use super::trace::{Shown, units};
use crate::address;
use crate::model::Passage;

/// What is found within so many UTF-16 units is seen without a cut, also on a narrow card.
const IN_SIGHT: u32 = 24;

/// So much stands at least before what was found.
const LEAD: u32 = 12;

/// An address with the parts of it that are words of the query: escapes decoded, and cut at its
/// beginning where what was found would be out of sight; none where nothing is found.
///
/// ```
/// # use urlink::find::{Query, passage_of};
/// let url = "https://ko.example/%EC%9C%84%ED%82%A4/%ED%95%9C%EA%B8%80?a=1";
/// let passage = passage_of(&Query::new("한글"), url).unwrap();
/// assert_eq!(passage.text, "https://ko.example/위키/한글?a=1");
/// assert_eq!(passage.marks, [(22, 24)]);
/// let passage = passage_of(&Query::new("a=1"), url).unwrap();
/// assert_eq!(passage.text, "….example/위키/한글?a=1");
/// assert_eq!(passage.marks, [(16, 19)]);
/// ```
#[must_use]
pub fn passage_of(query: &Query, url: &str) -> Option<Passage> {
    if query.is_empty() {
        return None;
    }
    let mut text = String::with_capacity(url.len());
    let mut end = 0;
    let legible = |character| {
        let before = text.len();
        address::push_legible(&mut text, character);
        end += text
            .get(before..)
            .unwrap_or_default()
            .chars()
            .map(units)
            .sum::<u32>();
        (character, end)
    };
    let legible: Vec<Shown> = address::spelled(url).chars().map(legible).collect();
    let marks = find(query, &legible);
    let first = marks.first()?.0;
    if first <= IN_SIGHT {
        return Some(Passage { text, marks });
    }
    let (begin, cut) = beginning(&text, first - LEAD);
    // The sign of the cut is one unit long.
    let moved = |at: u32| at - cut + 1;
    Some(Passage {
        text: format!("…{}", text.get(begin..).unwrap_or_default()),
        marks: marks
            .into_iter()
            .map(|(start, end)| (moved(start), moved(end)))
            .collect(),
    })
}

/// The last place up to so many units at which a part of an address begins: in bytes, and in
/// UTF-16 units.
fn beginning(text: &str, limit: u32) -> (usize, u32) {
    let mut at = 0;
    let mut begin = (0, 0);
    for (byte, character) in text.char_indices() {
        if at > limit {
            break;
        }
        if character.is_ascii_punctuation() {
            begin = (byte, at);
        }
        at += units(character);
    }
    begin
}
