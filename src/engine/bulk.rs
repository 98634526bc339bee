//! What is done to many links at once.

use std::collections::HashMap;

use super::Engine;
use super::change::Edit;
use super::entry::Entry;
use super::ports::{Clock, Network, Random, Store};
use super::rank::Rank;
use super::tags::clean_tags;
use crate::model::{
    CategoryId, Change, ChangeKind, LibraryError, LinkId, LinkSelection, Sort, TagEdit,
};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Puts links among the favourites, or takes them away from them.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store: then nothing is changed.
    pub async fn favourite_links(
        &self,
        selection: &LinkSelection,
        favourite: bool,
    ) -> Result<Change, LibraryError> {
        let ids = self.selected(selection).await?;
        let edit: Edit<'_> = &|_, standing| {
            standing.favourite = favourite;
            Ok(())
        };
        self.change_links(ChangeKind::Favourite, None, &ids, edit)
            .await
    }

    /// Brings links into a category, or with none out of theirs.
    ///
    /// # Errors
    /// As [`Engine::favourite_links`].
    pub async fn move_links(
        &self,
        selection: &LinkSelection,
        category: Option<&CategoryId>,
    ) -> Result<Change, LibraryError> {
        let ids = self.selected(selection).await?;
        let name = category.map(|id| self.category_name(id)).transpose()?;
        let edit: Edit<'_> = &|_, standing| {
            // It may be deleted while the links are on their way.
            category.map(|id| self.category_name(id)).transpose()?;
            standing.category = category.cloned();
            Ok(())
        };
        self.change_links(ChangeKind::Move, name, &ids, edit).await
    }

    /// Adds tags to links, and takes tags away: letter case does not tell tags apart.
    ///
    /// # Errors
    /// As [`Engine::favourite_links`].
    pub async fn tag_links(
        &self,
        selection: &LinkSelection,
        tags: &TagEdit,
    ) -> Result<Change, LibraryError> {
        let ids = self.selected(selection).await?;
        let removed: Vec<String> = clean_tags(&tags.remove)
            .iter()
            .map(|tag| tag.to_lowercase())
            .collect();
        let edit: Edit<'_> = &|_, standing| {
            standing
                .tags
                .retain(|tag| !removed.contains(&tag.to_lowercase()));
            standing.tags = clean_tags(standing.tags.iter().chain(&tags.add));
            Ok(())
        };
        self.change_links(ChangeKind::Tag, None, &ids, edit).await
    }

    /// Puts links into the order by hand, as they are given: before another one, or last; and into
    /// a category. In a view that is not one place, they stay in their categories.
    ///
    /// # Errors
    /// As [`Engine::favourite_links`].
    pub async fn place_links(
        &self,
        links: &[LinkId],
        before: Option<&LinkId>,
        category: &str,
    ) -> Result<Change, LibraryError> {
        let ids = self.selected(&LinkSelection::Links(links.to_vec())).await?;
        let shown = self.arranged(category, Sort::Hand)?;
        let (target, name) = match category {
            "unsorted" => (Some(None), None),
            "all" | "problems" | "favourites" => (None, None),
            "trash" => return Err(LibraryError::InTrash),
            id => {
                let id = CategoryId::from(id);
                let name = self.category_name(&id)?;
                (Some(Some(id)), Some(name))
            }
        };
        let ranks = ranks(&shown, &ids, before);
        let mut changed = ids.clone();
        let placed = ids.into_iter().collect::<std::collections::HashSet<_>>();
        let others = ranks.keys().filter(|id| !placed.contains(*id));
        changed.extend(others.cloned());
        let edit: Edit<'_> = &|link, standing| {
            if let Some(rank) = ranks.get(&link.id) {
                let by_age = link.id.stamp().map(Rank::of);
                standing.rank = (Some(*rank) != by_age).then(|| rank.to_string());
            }
            if let Some(category) = target.as_ref().filter(|_| placed.contains(&link.id)) {
                category
                    .as_ref()
                    .map(|id| self.category_name(id))
                    .transpose()?;
                standing.category.clone_from(category);
            }
            Ok(())
        };
        self.change_links(ChangeKind::Place, name, &changed, edit)
            .await
    }
}

/// The ranks of links that are placed before another one, or last; and of links below, where
/// there is no room else.
fn ranks(shown: &[Entry], ids: &[LinkId], before: Option<&LinkId>) -> HashMap<LinkId, Rank> {
    let moved: std::collections::HashSet<&LinkId> = ids.iter().collect();
    // The one before which they come may be one of them.
    let stamp = before.and_then(LinkId::stamp);
    let at = shown.iter().position(|entry| Some(entry.stamp) == stamp);
    let (up, down) = shown.split_at(at.unwrap_or(shown.len()));
    let stays = |entry: &&Entry| !moved.contains(&entry.id());
    let above = up.iter().rev().find(stays).map(|entry| entry.rank);
    let below: Vec<&Entry> = down.iter().filter(stays).collect();
    let mut apart = 0;
    loop {
        let (moving, fixed) = below.split_at(apart.min(below.len()));
        let next = fixed.first().map(|entry| entry.rank);
        if let Some(ranks) = Rank::between(above, next, ids.len() + moving.len()) {
            let moving = moving.iter().map(|entry| entry.id());
            return ids.iter().cloned().chain(moving).zip(ranks).collect();
        }
        if apart > below.len() {
            return HashMap::new();
        }
        apart = apart * 2 + 1;
    }
}
