//! What a person says about one link.

use super::Engine;
use super::change::Edit;
use super::journal::Words;
use super::ports::{Clock, Network, Random, Store};
use super::tags::clean_tags;
use crate::model::{Change, ChangeKind, LibraryError, LinkEdit, LinkId};
use crate::text::{clean_block, clean_line};

/// The longest title, in characters.
const TITLE_LIMIT: usize = 512;
/// The longest memo, in characters.
const MEMO_LIMIT: usize = 10_240;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Changes what a person says about a link.
    ///
    /// # Errors
    /// A link that does not exist or is in the trash; else those of the store.
    pub async fn edit_link(&self, id: &LinkId, edit: &LinkEdit) -> Result<Change, LibraryError> {
        if self.library.borrow().index.place_of(id).is_none() {
            return Err(LibraryError::NoSuchLink);
        }
        let said = |text: String| (!text.is_empty()).then_some(text);
        let say: Edit<'_> = &|link, standing| {
            if link.deleted.is_some() {
                return Err(LibraryError::InTrash);
            }
            let mut words = Words::of(link);
            if let Some(title) = &edit.title {
                words.title = said(clean_line(title, TITLE_LIMIT));
            }
            if let Some(memo) = &edit.memo {
                words.memo = said(clean_block(memo, MEMO_LIMIT));
            }
            if let Some(tags) = &edit.tags {
                standing.tags = clean_tags(tags);
            }
            standing.words = Some(words);
            Ok(())
        };
        self.change_links(ChangeKind::Edit, None, std::slice::from_ref(id), say)
            .await
    }
}
