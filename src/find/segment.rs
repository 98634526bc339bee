//! The texts of some hundred links in one piece: what is changed together, and kept together.

use memchr::memmem::Finder;

use super::letters::Letters;
use super::syllables::Syllables;
use super::word::Pattern;
use crate::model::LinkStamp;

/// A kept copy is not what was kept, or of another version: it is made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// What is known of a link beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Doc {
    stamp: LinkStamp,
    /// Where its text ends.
    end: u32,
    /// What stands in its text.
    letters: Letters,
}

/// The texts of at most [`Segment::DOCS`] links. The place of a link that was taken out stays
/// empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Ends with a line break, as each text in it does.
    text: Vec<u8>,
    docs: Vec<Doc>,
    /// Those in the text of each: apart from the others, since few searches ask for them.
    syllables: Vec<Syllables>,
    /// Changed since it was kept.
    pub(super) changed: bool,
}

impl Segment {
    /// The most links in one segment.
    pub(super) const DOCS: u32 = 512;
    /// No link is added to a text longer than this, in bytes: a change moves what stands behind it.
    const FULL: usize = 256 * 1024;
    /// To be changed with whatever changes the texts: folding, the lines of a document.
    const VERSION: u64 = 3;

    pub(super) fn slots(&self) -> std::ops::Range<u32> {
        0..length(self.docs.len())
    }

    pub(super) fn is_full(&self) -> bool {
        self.docs.len() >= Self::DOCS as usize || self.text.len() >= Self::FULL
    }

    pub(super) fn stamps(&self) -> impl Iterator<Item = LinkStamp> {
        self.docs.iter().map(|doc| doc.stamp)
    }

    /// The text of a link.
    pub(super) fn text(&self, slot: u32) -> &[u8] {
        let (start, end) = self.place(slot);
        self.text.get(start..end).unwrap_or_default()
    }

    fn place(&self, slot: u32) -> (usize, usize) {
        let end_of = |slot: usize| self.docs.get(slot).map_or(0, |doc| doc.end as usize);
        let slot = slot as usize;
        (slot.checked_sub(1).map_or(0, end_of), end_of(slot))
    }

    /// Adds a link, and gives its slot.
    pub(super) fn push(&mut self, stamp: LinkStamp, text: &[u8]) -> u32 {
        self.changed = true;
        self.text.extend_from_slice(text);
        self.docs.push(Doc {
            stamp,
            end: length(self.text.len()),
            letters: letters_of(text),
        });
        self.syllables.push(syllables_of(text));
        length(self.docs.len() - 1)
    }

    /// Gives a link another text; none takes it out.
    pub(super) fn replace(&mut self, slot: u32, text: &[u8]) {
        let (start, end) = self.place(slot);
        if self.text.get(start..end).is_none_or(|old| old == text) {
            return;
        }
        self.changed = true;
        self.text.splice(start..end, text.iter().copied());
        if let Some(syllables) = self.syllables.get_mut(slot as usize) {
            *syllables = syllables_of(text);
        }
        for (at, doc) in self.docs.iter_mut().enumerate().skip(slot as usize) {
            if at == slot as usize {
                doc.letters = letters_of(text);
                if text.is_empty() {
                    doc.stamp = LinkStamp::default();
                }
            }
            doc.end = length(doc.end as usize + text.len() - (end - start));
        }
    }

    /// Whether the text of a slot holds some letters.
    pub(super) fn spells(&self, slot: u32, letters: Letters) -> bool {
        let doc = self.docs.get(slot as usize);
        doc.is_some_and(|doc| doc.letters.hold(letters))
    }

    /// Whether a pattern may stand in the text of a slot.
    pub(super) fn may_hold(&self, slot: u32, pattern: &Pattern) -> bool {
        self.spells(slot, pattern.letters)
            && (pattern.syllables.is_empty()
                || self
                    .syllables
                    .get(slot as usize)
                    .is_some_and(|syllables| syllables.hold(pattern.syllables)))
    }

