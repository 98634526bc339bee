//! The tasks that are not claimed yet: hosts take turns.

use std::collections::{BTreeMap, VecDeque};

use super::claims::Trust;
use super::schedule::Task;
use crate::model::JobId;

/// Suspects that are read together.
const FEW: usize = 16;

#[derive(Default)]
pub(super) struct Backlog {
    urgent: Lane,
    bulk: Lane,
    /// Suspects of one death.
    few: VecDeque<Task>,
    /// Suspects of two.
    alone: VecDeque<Task>,
    /// Suspects of more, where workers died without them.
    last: VecDeque<Task>,
    /// The other suspects of more: not read, unless a worker dies of something else.
    parked: VecDeque<Task>,
}

impl Backlog {
    pub(super) fn add(&mut self, task: Task, trust: Trust) {
        match trust {
            Trust::Normal if task.urgent => self.urgent.push(task),
            Trust::Normal => self.bulk.push(task),
            Trust::Few => self.few.push_back(task),
            Trust::Alone => self.alone.push_back(task),
            Trust::Last => self.last.push_back(task),
            Trust::Parked => self.parked.push_back(task),
        }
    }

    /// Takes the tasks to claim next. `claimed` links are claimed already, `room` more may be;
    /// `open` says whether a host can take one more.
    pub(super) fn take(
        &mut self,
        claimed: usize,
        room: usize,
        mut open: impl FnMut(&str) -> bool,
    ) -> Vec<Task> {
        let mut taken = self.urgent.take(usize::MAX, &mut open);
        if !self.alone.is_empty() {
            if claimed + taken.len() == 0 {
                taken.extend(self.alone.pop_front());
            }
        } else if !self.few.is_empty() {
            let together = FEW.saturating_sub(claimed + taken.len());
            taken.extend(self.few.drain(..together.min(self.few.len())));
        } else {
            taken.extend(self.bulk.take(room, &mut open));
        }
        if claimed + taken.len() == 0 && self.bulk.hosts.is_empty() {
            taken.extend(self.last.pop_front());
        }
        taken
    }

    /// Takes the tasks that are not to be read.
    pub(super) fn take_parked(&mut self) -> VecDeque<Task> {
        std::mem::take(&mut self.parked)
    }

    /// Whether no task is left that is to be read.
    pub(super) fn is_empty(&self) -> bool {
        self.urgent.hosts.is_empty()
            && self.bulk.hosts.is_empty()
            && self.few.is_empty()
            && self.alone.is_empty()
            && self.last.is_empty()
    }

    /// Whether none of its tasks can be taken now.
    pub(super) fn is_closed(&self, open: impl Fn(&str) -> bool) -> bool {
        let mut hosts = self.urgent.hosts.keys().chain(self.bulk.hosts.keys());
        let suspects = self.few.len() + self.alone.len() + self.last.len();
        suspects == 0 && !hosts.any(|host| open(host))
    }

    /// Takes out the tasks of a host that nobody waits for.
    pub(super) fn give_up(&mut self, host: &str) -> impl Iterator<Item = Task> {
        self.bulk.hosts.remove(host).into_iter().flatten()
    }

    /// Takes out the tasks of the jobs that do not go on.
    pub(super) fn drop_others(&mut self, goes_on: impl Fn(&JobId) -> bool) -> Vec<Task> {
        let lanes = self
            .urgent
            .hosts
            .values_mut()
            .chain(self.bulk.hosts.values_mut());
        let mut dropped = Vec::new();
        let suspects = [
            &mut self.few,
            &mut self.alone,
            &mut self.last,
            &mut self.parked,
        ];
        for queue in lanes.chain(suspects) {
            dropped.extend(drop_from(queue, &goes_on));
        }
        for lane in [&mut self.urgent, &mut self.bulk] {
            lane.hosts.retain(|_, queue| !queue.is_empty());
        }
        dropped
    }
}

/// Splits off the tasks of the jobs that do not go on.
pub(super) fn drop_from(
    queue: &mut VecDeque<Task>,
    goes_on: impl Fn(&JobId) -> bool,
) -> impl Iterator<Item = Task> {
    let (keep, dropped): (VecDeque<Task>, VecDeque<Task>) = std::mem::take(queue)
        .into_iter()
        .partition(|task| goes_on(&task.job));
    *queue = keep;
    dropped.into_iter()
}

#[derive(Default)]
struct Lane {
    hosts: BTreeMap<String, VecDeque<Task>>,
    /// The hosts in the order of their turns; perhaps some that have no task any more.
    turns: VecDeque<String>,
}

impl Lane {
    fn push(&mut self, task: Task) {
        let host = task.host.clone();
        let queue = self.hosts.entry(host.clone()).or_default();
        queue.push_back(task);
        if queue.len() == 1 {
            self.turns.push_back(host);
        }
    }

    /// One task of each open host in turn, until there are `most`.
    fn take(&mut self, most: usize, open: &mut impl FnMut(&str) -> bool) -> Vec<Task> {
        let mut taken = Vec::new();
        let mut closed = Vec::new();
        while taken.len() < most
            && let Some(host) = self.turns.pop_front()
        {
            let Some(queue) = self.hosts.get_mut(&host) else {
                continue;
            };
            if !open(&host) {
                closed.push(host);
                continue;
            }
            taken.extend(queue.pop_front());
            if queue.is_empty() {
                self.hosts.remove(&host);
            } else {
                self.turns.push_back(host);
            }
        }
        self.turns.extend(closed);
        taken
    }
}
