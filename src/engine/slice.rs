//! What one slice of a change makes different, of links and of their category.

use super::change::{Edit, Part, SLICE, Work};
use super::draft::Draft;
use super::entry::{Entry, Place};
use super::index::length;
use super::journal::{ShelfChange, Slice, Standing, Steps, Words};
use super::ports::{Clock, Network, Random, Store};
use super::results::close;
use super::{Engine, keys};
use crate::model::{CategoryId, ChangeId, JobId, JobState, LibraryError, Link, LinkId, LinkState};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Drafts a slice. Gives its steps, what happens to a category, and whether it was the last;
    /// `over` says that it is.
    pub(super) async fn draft_part(
        &self,
        draft: &mut Draft,
        work: &mut Work<'_>,
        part: Part<'_>,
        over: bool,
    ) -> Result<(Steps, Option<ShelfChange>, bool), LibraryError> {
        match part {
            Part::Links(ids, edit) => {
                let steps = self.draft_links(draft, work, ids, edit).await?;
                Ok((steps, None, over))
            }
            Part::Category(id) => {
                let place = Place::Category(id.clone());
                let (ids, over): (Vec<LinkId>, bool) = {
                    let library = self.library.borrow();
                    let some = library.index.in_place(&place).take(SLICE);
                    let over = library.index.tally(&place).links as usize <= SLICE;
                    (some.map(Entry::id).collect(), over)
                };
                let now = self.clock.now();
                let trash: Edit<'_> = &|_, standing| {
                    standing.deleted = Some(now);
                    Ok(())
                };
                let steps = self.draft_links(draft, work, &ids, trash).await?;
                let library = self.library.borrow();
                // Those too whose records are damaged, and cannot say that they are in the trash.
                for stamp in ids.iter().filter_map(LinkId::stamp) {
                    draft.remove_left(&library.index, &place, stamp);
                }
                let shelving = over.then(|| draft.remove_category(&library, id)).flatten();
                Ok((steps, shelving, over))
            }
            Part::Undone(number) => {
                let id = work.undoes.clone().ok_or(LibraryError::NoSuchChange)?;
                if self.library.borrow().change(&id).is_none() {
                    return Err(LibraryError::NoSuchChange);
                }
                let slice = self.slice(&id, number).await?;
                let shelving = slice.shelf.as_ref().filter(|shelving| !shelving.added);
                if let Some(shelving) = shelving {
                    draft.add_category(&self.library.borrow(), shelving);
                }
                let mut steps = self.draft_back(draft, work, &slice).await?;
                steps.reminders =
                    draft.take_back_reminders(&self.library.borrow(), &slice.reminders);
                work.record.change.links += length(steps.reminders.len());
                let shelving = shelving.map(|shelving| ShelfChange {
                    added: true,
                    ..shelving.clone()
                });
                Ok((steps, shelving, over))
            }
        }
    }

    /// Brings links to where they stood before a slice.
    pub(super) async fn draft_back(
        &self,
        draft: &mut Draft,
        work: &mut Work<'_>,
        slice: &Slice,
    ) -> Result<Steps, LibraryError> {
        let steps = Steps::from(slice);
        let ids = self.ids_of(&steps);
        let edit: Edit<'_> = &|link, standing| {
            steps.take_back(link, standing);
            Ok(())
        };
        self.draft_links(draft, work, &ids, edit).await
    }

    fn ids_of(&self, steps: &Steps) -> Vec<LinkId> {
        let library = self.library.borrow();
        let entries = steps
            .stamps()
            .filter_map(|stamp| library.index.entry(stamp));
        entries.map(Entry::id).collect()
    }

    async fn draft_links(
        &self,
        draft: &mut Draft,
        work: &mut Work<'_>,
        ids: &[LinkId],
        edit: Edit<'_>,
    ) -> Result<Steps, LibraryError> {
        let records = self.records(ids).await?;
        let mut steps = Steps::default();
        for (id, link) in ids.iter().zip(records) {
            let damaged = link.is_none();
            let Some(mut link) = link.or_else(|| self.ghost(id, self.language(None))) else {
                continue;
            };
            let mut before = Standing::of(&link);
            let mut after = before.clone();
            edit(&link, &mut after)?;
            if damaged && after.deleted.is_none() {
                continue;
            }
            if damaged {
                // It can be put away. The text that it had is not overwritten.
                let key = keys::link(id);
                let found = self.read(vec![key.clone()]).await?;
                draft.records.extend(self.aside(&key, found.get(&key))?);
            }
            before.words = after.words.as_ref().map(|_| Words::of(&link));
            let unread = link.state == LinkState::Waiting;
            let back = unread && before.deleted.is_some() && after.deleted.is_none();
            if !back {
                after.unread_of = None;
            }
            if unread && before.deleted.is_none() && after.deleted.is_some() {
                let none = || JobId::from("");
                before.unread_of = Some(link.job.clone().unwrap_or_else(none));
            }
            self.draft_link(draft, &mut link, &before, &mut after)?;
            if after == before {
                continue;
            }
            if back && after.unread_of.is_none() {
                work.unread.push(link.id.clone());
            }
            if let Some(stamp) = link.id.stamp() {
                steps.note(stamp, before, after);
            }
        }
        work.record.change.links += length(steps.count());
        Ok(steps)
    }

    /// Gives a link another standing. One whose category is gone is left without.
    pub(super) fn draft_link(
        &self,
        draft: &mut Draft,
        link: &mut Link,
        before: &Standing,
        after: &mut Standing,
    ) -> Result<(), LibraryError> {
        let library = self.library.borrow();
        let shelves = draft.shelves.as_ref().unwrap_or(&library.shelves);
        let is_gone = |id: &CategoryId| shelves.find(id).is_none();
        if after.deleted.is_none() && after.category.as_ref().is_some_and(is_gone) {
            after.category = None;
        }
        if *after == *before {
            return Ok(());
        }
        let now = self.clock.now();
        after.give(link);
        link.updated = now;
        if after.deleted.is_some()
            && let Some(id) = link.job.take()
        {
            draft.unwanted.push((link.id.clone(), id.clone()));
            let job = draft.jobs.get(&id).or_else(|| library.jobs.get(&id));
            if let Some(mut job) = job.cloned() {
                job.uncount(LinkState::Waiting, None);
                if link.state != LinkState::Waiting {
                    job.count(link.state, link.problem);
                }
                if !self.is_accepting(&id) {
                    close(&mut job, now);
                }
                draft.job(job);
            }
        }
        if let Some(id) = &after.unread_of {
            let job = draft.jobs.get(id).or_else(|| library.jobs.get(id));
            if let Some(mut job) = job.cloned() {
                job.count(LinkState::Waiting, None);
                if job.state == JobState::Done {
                    job.state = JobState::Running;
                    job.finished = None;
                }
                link.job = Some(id.clone());
                draft.rejoined.insert(id.clone());
                draft.job(job);
            }
        }
        draft.link(link)?;
        draft.reindex(&library.index, link);
        draft.count_tags(before, after);
        Ok(())
    }

    /// What a slice of a change made different; nothing, where that is damaged.
    pub(super) async fn slice(&self, id: &ChangeId, number: u32) -> Result<Slice, LibraryError> {
        let key = keys::change(id, number);
        let found = self.read(vec![key.clone()]).await?;
        let slice = found.get(&key).and_then(|json| keys::decode(json).ok());
        Ok(slice.unwrap_or_default())
    }
}
