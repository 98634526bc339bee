//! The library in memory: what every operation needs at once. The records of the links stay in
//! the store.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::claims::Claims;
use super::draft::Draft;
use super::index::{Entry, Index, Place, length};
use super::keys;
use super::touched::Touched;
use crate::model::{Category, CategoryId, CategoryList, Job, JobId, LibraryError, Settings};

/// What the store says about itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Meta {
    pub(super) schema: u32,
}

impl Meta {
    pub(super) const SCHEMA: u32 = 1;
}

/// The categories in the order in which to show them, and the one that was saved to last. Their
/// counts are those of the index.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelves {
    pub(super) categories: Vec<Category>,
    pub(super) last: Option<CategoryId>,
}

impl Shelves {
    pub(super) fn find(&self, id: &CategoryId) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == *id)
    }
}

/// [`keys::CATEGORIES`]: with the counts, so that a page can show them from this key alone, and
/// how many chunks each part of the index has.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ShelvesRecord {
    pub(super) categories: Vec<Category>,
    pub(super) last: Option<CategoryId>,
    all: u32,
    unsorted: u32,
    problems: u32,
    pub(super) chunks: BTreeMap<String, u32>,
}

#[derive(Default)]
pub(super) struct Library {
    pub(super) settings: Settings,
    pub(super) shelves: Shelves,
    pub(super) index: Index,
    pub(super) jobs: BTreeMap<JobId, Job>,
    pub(super) claims: Claims,
    pub(super) touched: Touched,
}

impl Library {
    pub(super) fn category_list(&self) -> CategoryList {
        self.category_list_with(&Draft::default())
    }

    pub(super) fn shelves_record(&self, draft: &Draft) -> Result<String, LibraryError> {
        let list = self.category_list_with(draft);
        let places = list
            .categories
            .iter()
            .map(|category| Some(category.id.clone()));
        let chunks = places
            .chain([None])
            .map(|place| {
                let count = self.chunk_count_with(draft, &place);
                (keys::place_name(&place).to_owned(), count)
            })
            .collect();
        keys::encode(&ShelvesRecord {
            categories: list.categories,
            last: list.last,
            all: list.all,
            unsorted: list.unsorted,
            problems: list.problems,
            chunks,
        })
    }

    fn chunk_count_with(&self, draft: &Draft, place: &Place) -> u32 {
        let drafted = draft.chunks.keys().filter(|key| key.0 == *place);
        let drafted = drafted.map(|key| key.1 + 1).max().unwrap_or(0);
        self.index.chunk_count(place).max(drafted)
    }

    /// The categories and counts as they will be once the draft is stored.
    fn category_list_with(&self, draft: &Draft) -> CategoryList {
        let mut all = length(self.index.all().count());
        let mut problems = self.problems();
        let mut counts: BTreeMap<&Place, u32> = BTreeMap::new();
        for ((place, number), chunk) in &draft.chunks {
            let before = self.index.chunk(place, *number);
            let change = |count: u32| count + length(chunk.len()) - length(before.len());
            all = change(all);
            let known = counts.get(place).copied();
            counts.insert(
                place,
                change(known.unwrap_or_else(|| self.index.count(place))),
            );
            problems = problems + count_problems(chunk) - count_problems(before);
        }
        let count_of = |place: &Place| {
            let drafted = counts.get(place).copied();
            drafted.unwrap_or_else(|| self.index.count(place))
        };
        let shelves = draft.shelves.as_ref().unwrap_or(&self.shelves);
        let categories = shelves
            .categories
            .iter()
            .map(|category| Category {
                count: count_of(&Some(category.id.clone())),
                ..category.clone()
            })
            .collect();
        CategoryList {
            categories,
            all,
            unsorted: count_of(&None),
            problems,
            last: shelves.last.clone(),
        }
    }

    fn problems(&self) -> u32 {
        length(self.index.all().filter(|entry| entry.problem).count())
    }
}

fn count_problems(entries: &[Entry]) -> u32 {
    length(entries.iter().filter(|entry| entry.problem).count())
}
