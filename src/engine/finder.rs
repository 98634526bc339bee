//! What searching and sorting keep in memory: what all links say, how the last view is ordered,
//! what the last search found. All of it is derived, and made when it is asked for first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::lock::Mutex;

use super::entry::Entry;
use super::touched::Position;
use crate::find::{Catalogue, DocNumber, Found, Query, fold, natural_key};
use crate::model::{LinkId, LinkQuery, LinkStamp, Sort};

#[derive(Default)]
pub(super) struct Finder {
    /// Held by the one who brings the catalogue up to date.
    pub(super) turn: Mutex<()>,
    /// Whether a copy of the catalogue is being written.
    pub(super) keeping: Cell<bool>,
    pub(super) state: RefCell<State>,
    /// How often the library has changed.
    changes: Cell<u64>,
    /// How often it was erased.
    pub(super) erased: Cell<u32>,
}

#[derive(Default)]
pub(super) struct State {
    pub(super) catalogue: Catalogue,
    /// Whether the kept copy was looked for.
    pub(super) restored: bool,
    /// Whether it was made sure that every link is in the catalogue.
    pub(super) complete: bool,
    /// Up to where the catalogue holds what was written.
    pub(super) position: Position,
    /// The position of the copy that is kept; none where there is no good one.
    pub(super) kept: Option<Position>,
    view: Option<View>,
    /// What was found last.
    last: Option<Found>,
}

/// Which links are wanted, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) category: String,
    pub(super) sort: Sort,
    pub(super) tag: Option<String>,
    pub(super) query: Query,
}

impl Wanted {
    pub(super) fn of(query: &LinkQuery) -> Self {
        Self {
            category: query.category.clone(),
            sort: query.sort.unwrap_or_default(),
            tag: query.tag.as_deref().map(fold),
            query: Query::new(query.search.as_deref().unwrap_or_default()),
        }
    }

    /// Whether that takes what links say.
    pub(super) fn needs_catalogue(&self) -> bool {
        let by_text = matches!(self.sort, Sort::Title | Sort::Site);
        by_text || self.tag.is_some() || !self.query.is_empty()
    }
}

/// The links of a category or view in order, and their numbers in the catalogue.
struct View {
    category: String,
    sort: Sort,
    changes: u64,
    entries: Rc<Vec<Entry>>,
    /// As long as `entries`, once a search needed it.
    numbers: Vec<Option<DocNumber>>,
}

/// The links that were wanted, in order.
pub(super) struct Listing {
    entries: Rc<Vec<Entry>>,
    /// Which of the entries; none: all.
    picked: Option<Vec<u32>>,
}

impl Listing {
    pub(super) fn len(&self) -> usize {
        self.picked.as_ref().map_or(self.entries.len(), Vec::len)
    }

    /// Some of the ids, in order.
    pub(super) fn ids(&self, offset: usize, limit: usize) -> Vec<LinkId> {
        match &self.picked {
            None => {
                let part = self.entries.iter().skip(offset).take(limit);
                part.map(Entry::id).collect()
            }
            Some(picked) => {
                let part = picked.iter().skip(offset).take(limit);
                let entries = part.filter_map(|at| self.entries.get(*at as usize));
                entries.map(Entry::id).collect()
            }
        }
    }
}

impl Finder {
    /// The library is not what it was.
    pub(super) fn library_changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    /// The library was read anew: links may be there that no write has told of.
    pub(super) fn library_replaced(&self) {
        self.library_changed();
        self.state.borrow_mut().complete = false;
    }

    /// The library is erased.
    pub(super) fn forget(&self) {
        self.library_changed();
        self.erased.set(self.erased.get() + 1);
        self.state.borrow_mut().start_anew(Position::default());
    }

    /// The order that is known of a category or view, if nothing has changed since.
    pub(super) fn has_view(&self, wanted: &Wanted) -> bool {
        let state = self.state.borrow();
        let view = state.view.as_ref();
        view.is_some_and(|view| {
            view.changes == self.changes.get()
                && view.category == wanted.category
                && view.sort == wanted.sort
        })
    }

