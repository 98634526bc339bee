//! Reminders: set, edited, put off, cancelled; read and dismissed when they have rung.

mod list;
mod record;
mod ring;
mod set;
mod times;

use self::times::{Time, asked, offers};
use super::Engine;
use super::draft::Draft;
use super::index::length;
use super::journal::{ChangeRecord, ReminderStep, Steps};
use super::library::Library;
use super::ports::{Clock, Network, Random, Store};
use crate::model::{
    Change, ChangeId, ChangeKind, LibraryError, Offer, Reminder, ReminderId, ReminderSet,
    ReminderWish, Repeat, Ring,
};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The times that are offered now, the next first.
    ///
    /// # Errors
    /// A host without a calendar.
    pub fn reminder_offers(&self) -> Result<Vec<Offer>, LibraryError> {
        offers(&self.clock)
    }

    /// Gives a reminder another time, and another way to go on. It can be undone.
    ///
    /// # Errors
    /// As [`Engine::set_reminder`], and a reminder that does not exist.
    pub async fn edit_reminder(
        &self,
        id: &ReminderId,
        wish: &ReminderWish,
    ) -> Result<ReminderSet, LibraryError> {
        self.retime(id, |clock, reminder| {
            let repeat = wish.repeat.unwrap_or(reminder.repeat);
            let Time { wall, due, counted } = asked(clock, wish, repeat)?;
            if reminder.due.is_none() {
                reminder.rang = None;
            }
            reminder.repeat = repeat;
            reminder.start = wall;
            reminder.when = wall;
            reminder.snoozed = None;
            reminder.due = Some(due);
            reminder.counted = counted;
            Ok(())
        })
        .await
    }

    /// Puts a reminder off, whether it has rung or is to. One that repeats goes on as before then.
    /// It can be undone.
    ///
    /// # Errors
    /// As [`Engine::edit_reminder`].
    pub async fn snooze_reminder(
        &self,
        id: &ReminderId,
        wish: &ReminderWish,
    ) -> Result<ReminderSet, LibraryError> {
        self.retime(id, |clock, reminder| {
            let Time { wall, due, counted } = asked(clock, wish, Repeat::Never)?;
            reminder.snoozed = Some(wall);
            reminder.due = Some(due);
            reminder.counted = counted;
            reminder.rang = None;
            Ok(())
        })
        .await
    }

    async fn retime(
        &self,
        id: &ReminderId,
        retime: impl FnOnce(&C, &mut Reminder) -> Result<(), LibraryError>,
    ) -> Result<ReminderSet, LibraryError> {
        let (retimed, change) = {
            let _writer = self.begin().await?;
            let known = self.library.borrow().reminders.get(id).cloned();
            let before = known.ok_or(LibraryError::NoSuchReminder)?;
            let mut after = before.clone();
            retime(&self.clock, &mut after)?;
            let change = self.commit_reminder(Some(before), &after).await?;
            (after, change)
        };
        let reminder = self.reminder_view(retimed).await?;
        Ok(ReminderSet { reminder, change })
    }

    /// Writes a reminder so that it can be undone; nothing, where it is as it was.
    async fn commit_reminder(
        &self,
        before: Option<Reminder>,
        after: &Reminder,
    ) -> Result<Change, LibraryError> {
        let mut draft = Draft::default();
        let mut steps = Steps::default();
        if before.as_ref() != Some(after) {
            draft.reminder_step(&mut steps, before, after.clone());
        }
        self.commit_steps(draft, steps).await
    }

    /// Cancels reminders that are to ring. What has rung stays until it is dismissed.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn cancel_reminders(&self, ids: &[ReminderId]) -> Result<Change, LibraryError> {
        self.change_reminders(Some(ids), |reminder| {
            reminder.snoozed = None;
            reminder.due = None;
        })
        .await
    }

    /// Dismisses what has rung: these, or all. What is to ring again will.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn dismiss_reminders(
        &self,
        ids: Option<&[ReminderId]>,
    ) -> Result<Change, LibraryError> {
        self.change_reminders(ids, |reminder| reminder.rang = None)
            .await
    }

    /// Marks what has rung as read: these, or all.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read_reminders(&self, ids: Option<&[ReminderId]>) -> Result<(), LibraryError> {
        self.mark_rings(ids, |ring| {
            ring.read = true;
            ring.told = true;
        })
        .await
    }

    pub(super) async fn mark_rings(
        &self,
        ids: Option<&[ReminderId]>,
        mark: impl Fn(&mut Ring),
    ) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let mut draft = Draft::default();
        for before in self.library.borrow().meant(ids) {
            let mut after = before.clone();
            after.rang.iter_mut().for_each(&mark);
            if after != *before {
                draft.reminder(after);
            }
        }
        if draft.reminders.is_empty() {
            return Ok(());
        }
        self.commit(draft).await
    }

    /// Changes reminders so that it can be undone; those that neither ring nor rang then are no
    /// more.
    async fn change_reminders(
        &self,
        ids: Option<&[ReminderId]>,
        change: impl Fn(&mut Reminder),
    ) -> Result<Change, LibraryError> {
        let _writer = self.begin().await?;
        let mut draft = Draft::default();
        let mut steps = Steps::default();
        for before in self.library.borrow().meant(ids) {
            let mut after = before.clone();
            change(&mut after);
            if after == *before {
                continue;
            }
            let after = (after.due.is_some() || after.rang.is_some()).then_some(after);
            let id = before.id.clone();
            draft.reminders.insert(id.clone(), after.clone());
            steps.reminders.push(ReminderStep {
                id,
                before: Some(before.clone()),
                after,
            });
        }
        self.commit_steps(draft, steps).await
    }

    /// Changes reminders as the steps say, in one write that can be undone; without a step, nothing.
    async fn commit_steps(&self, mut draft: Draft, steps: Steps) -> Result<Change, LibraryError> {
        let change = Change {
            id: ChangeId::new(self.clock.now(), self.random.next()),
            kind: ChangeKind::Reminders,
            links: length(steps.count()),
            category: None,
        };
        if steps.count() > 0 {
            let record = ChangeRecord {
                change: change.clone(),
                slices: 1,
                open: false,
            };
            draft.keep_change(&self.library.borrow(), &record, &steps.slice(None))?;
            draft.drop_old_changes();
            self.commit(draft).await?;
        }
        Ok(change)
    }
}

impl Library {
    /// These, or all, of links that are not in the trash.
    fn meant(&self, ids: Option<&[ReminderId]>) -> impl Iterator<Item = &Reminder> {
        let all = self.shown_reminders();
        all.filter(move |reminder| ids.is_none_or(|ids| ids.contains(&reminder.id)))
    }
}
