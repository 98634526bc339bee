//! Reminders in the store: one record each, and the list of their ids. All of them are in memory:
//! a library of 100,000 links has some hundreds.

use super::super::draft::Draft;
use super::super::journal::{ReminderStep, Steps};
use super::super::library::Library;
use super::super::ports::{Clock, Network, Random, Store};
use super::super::seals::Seals;
use super::super::{Engine, keys};
use crate::model::{LibraryError, LinkId, Reminder, ReminderId};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Reads the reminders. A damaged record is put aside, and so is a damaged list: what it named
    /// is found by the keys, as it is where the list is lost.
    pub(in super::super) async fn load_reminders(
        &self,
        library: &mut Library,
        list: Option<&String>,
        seals: Option<&Seals>,
    ) -> Result<(), LibraryError> {
        let listed = list.and_then(|json| keys::decode::<Vec<ReminderId>>(json).ok());
        let listed = listed.filter(|ids| seals.is_none_or(|seals| seals.are_all_reminders(ids)));
        let mut unlisted = listed.is_none();
        let mut mended = Vec::new();
        let ids = if let Some(ids) = listed {
            ids
        } else {
            mended = self.aside(keys::REMINDERS, list)?;
            let keys = self.store.keys().await?;
            let known = keys.iter().filter(|key| !library.gone.contains(*key));
            let ids = known.filter_map(|key| keys::reminder_id(key));
            ids.map(ReminderId::from).collect()
        };
        let found = self.read(ids.iter().map(keys::reminder).collect()).await?;
        for id in ids {
            let key = keys::reminder(&id);
            let read = found.get(&key).map(|json| keys::decode::<Reminder>(json));
            if let Some(Ok(reminder)) = read {
                library.reminders.insert(id, reminder);
            } else {
                // Its own key is not written again, so that it is where it was as well.
                mended.extend(self.aside(&key, found.get(&key))?);
                unlisted = true;
            }
        }
        if unlisted {
            let ids: Vec<&ReminderId> = library.reminders.keys().collect();
            mended.push((keys::REMINDERS.to_owned(), keys::encode(&ids)?));
            self.store.set(&mended).await?;
        }
        Ok(())
    }
}

impl Draft {
    pub(super) fn reminder(&mut self, reminder: Reminder) {
        self.reminders.insert(reminder.id.clone(), Some(reminder));
    }

    /// The same, with the step that leads back.
    pub(super) fn reminder_step(
        &mut self,
        steps: &mut Steps,
        before: Option<Reminder>,
        after: Reminder,
    ) {
        steps.reminders.push(ReminderStep {
            id: after.id.clone(),
            before,
            after: Some(after.clone()),
        });
        self.reminder(after);
    }

    /// What is to be written of the reminders; the list, where others are in it.
    pub(in super::super) fn reminder_entries(
        &self,
        library: &Library,
        entries: &mut Vec<(String, String)>,
    ) -> Result<(), LibraryError> {
        let mut changed = false;
        for (id, reminder) in &self.reminders {
            changed |= library.reminders.contains_key(id) != reminder.is_some();
            if let Some(reminder) = reminder {
                entries.push((keys::reminder(id), keys::encode(reminder)?));
            }
        }
        if changed {
            let ids = self.reminders_after(library);
            entries.push((keys::REMINDERS.to_owned(), keys::encode(&ids)?));
        }
        Ok(())
    }

    /// The reminders that there are once this is stored.
    pub(in super::super) fn reminders_after<'a>(
        &'a self,
        library: &'a Library,
    ) -> Vec<&'a ReminderId> {
        let kept = library.reminders.keys();
        let kept = kept.filter(|id| !self.reminders.contains_key(*id));
        let new = self.reminders.iter().filter(|(_, new)| new.is_some());
        kept.chain(new.map(|(id, _)| id)).collect()
    }

    /// Those of a link that is no more.
    pub(in super::super) fn forget_reminders(&mut self, library: &Library, link: &LinkId) {
        let all = library.reminders.values();
        for reminder in all.filter(|reminder| reminder.link == *link) {
            self.reminders.insert(reminder.id.clone(), None);
        }
    }

    /// Brings reminders back to how they were, those that nobody has changed since and whose
    /// links are still there.
    pub(in super::super) fn take_back_reminders(
        &mut self,
        library: &Library,
        steps: &[ReminderStep],
    ) -> Vec<ReminderStep> {
        let mut taken = Vec::new();
        for step in steps {
            let now = library.reminders.get(&step.id);
            let of = step.before.as_ref().or(step.after.as_ref());
            let linked = of.is_some_and(|of| library.index.place_of(&of.link).is_some());
            if now == step.after.as_ref() && linked {
                self.reminders.insert(step.id.clone(), step.before.clone());
                taken.push(ReminderStep {
                    id: step.id.clone(),
                    before: step.after.clone(),
                    after: step.before.clone(),
                });
            }
        }
        taken
    }
}
