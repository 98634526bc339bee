//! Categories that come and go in the course of a change.

use super::draft::Draft;
use super::entry::Place;
use super::journal::ShelfChange;
use super::library::{Library, Shelves};
use crate::model::{Category, CategoryId};

impl Draft {
    /// Deletes a category whose links are all elsewhere after this draft.
    pub(super) fn remove_category(
        &mut self,
        library: &Library,
        id: &CategoryId,
    ) -> Option<ShelfChange> {
        let shelves = self.shelves_mut(library);
        let at = shelves
            .categories
            .iter()
            .position(|known| known.id == *id)?;
        let category = shelves.categories.remove(at);
        let below = shelves.categories.get(at).map(|below| below.id.clone());
        let last = shelves.last.as_ref() == Some(id);
        if last {
            shelves.last = None;
        }
        self.removed.push(Place::Category(id.clone()));
        Some(ShelfChange {
            category,
            below,
            last,
            added: false,
        })
    }

    /// The same, if it has no links after this draft.
    pub(super) fn remove_empty_category(&mut self, library: &Library, id: &CategoryId) {
        let place = Place::Category(id.clone());
        let numbers = 0..library.index.chunk_count(&place);
        let left = numbers.clone().any(|number| {
            let drafted = self.chunks.get(&(place.clone(), number));
            let stored = library.index.chunk(&place, number);
            !drafted.map_or(stored, Vec::as_slice).is_empty()
        });
        if !left {
            self.remove_category(library, id);
        }
    }

    /// Brings a category back to where it stood, under its name or one like it.
    pub(super) fn add_category(&mut self, library: &Library, shelving: &ShelfChange) {
        let shelves = self.shelves_mut(library);
        if shelves.find(&shelving.category.id).is_some() {
            return;
        }
        let name = shelves.free_name_like(&shelving.category.name);
        let category = Category {
            name,
            ..shelving.category.clone()
        };
        let section = |other: &Category| other.favourite == category.favourite;
        let below = shelves
            .categories
            .iter()
            .position(|other| Some(&other.id) == shelving.below.as_ref() && section(other));
        let last = if category.favourite {
            shelves.categories.partition_point(|other| other.favourite)
        } else {
            shelves.categories.len()
        };
        shelves.categories.insert(below.unwrap_or(last), category);
        if shelving.last && shelves.last.is_none() {
            shelves.last = Some(shelving.category.id.clone());
        }
    }

    fn shelves_mut(&mut self, library: &Library) -> &mut Shelves {
        self.shelves.get_or_insert_with(|| library.shelves.clone())
    }
}

impl Shelves {
    /// A name that no category has: this one, or with a number behind it.
    fn free_name_like(&self, name: &str) -> String {
        let taken = |name: &str| {
            let folded = name.to_lowercase();
            let mut names = self.categories.iter();
            names.any(|known| known.name.to_lowercase() == folded)
        };
        if !taken(name) {
            return name.to_owned();
        }
        let stem: String = name.chars().take(Category::NAME_LIMIT - 6).collect();
        let mut numbered = (2..).map(|number: u32| format!("{} ({number})", stem.trim_end()));
        numbered
            .find(|name| !taken(name))
            .unwrap_or_else(|| name.to_owned())
    }
}
