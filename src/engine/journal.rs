//! What changes made different, so that they can be undone: also after the worker was stopped, and
//! also half of one, where it was stopped midway.
//!
//! A change of many links is made in slices, each in one write with the record of how its links
//! stood before. A change that is open when the library is opened did not come to its end: its
//! slices are taken back, the last first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::keys;
use super::library::Library;
use crate::model::{
    Category, CategoryId, Change, ChangeId, JobId, LibraryError, Link, LinkStamp, Millis, Reminder,
    ReminderId,
};

/// Changes that can be undone.
const KEPT_CHANGES: usize = 20;
/// Links in them, together: about 3 MB. The newest is always kept.
const KEPT_LINKS: u32 = 200_000;

/// A change that can be undone, in [`keys::CHANGES`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ChangeRecord {
    pub(super) change: Change,
    /// How many slices are stored.
    pub(super) slices: u32,
    /// Whether there are to be more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) open: bool,
}

/// All of a link that changes touch.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Standing {
    #[serde(rename = "c", skip_serializing_if = "Option::is_none")]
    pub(super) category: Option<CategoryId>,
    #[serde(rename = "d", skip_serializing_if = "Option::is_none")]
    pub(super) deleted: Option<Millis>,
    #[serde(rename = "f", skip_serializing_if = "std::ops::Not::not")]
    pub(super) favourite: bool,
    #[serde(rename = "t", skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<String>,
    #[serde(rename = "r", skip_serializing_if = "Option::is_none")]
    pub(super) rank: Option<String>,
    /// The job of a link that nobody has read yet, where it goes to the trash or comes back; an
    /// empty id where it has none.
    #[serde(rename = "j", skip_serializing_if = "Option::is_none")]
    pub(super) unread_of: Option<JobId>,
    /// Only where the change is about them: they differ from link to link.
    #[serde(rename = "w", skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<Words>,
}

/// What a person says of a link in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Words {
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(rename = "m", skip_serializing_if = "Option::is_none")]
    pub(super) memo: Option<String>,
}

impl Words {
    pub(super) fn of(link: &Link) -> Self {
        Self {
            title: link.user.title.clone(),
            memo: link.user.memo.clone(),
        }
    }
}

impl Standing {
    pub(super) fn of(link: &Link) -> Self {
        Self {
            category: link.category.clone(),
            deleted: link.deleted,
            favourite: link.user.favourite,
            tags: link.user.tags.clone(),
            rank: link.user.rank.clone(),
            unread_of: None,
            words: None,
        }
    }

    pub(super) fn give(&self, link: &mut Link) {
        link.category.clone_from(&self.category);
        link.deleted = self.deleted;
        link.user.favourite = self.favourite;
        link.user.tags.clone_from(&self.tags);
        link.user.rank.clone_from(&self.rank);
        if let Some(words) = &self.words {
            link.user.title.clone_from(&words.title);
            link.user.memo.clone_from(&words.memo);
        }
    }

    /// Goes back from `after` to `before`, in what differs between them and nobody has changed
    /// since.
    fn go_back(&mut self, before: &Self, after: &Self) {
        fn back<T: Clone + PartialEq>(now: &mut T, before: &T, after: &T) {
            if *now == *after {
                now.clone_from(before);
            }
        }
        back(&mut self.category, &before.category, &after.category);
        back(&mut self.deleted, &before.deleted, &after.deleted);
        back(&mut self.favourite, &before.favourite, &after.favourite);
        back(&mut self.tags, &before.tags, &after.tags);
        back(&mut self.rank, &before.rank, &after.rank);
        back(&mut self.unread_of, &before.unread_of, &after.unread_of);
        if let (Some(now), Some(before), Some(after)) =
            (&mut self.words, &before.words, &after.words)
        {
            back(&mut now.title, &before.title, &after.title);
            back(&mut now.memo, &before.memo, &after.memo);
        }
    }
}

/// What happened to a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ShelfChange {
    pub(super) category: Category,
    /// The one that stood below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) below: Option<CategoryId>,
    /// Whether it was saved to last.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) last: bool,
    /// Whether it was brought back, not deleted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) added: bool,
}

/// One slice, in [`keys::change`].
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Slice {
    groups: Vec<Group>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shelf: Option<ShelfChange>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) reminders: Vec<ReminderStep>,
}

/// How a reminder was and is; none: not at all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ReminderStep {
    pub(super) id: ReminderId,
    pub(super) before: Option<Reminder>,
    pub(super) after: Option<Reminder>,
}

