//! What a person says about one link.

use super::Engine;
use super::draft::Draft;
use super::entry::Place;
use super::journal::Standing;
use super::ports::{Clock, Network, Random, Store};
use super::tags::clean_tags;
use crate::model::{Language, LibraryError, LinkEdit, LinkId, LinkView};
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
    pub async fn edit_link(
        &self,
        id: &LinkId,
        edit: &LinkEdit,
        language: Option<Language>,
    ) -> Result<LinkView, LibraryError> {
        let changed = {
            let _writer = self.begin().await?;
            if self.library.borrow().index.place_of(id) == Some(&Place::Trash) {
                return Err(LibraryError::InTrash);
            }
            let records = self.records(std::slice::from_ref(id)).await?;
            let link = records.into_iter().flatten().next();
            let link = link.ok_or(LibraryError::NoSuchLink)?;
            let mut edited = link.clone();
            let said = |text: String| (!text.is_empty()).then_some(text);
            if let Some(title) = &edit.title {
                edited.user.title = said(clean_line(title, TITLE_LIMIT));
            }
            if let Some(memo) = &edit.memo {
                edited.user.memo = said(clean_block(memo, MEMO_LIMIT));
            }
            if let Some(tags) = &edit.tags {
                edited.user.tags = clean_tags(tags);
            }
            if edited != link {
                edited.updated = self.clock.now();
                let mut draft = Draft::default();
                draft.link(&edited)?;
                draft.count_tags(&Standing::of(&link), &Standing::of(&edited));
                self.commit(draft).await?;
            }
            edited.id
        };
        let views = self.links(&[changed], language).await?;
        views.into_iter().next().ok_or(LibraryError::NoSuchLink)
    }
}
