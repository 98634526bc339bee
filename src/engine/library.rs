//! The library in memory: what every operation needs at once. The records of the links stay in
//! the store.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::claims::Claims;
use super::draft::Draft;
use super::entry::Place;
use super::index::{Index, length};
use super::journal::ChangeRecord;
use super::keys;
use super::tally::Tally;
use super::touched::Touched;
use crate::model::{
    Category, CategoryId, CategoryList, Job, JobId, LibraryError, LinkStamp, Reminder, ReminderId,
    Settings,
};

/// What the store says about itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Meta {
    pub(super) schema: u32,
    /// Whether all of it is to be removed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) erasing: bool,
}

impl Meta {
    /// 2: there is a trash, which has a part of the index to itself, and there are tags.
    ///
    /// 3: the ids of links are shorter ([`Engine::shorten_ids`](super::Engine::shorten_ids)).
    pub(super) const SCHEMA: u32 = 3;
    /// The first that knew tags.
    pub(super) const TAGS: u32 = 2;
}

/// The categories in the order in which to show them, and the one that was saved to last. Their
/// counts are those of the index.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelves {
    pub(super) categories: Vec<Category>,
    pub(super) last: Option<CategoryId>,
}

impl Shelves {
    /// Those of a record, each once.
    pub(super) fn of(record: ShelvesRecord) -> Self {
        let mut shelves = Self {
            categories: Vec::new(),
            last: record.last,
        };
        for category in record.categories {
            if shelves.find(&category.id).is_none() {
                shelves.categories.push(category);
            }
        }
        shelves
    }

    pub(super) fn find(&self, id: &CategoryId) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == *id)
    }
}

/// [`keys::CATEGORIES`]: with the counts, so that a page can show them from this key alone, and
/// how many chunks each part of the index has.
#[derive(Serialize, Deserialize)]
pub(super) struct ShelvesRecord {
    categories: Vec<Category>,
    #[serde(default)]
    last: Option<CategoryId>,
    all: u32,
    #[serde(default)]
    unsorted: u32,
    #[serde(default)]
    problems: u32,
    #[serde(default)]
    favourites: u32,
    #[serde(default)]
    trash: u32,
    chunks: BTreeMap<String, u32>,
    /// The last stamp that a link was given; earlier versions did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    newest: Option<String>,
}

impl ShelvesRecord {
    /// What can be read of a damaged record: categories that are whole, in their order, the one
    /// that was saved to last, and the last stamp. Their counts and the index are to be made anew.
    pub(super) fn salvage(json: &str) -> Option<Self> {
        let mut record: Map<String, Value> = serde_json::from_str(json).ok()?;
        let mut part = |name| record.remove(name).unwrap_or_default();
        let categories = match part("categories") {
            Value::Array(categories) => categories,
            _ => Vec::new(),
        };
        let whole = categories.into_iter().map(serde_json::from_value);
        Some(Self {
            categories: whole.filter_map(Result::ok).collect(),
            last: serde_json::from_value(part("last")).ok(),
            newest: serde_json::from_value(part("newest")).ok(),
            all: 0,
            unsorted: 0,
            problems: 0,
            favourites: 0,
            trash: 0,
            chunks: BTreeMap::new(),
        })
    }

    /// The place, number and key of every chunk of the index.
    pub(super) fn chunk_keys(&self) -> impl Iterator<Item = (Place, u32, String)> {
        self.chunks.iter().flat_map(|(name, count)| {
            let place = Place::named(name);
            (0..*count).map(move |number| {
                let key = keys::index(&place, number);
                (place.clone(), number, key)
            })
        })
    }

    /// Whether an index holds as many links as there were when this was written, each in a place
    /// that there is.
    pub(super) fn agrees_with(&self, index: &Index) -> bool {
        let known = |id: &CategoryId| self.categories.iter().any(|category| category.id == *id);
        let mut places = self.chunks.keys().map(|name| Place::named(name));
        index.is_sound()
            && length(index.all().count()) == self.all
            && index.tally(&Place::Trash).links == self.trash
            && places.all(|place| place.category().is_none_or(known))
    }
}

#[derive(Default)]
pub(super) struct Library {
    pub(super) settings: Settings,
    pub(super) shelves: Shelves,
    pub(super) index: Index,
    pub(super) jobs: BTreeMap<JobId, Job>,
    pub(super) claims: Claims,
    pub(super) touched: Touched,
    /// How many links have each tag, the trash not counted.
    pub(super) tags: BTreeMap<String, u32>,
    /// All of them, also those of links in the trash: there are few.
    pub(super) reminders: BTreeMap<ReminderId, Reminder>,
    /// The changes that can be undone, the oldest first.
    pub(super) changes: Vec<ChangeRecord>,
    /// [`keys::GONE`]: what is still to be removed.
    pub(super) gone: Vec<String>,
}

impl Library {
    /// Goes on with stamps where a record says that they ended.
    pub(super) fn take_up(&mut self, record: &ShelvesRecord) {
        let newest = record.newest.as_deref().and_then(LinkStamp::parse);
        self.index.go_on_after(newest.unwrap_or_default());
    }

    pub(super) fn category_list(&self) -> CategoryList {
        self.category_list_with(&Draft::default())
    }

    pub(super) fn shelves_record(&self, draft: &Draft) -> Result<String, LibraryError> {
        let list = self.category_list_with(draft);
        let places = list
            .categories
            .iter()
            .map(|category| Place::Category(category.id.clone()));
        let drafted = draft.chunks.values().flatten().map(|entry| entry.stamp);
        let newest = drafted.max().max(Some(self.index.newest()));
        let chunks = places
            .chain([Place::Unsorted, Place::Trash])
            .map(|place| {
                let count = self.chunk_count_with(draft, &place);
                (place.name().to_owned(), count)
            })
            .collect();
        keys::encode(&ShelvesRecord {
            categories: list.categories,
            last: list.last,
            all: list.all,
            unsorted: list.unsorted,
            problems: list.problems,
            favourites: list.favourites,
            trash: list.trash,
            chunks,
            newest: newest.map(|stamp| stamp.to_string()),
        })
    }

    fn chunk_count_with(&self, draft: &Draft, place: &Place) -> u32 {
        let drafted = draft.chunks.keys().filter(|key| key.0 == *place);
        let drafted = drafted.map(|key| key.1 + 1).max().unwrap_or(0);
        self.index.chunk_count(place).max(drafted)
    }

    /// The categories and counts as they will be once the draft is stored.
    fn category_list_with(&self, draft: &Draft) -> CategoryList {
        let mut tallies = self.index.tallies();
        for ((place, number), chunk) in &draft.chunks {
            let before = Tally::of(self.index.chunk(place, *number));
            let tally = tallies.entry(place).or_default();
            *tally = tally.change(before, Tally::of(chunk));
        }
        let of = |place: &Place| tallies.get(place).copied().unwrap_or_default();
        let shelves = draft.shelves.as_ref().unwrap_or(&self.shelves);
        let categories = shelves
            .categories
            .iter()
            .map(|category| Category {
                count: of(&Place::Category(category.id.clone())).links,
                ..category.clone()
            })
            .collect();
        let all = tallies
            .iter()
            .filter(|(place, _)| ***place != Place::Trash)
            .fold(Tally::default(), |sum, (_, tally)| {
                sum.change(Tally::default(), *tally)
            });
        CategoryList {
            categories,
            all: all.links,
            unsorted: of(&Place::Unsorted).links,
            problems: all.problems,
            favourites: all.favourites,
            trash: of(&Place::Trash).links,
            last: shelves.last.clone(),
        }
    }
}
