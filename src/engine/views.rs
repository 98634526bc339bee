//! Which links a category or a view holds, and in which order they are shown.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Engine;
use super::entry::{Entry, Place};
use super::finder::Wanted;
use super::ports::{Clock, Network, Random, Store};
use crate::model::{CategoryId, LibraryError, LinkId, LinkSelection, Sort};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The links of a category or of a view, in the order in which to show them.
    ///
    /// By what links say is by their age here.
    pub(super) fn arranged(&self, category: &str, sort: Sort) -> Result<Vec<Entry>, LibraryError> {
        let mut entries = self.in_view(category)?;
        arrange(&mut entries, sort);
        Ok(entries)
    }

    fn in_view(&self, category: &str) -> Result<Vec<Entry>, LibraryError> {
        let library = self.library.borrow();
        let index = &library.index;
        let all = index.all();
        Ok(match category {
            "all" => all.copied().collect(),
            "problems" => all.filter(|entry| entry.problem).copied().collect(),
            "favourites" => all.filter(|entry| entry.favourite).copied().collect(),
            "unsorted" => index.in_place(&Place::Unsorted).copied().collect(),
            "trash" => index.in_place(&Place::Trash).copied().collect(),
            id => {
                let id = CategoryId::from(id);
                if library.shelves.find(&id).is_none() {
                    return Err(LibraryError::NoSuchCategory);
                }
                index.in_place(&Place::Category(id)).copied().collect()
            }
        })
    }

    /// The ids of some links, each once, in the order in which they are shown; none of the trash.
    pub(super) async fn selected(
        &self,
        selection: &LinkSelection,
    ) -> Result<Vec<LinkId>, LibraryError> {
        self.selected_of(selection, false).await
    }

    /// The same of the trash only.
    pub(super) async fn selected_in_trash(
        &self,
        selection: &LinkSelection,
    ) -> Result<Vec<LinkId>, LibraryError> {
        self.selected_of(selection, true).await
    }

    async fn selected_of(
        &self,
        selection: &LinkSelection,
        trash: bool,
    ) -> Result<Vec<LinkId>, LibraryError> {
        let ids: Vec<LinkId> = match selection {
            LinkSelection::Links(ids) => {
                let mut seen = HashSet::new();
                let first = ids.iter().filter(|id| seen.insert(*id));
                first.cloned().collect()
            }
            LinkSelection::Category(filter) => {
                let listing = self.listing(&Wanted::of(&filter.into())).await?;
                listing.ids(0, listing.len())
            }
        };
        let library = self.library.borrow();
        let meant = |id: &LinkId| {
            let place = library.index.place_of(id);
            place.is_some_and(|place| (*place == Place::Trash) == trash)
        };
        Ok(ids.into_iter().filter(meant).collect())
    }
}

/// Favourites first, but in the order by hand; in the trash what was deleted last.
fn arrange(entries: &mut [Entry], sort: Sort) {
    match sort {
        Sort::Hand => {
            entries.sort_by_key(|entry| Reverse((entry.deleted, entry.rank, entry.stamp)));
        }
        Sort::Oldest => entries.sort_by_key(|entry| {
            let first = entry.favourite && entry.deleted == 0;
            (!first, entry.deleted, entry.stamp)
        }),
        Sort::Newest | Sort::Title | Sort::Site => entries.sort_by_key(|entry| {
            let first = entry.favourite && entry.deleted == 0;
            Reverse((first, entry.deleted, entry.stamp))
        }),
    }
}
