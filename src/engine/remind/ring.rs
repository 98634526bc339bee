//! What is due, and when to look again.

use super::super::draft::Draft;
use super::super::library::Library;
use super::super::ports::{Clock, Network, Random, Store};
use super::super::{Engine, entry::Place};
use super::times::{around, in_this_zone};
use crate::model::{
    Language, LibraryError, Millis, Reminder, ReminderId, ReminderView, Repeat, Ring,
};

/// A reminder that rings later than this was missed: what wakes the worker may be half a minute
/// late.
const LATE: Millis = 60 * 1_000;
/// How far ahead the alarm is set at most: nothing tells a worker that sleeps of another time zone
/// or of a clock that was set.
const LOOK_AGAIN: Millis = 60 * 60 * 1_000;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Rings what is due and gives what a person has not been told of, the last first: that again
    /// which a worker that died had no time to tell. Of what repeats, however often it was missed,
    /// the last time rings. Reminders of links in the trash wait until these are restored.
    ///
    /// # Errors
    /// Those of the store: then nothing has rung, and is due at the next call.
    pub async fn ring(
        &self,
        language: Option<Language>,
    ) -> Result<Vec<ReminderView>, LibraryError> {
        if self.library.borrow().reminders.is_empty() {
            return Ok(Vec::new());
        }
        {
            let _writer = self.begin().await?;
            let mut draft = Draft::default();
            for before in self.library.borrow().shown_reminders() {
                let after = rung(&self.clock, before);
                if after != *before {
                    draft.reminder(after);
                }
            }
            if !draft.reminders.is_empty() {
                self.commit(draft).await?;
            }
        }
        let untold: Vec<Reminder> = {
            let library = self.library.borrow();
            let untold = |reminder: &&Reminder| reminder.rang.is_some_and(|ring| !ring.told);
            library.shown_reminders().filter(untold).cloned().collect()
        };
        let mut views = self.reminder_views(untold, language).await?;
        views.sort_by_key(|view| std::cmp::Reverse(view.rang.map(|ring| ring.at)));
        Ok(views)
    }

    /// A person has been told of these.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn told(&self, ids: &[ReminderId]) -> Result<(), LibraryError> {
        self.mark_rings(Some(ids), |ring| ring.told = true).await
    }

    /// When [`Engine::ring`] is to be called next, by the alarm that is set: that one, where it is
    /// early enough, since whoever sets an alarm anew over and over is never rung; none where
    /// nothing is pending.
    pub fn alarm(&self, set: Option<Millis>) -> Option<Millis> {
        let now = self.clock.now();
        let library = self.library.borrow();
        let pending = library.shown_reminders();
        let next = pending.filter_map(|reminder| reminder.due).min()?;
        // What could not ring now, since the store did not write, is tried again, but not at once.
        let next = if next > now { next } else { now + LATE };
        let latest = next.min(now + LOOK_AGAIN);
        let early = |set: &Millis| *set > now && *set <= latest;
        Some(set.filter(early).unwrap_or(latest))
    }
}

impl Library {
    /// Those of links that are not in the trash.
    pub(super) fn shown_reminders(&self) -> impl Iterator<Item = &Reminder> {
        self.reminders.values().filter(|reminder| {
            let place = self.index.place_of(&reminder.link);
            place.is_some_and(|place| *place != Place::Trash)
        })
    }
}

/// A reminder as it is now: with the time that it has in this time zone, and rung if it is due.
fn rung(clock: &impl Clock, reminder: &Reminder) -> Reminder {
    let mut now = in_this_zone(clock, reminder);
    let Some(due) = now.due.filter(|due| *due <= clock.now()) else {
        return now;
    };
    let (last, next) = match now.repeat {
        Repeat::Never => (None, None),
        _ => around(clock, &now),
    };
    let at = last.map_or(due, |last| last.due.max(due));
    now.rang = Some(Ring {
        at,
        missed: clock.now() - at > LATE,
        read: false,
        told: false,
    });
    now.snoozed = None;
    now.counted = false;
    now.due = next.map(|next| next.due);
    now.when = next.map_or(now.when, |next| next.wall);
    now
}