/// Links that stood alike before and stand alike now.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Group {
    before: Standing,
    after: Standing,
    /// The stamps that their ids begin with: the index knows the rest.
    ids: String,
}

/// How the links and reminders of a slice stood, and stand.
#[derive(Default)]
pub(super) struct Steps {
    links: BTreeMap<LinkStamp, (Standing, Standing)>,
    pub(super) reminders: Vec<ReminderStep>,
}

impl Steps {
    pub(super) fn note(&mut self, stamp: LinkStamp, before: Standing, after: Standing) {
        self.links.insert(stamp, (before, after));
    }

    pub(super) fn count(&self) -> usize {
        self.links.len() + self.reminders.len()
    }

    pub(super) fn stamps(&self) -> impl Iterator<Item = LinkStamp> {
        self.links.keys().copied()
    }

    /// Takes one link back.
    pub(super) fn take_back(&self, link: &Link, standing: &mut Standing) {
        let step = link.id.stamp().and_then(|stamp| self.links.get(&stamp));
        if let Some((before, after)) = step {
            standing.words = before.words.as_ref().map(|_| Words::of(link));
            standing.go_back(before, after);
        }
    }

    pub(super) fn slice(self, shelving: Option<ShelfChange>) -> Slice {
        let mut groups: BTreeMap<(Standing, Standing), Vec<String>> = BTreeMap::new();
        for (stamp, steps) in self.links {
            groups.entry(steps).or_default().push(stamp.to_string());
        }
        let groups = groups.into_iter().map(|((before, after), ids)| Group {
            before,
            after,
            ids: ids.join(" "),
        });
        Slice {
            groups: groups.collect(),
            shelf: shelving,
            reminders: self.reminders,
        }
    }
}

impl From<&Slice> for Steps {
    fn from(slice: &Slice) -> Self {
        let mut steps = Self::default();
        for group in &slice.groups {
            for stamp in group.ids.split(' ').filter_map(LinkStamp::parse) {
                steps.note(stamp, group.before.clone(), group.after.clone());
            }
        }
        steps
    }
}

impl Library {
    pub(super) fn change(&self, id: &ChangeId) -> Option<&ChangeRecord> {
        self.changes.iter().find(|known| known.change.id == *id)
    }
}

impl Draft {
    /// Writes a change as it stands after this draft, with the slice that the draft is.
    pub(super) fn keep_change(
        &mut self,
        library: &Library,
        record: &ChangeRecord,
        slice: &Slice,
    ) -> Result<(), LibraryError> {
        let number = record.slices.saturating_sub(1);
        let key = keys::change(&record.change.id, number);
        self.record(key, keys::encode(slice)?);
        let mut changes = self.changes_but(library, &record.change.id);
        changes.push(record.clone());
        self.changes = Some(changes);
        Ok(())
    }

    /// Writes a change of which the last slice was taken back.
    pub(super) fn shorten_change(&mut self, library: &Library, record: &ChangeRecord) {
        let mut changes = self.changes_but(library, &record.change.id);
        if record.slices > 0 {
            changes.push(record.clone());
        }
        self.changes = Some(changes);
    }

    /// Forgets a change that was undone.
    pub(super) fn drop_change(&mut self, library: &Library, id: &ChangeId) {
        if let Some(record) = library.change(id) {
            self.gone.extend(slice_keys(record));
        }
        self.changes = Some(self.changes_but(library, id));
    }

    /// Forgets the oldest changes beyond what is kept.
    pub(super) fn drop_old_changes(&mut self) {
        let Some(changes) = &mut self.changes else {
            return;
        };
        let mut links = 0_u32;
        let mut kept = 0;
        let first = changes.iter().rev().take_while(|record| {
            links = links.saturating_add(record.change.links);
            kept += 1;
            kept == 1 || (kept <= KEPT_CHANGES && links <= KEPT_LINKS)
        });
        let surplus = changes.len() - first.count();
        let old: Vec<ChangeRecord> = changes.drain(..surplus).collect();
        let (open, over): (Vec<_>, Vec<_>) = old.into_iter().partition(|record| record.open);
        changes.splice(..0, open);
        self.gone.extend(over.iter().flat_map(slice_keys));
    }

    fn changes_but(&self, library: &Library, id: &ChangeId) -> Vec<ChangeRecord> {
        let changes = self.changes.as_ref().unwrap_or(&library.changes).iter();
        let others = changes.filter(|known| known.change.id != *id);
        others.cloned().collect()
    }
}

fn slice_keys(record: &ChangeRecord) -> impl Iterator<Item = String> {
    (0..record.slices).map(|number| keys::change(&record.change.id, number))
}
