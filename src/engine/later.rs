//! The tasks that wait for their time.

use std::collections::BTreeMap;

use super::task::Task;
use crate::model::Millis;

#[derive(Default)]
pub(super) struct Later {
    /// The number keeps those of one moment apart.
    tasks: BTreeMap<(Millis, u64), Task>,
    added: u64,
}

impl Later {
    pub(super) fn add(&mut self, task: Task, due: Millis) {
        self.added += 1;
        self.tasks.insert((due, self.added), task);
    }

    /// When the first of them is due.
    pub(super) fn due(&self) -> Option<Millis> {
        self.tasks.keys().next().map(|key| key.0)
    }

    /// Takes the first one out whose time has come.
    pub(super) fn take_due(&mut self, now: Millis) -> Option<Task> {
        let first = self.tasks.first_entry()?;
        (first.key().0 <= now).then(|| first.remove())
    }

    /// Takes out those of a kind.
    pub(super) fn take(&mut self, of_kind: &dyn Fn(&Task) -> bool) -> impl Iterator<Item = Task> {
        let taken = self.tasks.extract_if(.., move |_, task| of_kind(task));
        taken.map(|(_, task)| task)
    }

    /// The tries that they wait after were not the pages' fault.
    pub(super) fn forgive(&mut self) {
        for task in self.tasks.values_mut() {
            task.attempts = task.attempts.saturating_sub(1);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tasks.len()
    }
}
