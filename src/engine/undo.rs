//! Taking changes back. That is a change too, and can be taken back itself.

use super::Engine;
use super::change::{Part, Work};
use super::ports::{Clock, Network, Random, Store};
use crate::model::{CategoryId, Change, ChangeId, ChangeKind, LibraryError};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Takes a change back: all that it made different and nobody has changed since.
    ///
    /// # Errors
    /// A change that is not kept any more; else those of the store: then nothing is taken back.
    pub async fn undo(&self, id: &ChangeId) -> Result<Change, LibraryError> {
        let source = self.library.borrow().change(id).cloned();
        let source = source.filter(|record| !record.open);
        let source = source.ok_or(LibraryError::NoSuchChange)?;
        let first = self.slice(id, 0).await?;
        let deleted = first.shelf.filter(|shelf| shelf.added);
        let deleted = deleted.map(|shelf| shelf.category.id);
        let kind = match deleted {
            Some(_) => ChangeKind::DeleteCategory,
            None => source.change.kind.reverse(),
        };
        let category = source.change.category;
        let mut work = self.begin_change(kind, category, Some(id.clone())).await?;
        let made = self.undo_all(&mut work, source.slices, deleted).await;
        self.end_change(work, made).await
    }

    /// `deleted` is a category that had been brought back, and is to be deleted once more.
    async fn undo_all(
        &self,
        work: &mut Work<'_>,
        slices: u32,
        deleted: Option<CategoryId>,
    ) -> Result<(), LibraryError> {
        let _turn = self.turn(slices > 1 || deleted.is_some()).await;
        for number in (0..slices).rev() {
            let over = number == 0 && deleted.is_none();
            self.change_slice(work, Part::Undone(number), over).await?;
        }
        if let Some(id) = deleted {
            while !self.change_slice(work, Part::Category(&id), false).await? {}
        }
        Ok(())
    }
}