    /// The slots whose texts hold a pattern, in order, and where it stands first in each.
    pub(super) fn holding(
        &self,
        pattern: &Pattern,
        finder: &Finder<'_>,
    ) -> impl Iterator<Item = (u32, usize)> {
        let (mut from, mut start) = (0, 0);
        let mut docs = (0..).zip(&self.docs);
        std::iter::from_fn(move || {
            let at = from + pattern.find(finder, self.text.get(from..)?)?.0;
            let (slot, doc) = docs.find(|(_, doc)| {
                let here = doc.end as usize > at;
                start = if here { start } else { doc.end as usize };
                here
            })?;
            let place = at - start;
            (from, start) = (doc.end as usize, doc.end as usize);
            Some((slot, place))
        })
    }

    /// The segment as bytes, for a copy that is kept.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let numbers = [length(self.docs.len()).into()].into_iter();
        let docs = self
            .docs
            .iter()
            .zip(&self.syllables)
            .flat_map(|(doc, syllables)| {
                let [low, high] = syllables.numbers();
                let letters = doc.letters.number();
                [doc.stamp.number(), doc.end.into(), letters, low, high]
            });
        let mut bytes = vec![0; 16];
        bytes.extend(numbers.chain(docs).flat_map(u64::to_le_bytes));
        bytes.extend_from_slice(&self.text);
        let check = checksum(bytes.get(16..).unwrap_or_default());
        let head = [Self::VERSION, check]
            .into_iter()
            .flat_map(u64::to_le_bytes);
        bytes.splice(..16, head);
        bytes
    }

    /// Reads [`Self::encode`].
    ///
    /// # Errors
    /// [`Damaged`]: bytes that are not what was kept, or of another version.
    pub fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let (version, bytes) = number(bytes)?;
        let (check, bytes) = number(bytes)?;
        if version != Self::VERSION || check != checksum(bytes) {
            return Err(Damaged);
        }
        let (count, mut bytes) = number(bytes)?;
        let (mut docs, mut syllables) = (Vec::new(), Vec::new());
        let mut last = 0;
        for _ in 0..count.min(Self::DOCS.into()) {
            let (stamp, behind) = number(bytes)?;
            let (end, behind) = number(behind)?;
            let (letters, behind) = number(behind)?;
            let (low, behind) = number(behind)?;
            let (high, behind) = number(behind)?;
            bytes = behind;
            syllables.push(Syllables::from_numbers([low, high]));
            let end = u32::try_from(end).map_err(|_| Damaged)?;
            if end < last {
                return Err(Damaged);
            }
            last = end;
            docs.push(Doc {
                stamp: LinkStamp::from_number(stamp),
                end,
                letters: Letters::from_number(letters),
            });
        }
        if last as usize != bytes.len() {
            return Err(Damaged);
        }
        Ok(Self {
            text: bytes.to_vec(),
            docs,
            syllables,
            changed: false,
        })
    }
}

/// Texts are valid UTF-8; of what is not, nothing is known, so nothing is ruled out.
fn letters_of(text: &[u8]) -> Letters {
    let known = str::from_utf8(text).map(Letters::of);
    known.unwrap_or(Letters::from_number(u64::MAX))
}

fn syllables_of(text: &[u8]) -> Syllables {
    let known = str::from_utf8(text).map(Syllables::of);
    known.unwrap_or(Syllables::from_numbers([u64::MAX; 2]))
}

fn number(bytes: &[u8]) -> Result<(u64, &[u8]), Damaged> {
    let (first, rest) = bytes.split_first_chunk::<8>().ok_or(Damaged)?;
    Ok((u64::from_le_bytes(*first), rest))
}

/// Notices damage; eight bytes at a time, since it is made of 34 MB before the first search.
fn checksum(bytes: &[u8]) -> u64 {
    const PRIME: u64 = 0x9e37_79b9_7f4a_7c15;
    let (blocks, rest) = bytes.as_chunks::<8>();
    let mix = |sum: u64, next: u64| (sum ^ next).wrapping_mul(PRIME).rotate_left(29);
    let sum = blocks
        .iter()
        .fold(PRIME, |sum, block| mix(sum, u64::from_le_bytes(*block)));
    let sum = rest.iter().fold(sum, |sum, byte| mix(sum, (*byte).into()));
    mix(sum, bytes.len() as u64)
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
