//! Showing reminders.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::super::Engine;
use super::super::index::length;
use super::super::ports::{Clock, Network, Random, Store};
use crate::model::{
    Language, LibraryError, LinkId, LinkView, Millis, Reminder, ReminderList, ReminderView,
};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The reminders of links that are not in the trash: of one, or of all.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn list_reminders(
        &self,
        link: Option<&LinkId>,
        language: Option<Language>,
    ) -> Result<ReminderList, LibraryError> {
        let reminders: Vec<Reminder> = {
            let library = self.library.borrow();
            let all = library.shown_reminders();
            let meant = all.filter(|reminder| link.is_none_or(|link| reminder.link == *link));
            meant.cloned().collect()
        };
        let views = self.reminder_views(reminders, language).await?;
        let of = |wanted: fn(&ReminderView) -> bool| {
            let some = views.iter().filter(|view| wanted(view));
            some.cloned().collect::<Vec<_>>()
        };
        let mut rang = of(|view| view.rang.is_some());
        let mut pending = of(|view| view.due.is_some());
        rang.sort_by_key(|view| Reverse(view.rang.map(|ring| ring.at)));
        pending.sort_by_key(|view| view.due);
        let unread = rang.iter().filter(|view| is_unread(view));
        Ok(ReminderList {
            unread: length(unread.count()),
            rang,
            pending,
        })
    }

    /// How many have rung and are not read.
    pub fn unread_reminders(&self) -> u32 {
        let library = self.library.borrow();
        let shown = library.shown_reminders();
        let unread = shown.filter(|reminder| reminder.rang.is_some_and(|ring| !ring.read));
        length(unread.count())
    }

    pub(super) async fn reminder_view(
        &self,
        reminder: Reminder,
    ) -> Result<ReminderView, LibraryError> {
        let views = self.reminder_views(vec![reminder], None).await?;
        let view = views.into_iter().next();
        view.ok_or(LibraryError::NoSuchReminder)
    }

    pub(super) async fn reminder_views(
        &self,
        reminders: Vec<Reminder>,
        language: Option<Language>,
    ) -> Result<Vec<ReminderView>, LibraryError> {
        let mut links: Vec<LinkId> = reminders.iter().map(|one| one.link.clone()).collect();
        links.sort_unstable();
        links.dedup();
        let links = self.links(&links, language).await?;
        let links: HashMap<&LinkId, &LinkView> =
            links.iter().map(|link| (&link.id, link)).collect();
        let views = reminders.into_iter().map(|reminder| {
            let link = links.get(&reminder.link).copied();
            view(reminder, link)
        });
        Ok(views.collect())
    }

    /// When the next reminder of each link rings.
    pub(in super::super) fn next_reminders(&self) -> BTreeMap<LinkId, Millis> {
        let mut next: BTreeMap<LinkId, Millis> = BTreeMap::new();
        for reminder in self.library.borrow().shown_reminders() {
            if let Some(due) = reminder.due {
                let first = next.entry(reminder.link.clone()).or_insert(due);
                *first = due.min(*first);
            }
        }
        next
    }
}

fn is_unread(view: &ReminderView) -> bool {
    view.rang.is_some_and(|ring| !ring.read)
}

/// A reminder and its link, if that can be read.
fn view(reminder: Reminder, link: Option<&LinkView>) -> ReminderView {
    let image = link.and_then(|link| link.image.as_ref());
    ReminderView {
        title: link.map_or_else(String::new, |link| link.title.clone()),
        url: link.map_or_else(String::new, |link| link.url.clone()),
        href: link.and_then(|link| link.href.clone()),
        icon: link.and_then(|link| link.icon.clone()),
        image: image.map(|image| image.url.clone()),
        at: reminder.snoozed.unwrap_or(reminder.when),
        snoozed: reminder.snoozed.is_some(),
        id: reminder.id,
        link: reminder.link,
        due: reminder.due,
        repeat: reminder.repeat,
        rang: reminder.rang,
    }
}
