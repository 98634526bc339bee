//! Changing many links: in slices, each of which is one write, so that nobody waits for long; and
//! as a whole, so that a change that does not come to its end is taken back.

use std::cell::RefCell;
use std::collections::BTreeSet;

use futures_util::lock::MutexGuard;

use super::draft::Draft;
use super::journal::{ChangeRecord, Slice, Standing};
use super::pause::pause;
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{
    CategoryId, Change, ChangeId, ChangeKind, LibraryError, Link, LinkId, LinkSelection,
};

/// Links in one slice: Chrome takes 37 ms for a write into 100,000 keys however little is written, and
/// whoever saves meanwhile waits for one slice.
pub(super) const SLICE: usize = 1_024;

/// What a change does to each link.
pub(super) type Edit<'a> = &'a dyn Fn(&Link, &mut Standing) -> Result<(), LibraryError>;

/// A change that is being made.
pub(super) struct Work<'a> {
    pub(super) record: ChangeRecord,
    /// The change that it takes back.
    pub(super) undoes: Option<ChangeId>,
    /// Links that are out of the trash, and whose pages nobody has read yet.
    pub(super) unread: Vec<LinkId>,
    going: Going<'a>,
}

/// The links of a slice, and what happens to them.
pub(super) enum Part<'a> {
    /// These.
    Links(&'a [LinkId], Edit<'a>),
    /// As many as there are in a category, into the trash; and the category, when it is empty.
    Category(&'a CategoryId),
    /// Those of a slice of the change that is taken back.
    Undone(u32),
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Does the same to some links, those that exist.
    pub(super) async fn change_links(
        &self,
        kind: ChangeKind,
        category: Option<String>,
        links: &[LinkId],
        edit: Edit<'_>,
    ) -> Result<Change, LibraryError> {
        let mut work = self.begin_change(kind, category, None).await?;
        let made = self.change_all(&mut work, links, edit).await;
        self.end_change(work, made).await
    }

    async fn change_all(
        &self,
        work: &mut Work<'_>,
        links: &[LinkId],
        edit: Edit<'_>,
    ) -> Result<(), LibraryError> {
        let _turn = self.turn(links.len() > SLICE).await;
        let mut slices = links.chunks(SLICE).peekable();
        while let Some(slice) = slices.next() {
            let over = slices.peek().is_none();
            let part = Part::Links(slice, edit);
            self.change_slice(work, part, over).await?;
        }
        Ok(())
    }

    /// Changes of more than one slice follow one another.
    pub(super) async fn turn(&self, long: bool) -> Option<MutexGuard<'_, ()>> {
        if !long {
            return None;
        }
        Some(self.changes.lock().await)
    }

    pub(super) async fn begin_change(
        &self,
        kind: ChangeKind,
        category: Option<String>,
        undoes: Option<ChangeId>,
    ) -> Result<Work<'_>, LibraryError> {
        self.take_back_open().await?;
        let id = ChangeId::new(self.clock.now(), self.random.next());
        Ok(Work {
            going: Going::new(&self.going, id.clone()),
            record: ChangeRecord {
                change: Change {
                    id,
                    kind,
                    links: 0,
                    category,
                },
                slices: 0,
                open: true,
            },
            undoes,
            unread: Vec::new(),
        })
    }

    /// What failed midway is taken back. Links that are back and were never read are read.
    pub(super) async fn end_change(
        &self,
        work: Work<'_>,
        made: Result<(), LibraryError>,
    ) -> Result<Change, LibraryError> {
        drop(work.going);
        if let Err(error) = made {
            // What cannot be taken back now is at the next change, or the next start.
            let _ = self.take_back_open().await;
            return Err(error);
        }
        if !work.unread.is_empty() {
            // They are back all the same, as links that wait to be read.
            let _ = self.refresh(&LinkSelection::Links(work.unread)).await;
        }
        Ok(work.record.change)
    }

    /// Makes one slice; `over` says that it is the last. Gives whether it was: that of a category
    /// is when nothing is left in it.
    pub(super) async fn change_slice(
        &self,
        work: &mut Work<'_>,
        part: Part<'_>,
        over: bool,
    ) -> Result<bool, LibraryError> {
        let writer = self.begin().await?;
        let mut draft = Draft::default();
        let (steps, shelving, over) = self.draft_part(&mut draft, work, part, over).await?;
        let nothing = steps.count() == 0 && shelving.is_none();
        let first = work.record.slices == 0 && work.undoes.is_none();
        if !nothing || (over && !first) {
            self.draft_record(&mut draft, work, &steps.slice(shelving), over)?;
            self.commit(draft).await?;
        }
        drop(writer);
        if !over {
            // Whoever waits to write comes first.
            pause().await;
        }
        Ok(over)
    }

    /// The slice with what is known of the whole change now.
    fn draft_record(
        &self,
        draft: &mut Draft,
        work: &mut Work<'_>,
        slice: &Slice,
        over: bool,
    ) -> Result<(), LibraryError> {
        let library = self.library.borrow();
        work.record.slices += 1;
        work.record.open = !over;
        draft.keep_change(&library, &work.record, slice)?;
        if over {
            if let Some(id) = &work.undoes {
                draft.drop_change(&library, id);
            }
            draft.drop_old_changes();
        }
        Ok(())
    }

    /// Takes back the changes that did not come to their end.
    pub(super) async fn take_back_open(&self) -> Result<(), LibraryError> {
        while let Some(id) = self.next_open() {
            self.take_back_slice(&id).await?;
            pause().await;
        }
        Ok(())
    }

    fn next_open(&self) -> Option<ChangeId> {
        let library = self.library.borrow();
        let going = self.going.borrow();
        let open = library.changes.iter().filter(|record| record.open);
        let mut ids = open.map(|record| &record.change.id);
        ids.rfind(|id| !going.contains(*id)).cloned()
    }

    /// Takes the last slice of a change back, and what is left of the change is written with it.
    async fn take_back_slice(&self, id: &ChangeId) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let Some(mut record) = self.library.borrow().change(id).cloned() else {
            return Ok(());
        };
        let mut draft = Draft::default();
        let number = record.slices.saturating_sub(1);
        let slice = self.slice(id, number).await?;
        let mut unused = Work {
            going: Going::new(&self.going, id.clone()),
            record: record.clone(),
            undoes: None,
            unread: Vec::new(),
        };
        self.draft_back(&mut draft, &mut unused, &slice).await?;
        {
            let library = self.library.borrow();
            if let Some(shelf) = slice.shelf.filter(|shelf| shelf.added) {
                draft.remove_empty_category(&library, &shelf.category.id);
            }
            draft.gone.push(keys::change(id, number));
            record.slices = number;
            draft.shorten_change(&library, &record);
        }
        self.commit(draft).await
    }
}

/// Says that a change is being made, until it is dropped.
struct Going<'a> {
    all: &'a RefCell<BTreeSet<ChangeId>>,
    id: ChangeId,
}

impl<'a> Going<'a> {
    fn new(all: &'a RefCell<BTreeSet<ChangeId>>, id: ChangeId) -> Self {
        all.borrow_mut().insert(id.clone());
        Self { all, id }
    }
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        self.all.borrow_mut().remove(&self.id);
    }
}
