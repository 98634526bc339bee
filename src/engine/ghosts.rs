//! Links whose records are damaged or lost: what the index knows of them is shown, can be put away,
//! and is taken up again where their addresses are saved once more.

use std::collections::HashMap;

use super::candidate::{Candidate, Read};
use super::ports::{Clock, Network, Random, Store};
use super::rank::Rank;
use super::{Engine, keys};
use crate::model::{Language, LibraryError, Link, LinkHash, LinkId, LinkState, Problem, UserNotes};

/// Whether nothing is known of a link but what the index knows.
pub(super) fn is_ghost(link: &Link) -> bool {
    link.url.is_empty()
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// What is left of a link whose record is damaged or lost: what the index knows of it.
    pub(super) fn ghost(&self, id: &LinkId, language: Language) -> Option<Link> {
        let library = self.library.borrow();
        let entry = library.index.entry_of(id)?;
        let hint = match language {
            Language::En => "A damaged link",
            Language::Ko => "손상된 링크",
        };
        Some(Link {
            id: id.clone(),
            url: String::new(),
            key: None,
            category: library.index.place_of(id)?.category().cloned(),
            created: entry.stamp.created(),
            updated: entry.stamp.created(),
            state: LinkState::Failed,
            problem: Some(Problem::Damaged),
            attempts: 0,
            job: None,
            hint: Some(hint.to_owned()),
            page: None,
            user: UserNotes {
                favourite: entry.favourite,
                rank: (entry.rank != Rank::of(entry.stamp)).then(|| entry.rank.to_string()),
                ..UserNotes::default()
            },
            deleted: Some(entry.deleted).filter(|at| *at > 0),
        })
    }

    /// Adds the ghosts of a list's links to those of them that are in the library, by their keys:
    /// the hash of a link tells its key where its record cannot. Gives what is to be written so
    /// that the damaged texts are kept.
    pub(super) async fn add_ghosts(
        &self,
        list: &[Read],
        saved: &mut HashMap<String, Link>,
    ) -> Result<Vec<(String, String)>, LibraryError> {
        let candidates = list.iter().filter_map(Read::candidate);
        let unknown = candidates.filter(|candidate| !saved.contains_key(&candidate.key));
        let unknown: Vec<&Candidate> = unknown.collect();
        let hashes: Vec<LinkHash> = unknown.iter().map(|candidate| candidate.hash).collect();
        let ids = self.library.borrow().index.with_hashes(&hashes);
        let unread = unknown.into_iter().flat_map(|candidate| {
            let same = ids.iter().filter(|id| id.hash() == Some(candidate.hash));
            same.map(move |id| (candidate, id.clone()))
        });
        let unread: Vec<(&Candidate, LinkId)> = unread.collect();
        let mut asides = Vec::new();
        for (candidate, id) in unread {
            if saved.contains_key(&candidate.key) {
                continue;
            }
            let record = self.records(std::slice::from_ref(&id)).await?.pop();
            let key = keys::link(&id);
            let ghost = match record.flatten() {
                // Another address has the same hash.
                Some(link) if !is_ghost(&link) => continue,
                Some(ghost) => ghost,
                None => match self.ghost(&id, self.language(None)) {
                    Some(ghost) => ghost,
                    None => continue,
                },
            };
            let found = self.read(vec![key.clone()]).await?;
            asides.extend(self.aside(&key, found.get(&key))?);
            saved.insert(candidate.key.clone(), ghost);
        }
        Ok(asides)
    }
}
