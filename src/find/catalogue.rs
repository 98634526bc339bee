//! The texts of all links, and which of them hold the words of a query.

use super::document::{self, Document};
use super::hits::Hits;
use super::letters::Letters;
use super::query::Query;
use super::segment::{Damaged, Segment};
use super::word::Pattern;
use crate::model::{ById, LinkStamp};

/// The number of a link in the catalogue: that of its segment and its slot there.
pub type DocNumber = u32;

/// What all links say, folded.
#[derive(Debug, Default)]
pub struct Catalogue {
    segments: Vec<Segment>,
    numbers: ById<LinkStamp, DocNumber>,
}

impl Catalogue {
    /// How many links it knows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether it knows none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The number of a link, if it is known.
    #[must_use]
    pub fn number(&self, link: LinkStamp) -> Option<DocNumber> {
        self.numbers.get(&link).copied()
    }

    /// Takes in what a link says, new or changed.
    pub fn put(&mut self, link: LinkStamp, document: &Document<'_>) {
        let text = document.text();
        if let Some(number) = self.number(link) {
            self.replace(number, &text);
            return;
        }
        if self.segments.last().is_none_or(Segment::is_full) {
            self.segments.push(Segment::default());
        }
        let before = self.segments.len() - 1;
        if let Some(last) = self.segments.last_mut() {
            let slot = last.push(link, &text);
            self.numbers.insert(link, first_of(before) + slot);
        }
    }

    /// Forgets a link.
    pub fn remove(&mut self, link: LinkStamp) {
        if let Some(number) = self.numbers.remove(&link) {
            self.replace(number, &[]);
        }
    }

    fn replace(&mut self, number: DocNumber, text: &[u8]) {
        let at = (number / Segment::DOCS) as usize;
        if let Some(segment) = self.segments.get_mut(at) {
            segment.replace(number % Segment::DOCS, text);
        }
    }

    /// The links that hold every word. What an earlier search has found makes it quicker, where
    /// this one [narrows](Query::narrows) it and nothing has changed since.
    #[must_use]
    pub fn search(&self, query: &Query, earlier: Option<(&Query, &Hits)>) -> Hits {
        let mut found: Option<Hits> = None;
        let known = earlier.map(|(query, _)| query);
        for word in query.deciding(known) {
            let among = found.as_ref().or(earlier.map(|(_, hits)| hits));
            let mut holding = Hits::default();
            if let Some(letter) = word.letter {
                self.add_spelling(letter, among, &mut holding);
            } else {
                for pattern in &word.patterns {
                    self.add_holding(pattern, among, &mut holding);
                }
            }
            found = Some(holding);
        }
        found
            .or(earlier.map(|(_, hits)| hits.clone()))
            .unwrap_or_else(|| self.all())
    }

    fn all(&self) -> Hits {
        let mut all = Hits::default();
        for (at, segment) in self.segments.iter().enumerate() {
            for (slot, stamp) in (0..).zip(segment.stamps()) {
                if stamp != LinkStamp::default() {
                    all.insert(first_of(at) + slot);
                }
            }
        }
        all
    }

    /// Finds the links whose texts hold some letters, of all or of some.
    fn add_spelling(&self, letters: Letters, among: Option<&Hits>, found: &mut Hits) {
        for (at, segment) in self.segments.iter().enumerate() {
            let first = first_of(at);
            let numbers = segment.spelling(letters).map(|slot| first + slot);
            for number in numbers.filter(|number| among.is_none_or(|hits| hits.contains(*number))) {
                found.insert(number);
            }
        }
    }

    /// Finds the links that hold a pattern, of all or of some.
    fn add_holding(&self, pattern: &Pattern, among: Option<&Hits>, found: &mut Hits) {
        /// Where so many of a segment's links come into question, reading all of it is quicker
        /// than reading each of them.
        const MANY: usize = Segment::DOCS as usize / 4;
        let mut open = Hits::default();
        self.add_spelling(pattern.letters, among, &mut open);
        let finder = pattern.finder();
        for (at, segment) in self.segments.iter().enumerate() {
            let first = first_of(at);
            if open.among(first, Segment::DOCS).nth(MANY).is_some() {
                for slot in segment.holding(pattern, &finder) {
                    if open.contains(first + slot) {
                        found.insert(first + slot);
                    }
                }
            } else {
                for number in open.among(first, Segment::DOCS) {
                    let text = segment.text(number - first);
                    if pattern.find(&finder, text).is_some() {
                        found.insert(number);
                    }
                }
            }
        }
    }

    /// The title of a link, folded.
    #[must_use]
    pub fn title(&self, number: DocNumber) -> &[u8] {
        document::title(self.text(number))
    }

    /// The host of a link, folded.
    #[must_use]
    pub fn host(&self, number: DocNumber) -> &[u8] {
        document::site(self.text(number))
    }

    /// The tags of a link, each as written and folded.
    pub fn tags(&self, number: DocNumber) -> impl Iterator<Item = (&str, &str)> {
        document::tags(self.text(number))
    }

    fn text(&self, number: DocNumber) -> &[u8] {
        let segment = self.segments.get((number / Segment::DOCS) as usize);
        segment.map_or(&[], |segment| segment.text(number % Segment::DOCS))
    }

    /// How many segments there are.
    #[must_use]
    pub fn segment_count(&self) -> usize {
        self.segments.len()
    }

    /// The segments that changed since they were kept, by their numbers, at most so many; from
    /// now on they count as kept.
    pub fn take_changed(&mut self, most: usize) -> Vec<(usize, Vec<u8>)> {
        let changed = self
            .segments
            .iter_mut()
            .enumerate()
            .filter(|(_, segment)| segment.changed);
        changed
            .take(most)
            .map(|(at, segment)| {
                segment.changed = false;
                (at, segment.encode())
            })
            .collect()
    }

    /// No segment is kept.
    pub fn set_changed(&mut self) {
        for segment in &mut self.segments {
            segment.changed = true;
        }
    }

    /// Takes in the next segment of a kept copy.
    ///
    /// # Errors
    /// [`Damaged`]: the copy is of no use.
    pub fn restore(&mut self, bytes: &[u8]) -> Result<(), Damaged> {
        let segment = Segment::decode(bytes)?;
        let first = first_of(self.segments.len());
        for (slot, stamp) in (0..).zip(segment.stamps()) {
            if stamp == LinkStamp::default() {
                continue;
            }
            if self.numbers.insert(stamp, first + slot).is_some() {
                return Err(Damaged);
            }
        }
        self.segments.push(segment);
        Ok(())
    }
}

fn first_of(segment: usize) -> DocNumber {
    u32::try_from(segment).unwrap_or(u32::MAX / Segment::DOCS) * Segment::DOCS
}