    /// Puts the links of a category or view in an order by what they say; in any other they come.
    pub(super) fn set_view(&self, wanted: &Wanted, mut entries: Vec<Entry>) {
        let mut state = self.state.borrow_mut();
        match wanted.sort {
            Sort::Newest | Sort::Oldest | Sort::Hand => {}
            Sort::Title => by_key(&mut entries, &state.catalogue, |catalogue, number, key| {
                natural_key(catalogue.title(number), key);
            }),
            Sort::Site => by_key(&mut entries, &state.catalogue, |catalogue, number, key| {
                key.extend_from_slice(catalogue.host(number));
                key.push(0);
                natural_key(catalogue.title(number), key);
            }),
        }
        state.view = Some(View {
            category: wanted.category.clone(),
            sort: wanted.sort,
            changes: self.changes.get(),
            entries: Rc::new(entries),
            numbers: Vec::new(),
        });
    }

    /// Those of the view that are wanted; none if there is no view.
    pub(super) fn listing(&self, wanted: &Wanted) -> Option<Listing> {
        let mut state = self.state.borrow_mut();
        let state = &mut *state;
        let view = state.view.as_mut()?;
        let entries = Rc::clone(&view.entries);
        if wanted.query.is_empty() && wanted.tag.is_none() {
            return Some(Listing {
                entries,
                picked: None,
            });
        }
        let catalogue = &state.catalogue;
        if view.numbers.is_empty() {
            let numbers = entries.iter().map(|entry| catalogue.number(entry.stamp));
            view.numbers = numbers.collect();
        }
        let mut last = state.last.take();
        let found = last
            .take_if(|last| last.query() == &wanted.query)
            .unwrap_or_else(|| catalogue.search(&wanted.query, last.as_ref()));
        let hits = found.hits();
        let has_tag = |number: DocNumber| {
            wanted.tag.as_ref().is_none_or(|tag| {
                let mut tags = catalogue.tags(number);
                tags.any(|own| own.1 == tag)
            })
        };
        let numbered = (0..).zip(&view.numbers);
        let picked = numbered
            .filter(|(_, number)| number.is_some_and(|doc| hits.contains(doc) && has_tag(doc)))
            .map(|(at, _)| at)
            .collect();
        state.last = Some(found);
        Some(Listing {
            entries,
            picked: Some(picked),
        })
    }
}

impl State {
    /// What was found before may be found no more.
    pub(super) fn forget_found(&mut self) {
        self.last = None;
        if let Some(view) = &mut self.view {
            view.numbers = Vec::new();
        }
    }

    /// Takes the catalogue away: it is to be made anew.
    pub(super) fn start_anew(&mut self, position: Position) {
        *self = Self {
            restored: true,
            position,
            ..Self::default()
        };
    }

    /// Those of the links that are not in the catalogue.
    pub(super) fn missing(
        &self,
        entries: impl Iterator<Item = (LinkStamp, LinkId)>,
    ) -> Vec<LinkId> {
        entries
            .filter(|(stamp, _)| self.catalogue.number(*stamp).is_none())
            .map(|(_, id)| id)
            .collect()
    }
}

/// Sorts by what links say, favourites first, the newest first among those that say the same.
fn by_key(
    entries: &mut [Entry],
    catalogue: &Catalogue,
    write: impl Fn(&Catalogue, DocNumber, &mut Vec<u8>),
) {
    let mut keys: Vec<u8> = Vec::new();
    let mut keyed: Vec<(usize, usize, Entry)> = Vec::with_capacity(entries.len());
    for entry in &*entries {
        let start = keys.len();
        if let Some(number) = catalogue.number(entry.stamp) {
            write(catalogue, number, &mut keys);
        }
        keyed.push((start, keys.len(), *entry));
    }
    let key_of = |(start, end, entry): &(usize, usize, Entry)| {
        (!entry.favourite, keys.get(*start..*end).unwrap_or_default())
    };
    keyed.sort_by(|a, b| key_of(a).cmp(&key_of(b)));
    for (slot, sorted) in entries.iter_mut().zip(keyed) {
        *slot = sorted.2;
    }
}
