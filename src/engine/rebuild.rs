//! A damaged index is made anew from the links: they are what counts.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::index::{CHUNK, Entry, Index, Place, length};
use super::library::{Library, Shelves};
use super::open::READ;
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{Category, CategoryId, Language, LibraryError, LinkId, Millis};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Makes the index and the counts anew from the records that can be read. Categories whose
    /// names are lost get new ones. What is damaged is put aside and not overwritten.
    pub(super) async fn rebuild(
        &self,
        library: &mut Library,
        damaged: Option<&String>,
    ) -> Result<(), LibraryError> {
        let keys = self.store.keys().await?;
        let links = keys.iter().filter_map(|key| key.strip_prefix("l:"));
        let ids: Vec<LinkId> = links.map(LinkId::from).collect();
        let mut places: BTreeMap<Place, Vec<Entry>> = BTreeMap::new();
        for group in ids.chunks(READ) {
            for link in self.records(group).await?.into_iter().flatten() {
                let entry = Entry::of(&link);
                places.entry(link.category).or_default().extend(entry);
            }
        }
        let mut draft = Draft::default();
        let mut shelves = library.shelves.clone();
        let now = self.clock.now();
        for id in places.keys().flatten() {
            shelves.keep(id, self.language(library.settings.language), now);
        }
        draft.shelves = Some(shelves);
        for (place, mut entries) in places {
            entries.sort_by_key(|entry| entry.stamp);
            for (number, chunk) in (0..).zip(entries.chunks(CHUNK)) {
                draft.chunks.insert((place.clone(), number), chunk.to_vec());
            }
        }
        if let Some(json) = damaged {
            draft.record(format!("d:{now}:{}", keys::CATEGORIES), keys::encode(json)?);
        }
        library.index = Index::default();
        self.store.set(&draft.entries(library)?).await?;
        draft.apply(library);
        Ok(())
    }
}

impl Shelves {
    /// Sees to it that a category exists of which only links are left.
    fn keep(&mut self, id: &CategoryId, language: Language, now: Millis) {
        if self.find(id).is_some() {
            return;
        }
        let number = length(self.categories.len()) + 1;
        let name = match language {
            Language::En => format!("Recovered {number}"),
            Language::Ko => format!("복구한 카테고리 {number}"),
        };
        self.categories.push(Category {
            id: id.clone(),
            name,
            favourite: false,
            count: 0,
            created: now,
        });
    }
}
