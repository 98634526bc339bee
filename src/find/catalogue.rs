//! The texts of all links, and which of them hold the words of a query.

use std::rc::Rc;

use super::document::{self, Document};
use super::found::{Found, Guide, Places};
use super::hits::Hits;
use super::query::Query;
use super::segment::{Damaged, Segment};
use super::word::{Pattern, Word};
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
    pub fn search(&self, query: &Query, earlier: Option<&Found>) -> Found {
        let earlier = earlier.filter(|earlier| query.narrows(&earlier.query));
        let mut hits: Option<Hits> = None;
        let mut places = earlier.and_then(|earlier| earlier.places.clone());
        for word in query.deciding(earlier.map(|earlier| &earlier.query)) {
            let among = hits.as_ref().or(earlier.map(|earlier| &earlier.hits));
            if let Some(letter) = word.letter {
                let spells = |segment: &Segment, slot| segment.spells(slot, letter);
                hits = Some(self.of_which(spells, among));
            } else {
                let guide = places.as_ref().and_then(|places| places.guide(word));
                let (holding, first) = self.holding(word, among, guide);
                hits = Some(holding);
                places = Some(Rc::new(first));
            }
        }
        let known = || earlier.map(|earlier| earlier.hits.clone());
        Found {
            query: query.clone(),
            hits: hits.or_else(known).unwrap_or_else(|| self.all()),
            places,
        }
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

    /// The links, all or of some, of which something is true.
    fn of_which(&self, is: impl Fn(&Segment, u32) -> bool, among: Option<&Hits>) -> Hits {
        let mut found = Hits::default();
        for (at, segment) in self.segments.iter().enumerate() {
            let first = first_of(at);
            let mut look = |slot| {
                if is(segment, slot) {
                    found.insert(first + slot);
                }
            };
            match among {
                None => segment.slots().for_each(look),
                Some(hits) => hits.visit(first, Segment::DOCS, |number| look(number - first)),
            }
        }
        found
    }

    /// The links that hold a word, of all or of some, and where it stands first in them.
    fn holding(
        &self,
        word: &Word,
        among: Option<&Hits>,
        guide: Option<Guide<'_>>,
    ) -> (Hits, Places) {
        let mut found = Hits::default();
        let mut places = Places::of(word, self.segments.len() * Segment::DOCS as usize);
        let mut note = |number: DocNumber, place: usize| {
            found.insert(number);
            places.note(number, place);
        };
        for pattern in &word.patterns {
            match (among, guide) {
                (Some(among), Some(guide)) => self.follow(pattern, among, guide, &mut note),
                _ => self.look_for(pattern, among, &mut note),
            }
        }
        (found, places)
    }

    /// Looks for a pattern where a word has led to.
    fn follow(
        &self,
        pattern: &Pattern,
        among: &Hits,
        guide: Guide<'_>,
        note: &mut impl FnMut(DocNumber, usize),
    ) {
        let finder = pattern.finder();
        for (at, segment) in self.segments.iter().enumerate() {
            let first = first_of(at);
            among.visit(first, Segment::DOCS, |number| {
                let slot = number - first;
                if segment.may_hold(slot, pattern) {
                    let text = segment.text(slot);
                    if let Some(place) = pattern.find_from(&finder, text, guide.from(number)) {
                        note(number, place);
                    }
                }
            });
        }
    }

    /// Looks for a pattern in all texts, or in some.
    fn look_for(
        &self,
        pattern: &Pattern,
        among: Option<&Hits>,
        note: &mut impl FnMut(DocNumber, usize),
    ) {
        /// Where so many of a segment's links come into question, reading all of it is quicker
        /// than reading each of them.
        const MANY: u32 = Segment::DOCS / 4;
        let finder = pattern.finder();
        let may_hold = |segment: &Segment, slot| segment.may_hold(slot, pattern);
        let open = self.of_which(may_hold, among);
        for (at, segment) in self.segments.iter().enumerate() {
            let first = first_of(at);
            if open.count_among(first, Segment::DOCS) > MANY {
                for (slot, place) in segment.holding(pattern, &finder) {
                    if open.contains(first + slot) {
                        note(first + slot, place);
                    }
                }
            } else {
                open.visit(first, Segment::DOCS, |number| {
                    let found = pattern.find(&finder, segment.text(number - first));
                    if let Some((place, _)) = found {
                        note(number, place);
                    }
                });
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
