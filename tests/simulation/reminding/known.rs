//! What a person knows of the reminders, and what stands on the disk.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use urlink::model::{ChangeId, Millis, Reminder, ReminderId};

use super::{Reminding, Standing};

/// What a person knows.
#[derive(Default)]
pub(super) struct Knows {
    /// Reminders that are there.
    pub(super) alive: BTreeSet<ReminderId>,
    /// Reminders that are no more.
    pub(super) ended: BTreeSet<ReminderId>,
    /// The times at which each has rung.
    pub(super) told: BTreeMap<ReminderId, BTreeSet<Millis>>,
    pub(super) changes: Vec<ChangeId>,
}

impl Reminding {
    /// What holds after every write.
    pub(super) fn check(&self) {
        let standing = self.standing();
        let listed = self.world.disk().value("r:list").unwrap_or(json!([]));
        let listed: BTreeSet<ReminderId> = serde_json::from_value(listed).unwrap();
        assert!(
            listed.iter().eq(standing.keys()),
            "{listed:?}, {standing:?}"
        );
        for own in standing.values() {
            assert!(self.link_of(own).is_some(), "its link is erased: {own:?}");
            assert!(
                own.due.is_some() || own.rang.is_some(),
                "for nothing: {own:?}"
            );
        }
        let knows = self.knows.borrow();
        for id in &knows.alive {
            assert!(standing.contains_key(id), "{id} is lost");
        }
        for id in &knows.ended {
            assert!(!standing.contains_key(id), "{id} is back");
        }
    }

    /// Whatever is there is known, when nobody changes it.
    pub(super) fn look(&self) {
        let mut knows = self.knows.borrow_mut();
        let ended = knows.ended.clone();
        let there = self.standing().into_keys();
        knows.alive.extend(there.filter(|id| !ended.contains(id)));
    }

    /// What is taken back may ring once more, at a time that is over.
    pub(super) fn anything_may_be(&self) {
        let mut knows = self.knows.borrow_mut();
        knows.alive.clear();
        knows.ended.clear();
        knows.told.clear();
    }

    /// These may end now, or not.
    pub(super) fn may_end(&self, ids: &[ReminderId]) {
        let mut knows = self.knows.borrow_mut();
        knows.alive.retain(|id| !ids.contains(id));
    }

    /// Those of these that have ended never come back by themselves.
    pub(super) fn is_done(&self, ids: &[ReminderId]) {
        let there = self.standing();
        let ended = ids.iter().filter(|id| !there.contains_key(*id));
        self.knows.borrow_mut().ended.extend(ended.cloned());
        self.look();
    }

    pub(super) fn standing(&self) -> Standing {
        let disk = self.world.disk();
        let gone = disk.value("m:gone").unwrap_or(json!([]));
        let gone: Vec<String> = serde_json::from_value(gone).unwrap();
        let there = disk.under("r:").into_iter();
        let own = there.filter(|(key, _)| key != "r:list" && !gone.contains(key));
        own.map(|(key, record)| {
            let record: Reminder = serde_json::from_value(record).unwrap();
            assert_eq!(key, format!("r:{}", record.id));
            (record.id.clone(), record)
        })
        .collect()
    }

    fn link_of(&self, reminder: &Reminder) -> Option<Value> {
        let disk = self.world.disk();
        let key = format!("l:{}", reminder.link);
        let gone = disk.value("m:gone").unwrap_or(json!([]));
        let is_gone = gone.as_array().unwrap().iter().any(|own| *own == *key);
        disk.value(&key).filter(|_| !is_gone)
    }

    /// Whether its link is not in the trash.
    pub(super) fn is_shown(&self, reminder: &Reminder) -> bool {
        let link = self.link_of(reminder);
        link.is_some_and(|link| link.get("deleted").is_none())
    }
}
