//! The trash: links that were deleted, and can be had back for 30 days.

use super::change::{Edit, SLICE};
use super::draft::Draft;
use super::entry::{Entry, Place};
use super::index::length;
use super::library::{Library, Meta};
use super::pause::pause;
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{Change, ChangeKind, LibraryError, LinkId, LinkSelection, Millis};

/// How long links stay in the trash.
const KEPT: Millis = 30 * 24 * 60 * 60 * 1_000;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Puts links into the trash. Those that a job was to read are read no more.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store: then nothing is changed.
    pub async fn trash_links(&self, selection: &LinkSelection) -> Result<Change, LibraryError> {
        let ids = self.selected(selection).await?;
        let now = self.clock.now();
        let edit: Edit<'_> = &|_, standing| {
            standing.deleted = Some(now);
            Ok(())
        };
        self.change_links(ChangeKind::Trash, None, &ids, edit).await
    }

    /// Takes links out of the trash, back to where they were; where their category is no more, to
    /// the unsorted ones.
    ///
    /// # Errors
    /// As [`Engine::trash_links`].
    pub async fn restore_links(&self, selection: &LinkSelection) -> Result<Change, LibraryError> {
        let ids = self.selected_in_trash(selection).await?;
        let edit: Edit<'_> = &|_, standing| {
            standing.deleted = None;
            Ok(())
        };
        self.change_links(ChangeKind::Restore, None, &ids, edit)
            .await
    }

    /// Erases links of the trash, for good; gives how many.
    ///
    /// # Errors
    /// Those of the store: then some may be erased.
    pub async fn erase_links(&self, selection: &LinkSelection) -> Result<u32, LibraryError> {
        let ids = self.selected_in_trash(selection).await?;
        self.erase(&ids).await
    }

    /// Erases all links of the trash; gives how many.
    ///
    /// # Errors
    /// As [`Engine::erase_links`].
    pub async fn empty_trash(&self) -> Result<u32, LibraryError> {
        self.erase_links(&LinkSelection::Category("trash".into()))
            .await
    }

    /// Erases the links that have been in the trash for 30 days; gives how many.
    ///
    /// # Errors
    /// As [`Engine::erase_links`].
    pub async fn sweep_trash(&self) -> Result<u32, LibraryError> {
        let now = self.clock.now();
        let ids: Vec<LinkId> = {
            let library = self.library.borrow();
            let trash = library.index.in_place(&Place::Trash);
            let old = trash.filter(|entry| entry.deleted + KEPT <= now);
            old.map(Entry::id).collect()
        };
        self.erase(&ids).await
    }

    /// When [`Engine::sweep_trash`] has something to do; none while the trash is empty.
    pub fn trash_due(&self) -> Option<Millis> {
        let library = self.library.borrow();
        let trash = library.index.in_place(&Place::Trash);
        trash.map(|entry| entry.deleted + KEPT).min()
    }

    async fn erase(&self, ids: &[LinkId]) -> Result<u32, LibraryError> {
        let mut erased = 0;
        let jobs = self.jobs_with(ids).await?;
        for slice in ids.chunks(SLICE) {
            let writer = self.begin().await?;
            let mut draft = Draft::default();
            {
                let library = self.library.borrow();
                // Some may have left the trash meanwhile.
                let in_trash = |id: &&LinkId| library.index.place_of(id) == Some(&Place::Trash);
                for id in slice.iter().filter(in_trash) {
                    let Some(stamp) = id.stamp() else { continue };
                    draft.remove(&library.index, stamp);
                    draft.gone.push(keys::link(id));
                    draft.forget_reminders(&library, id);
                }
            }
            let count = length(draft.gone.len());
            if count > 0 {
                for mut job in jobs.iter().filter_map(|id| self.job(id)) {
                    job.thinned = true;
                    draft.job(job);
                }
                self.commit(draft).await?;
                erased += count;
            }
            drop(writer);
            pause().await;
        }
        // They are erased all the same; the next run counts the jobs that still count them.
        let _ = self.recount_thinned().await;
        Ok(erased)
    }

    /// Erases the whole library: links, categories, jobs, settings. There is no way back.
    ///
    /// # Errors
    /// Those of the store: then the rest is erased at the next start.
    pub async fn erase_everything(&self) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        self.unsure.set(true);
        let erasing = keys::encode(&Meta {
            schema: Meta::SCHEMA,
            erasing: true,
        })?;
        self.store.set(&[(keys::META.to_owned(), erasing)]).await?;
        // It is gone from now on: a copy for searching that is being kept meanwhile must see that.
        self.library.replace(Library::default());
        self.finder.forget();
        self.finish_erasing().await?;
        self.unsure.set(false);
        self.news.raise();
        Ok(())
    }

    /// Removes every key, the one that says so last.
    pub(super) async fn finish_erasing(&self) -> Result<(), LibraryError> {
        let mut keys = self.store.keys().await?;
        keys.retain(|key| key != keys::META);
        self.store.remove(&keys).await?;
        self.store.forget_kept().await;
        self.create().await
    }
}
