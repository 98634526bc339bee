//! Setting reminders: of one link, or of several at once.

use super::super::Engine;
use super::super::draft::Draft;
use super::super::entry::Place;
use super::super::journal::Steps;
use super::super::library::Library;
use super::super::ports::{Clock, Network, Random, Store};
use super::times::{Time, asked};
use crate::model::{
    Change, LibraryError, LinkId, LinkSelection, Reminder, ReminderId, ReminderSet, ReminderWish,
    Repeat,
};

/// Of so many links a person can be reminded at once.
const MOST_AT_ONCE: usize = 100;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Sets a reminder of a link, which can be undone; one that is there already is not doubled.
    ///
    /// # Errors
    /// No time, or one that is over; a link that does not exist or is in the trash; a host without
    /// a calendar; else those of the store.
    pub async fn set_reminder(
        &self,
        link: &LinkId,
        wish: &ReminderWish,
    ) -> Result<ReminderSet, LibraryError> {
        let (set, change) = {
            let _writer = self.begin().await?;
            match self.library.borrow().index.place_of(link) {
                None => return Err(LibraryError::NoSuchLink),
                Some(Place::Trash) => return Err(LibraryError::InTrash),
                Some(_) => {}
            }
            let repeat = wish.repeat.unwrap_or_default();
            let time = asked(&self.clock, wish, repeat)?;
            let known = self.library.borrow().same_reminder(link, time, repeat);
            let before = known.clone();
            let set = known.unwrap_or_else(|| self.new_reminder(link, time, repeat));
            let change = self.commit_reminder(before, &set).await?;
            (set, change)
        };
        let reminder = self.reminder_view(set).await?;
        Ok(ReminderSet { reminder, change })
    }

    /// Sets a reminder of each of some links, all in one write that can be undone. What is there
    /// already is not doubled, and what is in the trash is left out.
    ///
    /// # Errors
    /// No time, or one that is over; more than 100 links; a host without a calendar; else those of
    /// the store: then no reminder is set.
    pub async fn remind_links(
        &self,
        selection: &LinkSelection,
        wish: &ReminderWish,
    ) -> Result<Change, LibraryError> {
        let links = self.selected(selection).await?;
        if links.len() > MOST_AT_ONCE {
            return Err(LibraryError::TooManyReminders);
        }
        let _writer = self.begin().await?;
        let repeat = wish.repeat.unwrap_or_default();
        let time = asked(&self.clock, wish, repeat)?;
        let mut draft = Draft::default();
        let mut steps = Steps::default();
        for link in &links {
            let library = self.library.borrow();
            let place = library.index.place_of(link);
            let there = place.is_some_and(|place| *place != Place::Trash);
            if !there || library.same_reminder(link, time, repeat).is_some() {
                continue;
            }
            let set = self.new_reminder(link, time, repeat);
            draft.reminder_step(&mut steps, None, set);
        }
        self.commit_steps(draft, steps).await
    }

    fn new_reminder(&self, link: &LinkId, time: Time, repeat: Repeat) -> Reminder {
        Reminder {
            id: ReminderId::new(self.clock.now(), self.random.next()),
            link: link.clone(),
            start: time.wall,
            repeat,
            when: time.wall,
            snoozed: None,
            due: Some(time.due),
            counted: time.counted,
            rang: None,
        }
    }
}

impl Library {
    /// The reminder of a link that rings then and goes on so.
    fn same_reminder(&self, link: &LinkId, time: Time, repeat: Repeat) -> Option<Reminder> {
        let mut all = self.reminders.values();
        let same = |known: &&Reminder| {
            known.link == *link && known.repeat == repeat && known.due == Some(time.due)
        };
        all.find(same).cloned()
    }
}
