//! The tasks that are not claimed yet: hosts take turns.

use std::collections::{BTreeMap, VecDeque};

use super::claims::Trust;
use super::task::Task;

#[derive(Default)]
pub(super) struct Backlog {
    urgent: Lane,
    bulk: Lane,
    /// Suspects that are read a few at a time.
    few: VecDeque<Task>,
    /// Suspects that are read one by one: those first that a person waits for, then those with
    /// which fewer workers died.
    alone: BTreeMap<(Bulk, u8), VecDeque<Task>>,
    /// Those that are no suspects any more, and go behind all who are.
    behind: VecDeque<Task>,
    /// The other suspects: not read, unless workers die of something else.
    parked: VecDeque<Task>,
}

/// Whether nobody waits for a task.
type Bulk = bool;

impl Backlog {
    pub(super) fn add(&mut self, task: Task, trust: Trust) {
        match trust {
            Trust::Normal if task.urgent => self.urgent.push(task),
            Trust::Normal => self.bulk.push(task),
            Trust::Spared => self.behind.push_back(task),
            Trust::Few => self.few.push_back(task),
            Trust::Alone(deaths) => {
                let place = (!task.urgent, deaths);
                self.alone.entry(place).or_default().push_back(task);
            }
            Trust::Parked => self.parked.push_back(task),
        }
    }

    /// Takes the tasks to claim next. `claimed` links are claimed already; so many more may be that
    /// are suspects, and that are not. `open` says whether a host can take one more.
    pub(super) fn take(
        &mut self,
        claimed: usize,
        suspects: usize,
        others: usize,
        mut open: impl FnMut(&str) -> bool,
    ) -> Vec<Task> {
        let mut taken = self.urgent.take(usize::MAX, &mut open);
        let few = self.few.iter().any(|task| open(&task.host));
        if few {
            let together = suspects.saturating_sub(taken.len());
            taken.extend((0..together).map_while(|_| take_open(&mut self.few, &mut open)));
        }
        let mut waited_for = self.alone.iter().filter(|((bulk, _), _)| !bulk);
        let hurried = waited_for.any(|(_, tasks)| tasks.iter().any(|task| open(&task.host)));
        let suspects = self.alone.values().flatten();
        if others > 0 && !few && !suspects.into_iter().any(|task| open(&task.host)) {
            for task in std::mem::take(&mut self.behind) {
                self.bulk.push(task);
            }
        }
        if !few && !hurried {
            taken.extend(self.bulk.take(others, &mut open));
        }
        if claimed + taken.len() == 0 {
            let mut suspects = self.alone.values_mut();
            taken.extend(suspects.find_map(|tasks| take_open(tasks, &mut open)));
            self.alone.retain(|_, tasks| !tasks.is_empty());
        }
        taken
    }

    /// The tasks that are to be read.
    pub(super) fn tasks(&self) -> impl Iterator<Item = &Task> {
        let lanes = [&self.urgent, &self.bulk].into_iter();
        let hosts = lanes.flat_map(|lane| lane.hosts.values().flatten());
        let suspects = self.alone.values().flatten().chain(&self.few);
        hosts.chain(suspects).chain(&self.behind)
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
            && self.behind.is_empty()
            && self.alone.is_empty()
    }

    /// Whether none of its tasks can be taken now.
    pub(super) fn is_closed(&self, open: impl Fn(&str) -> bool) -> bool {
        let mut hosts = self.urgent.hosts.keys().chain(self.bulk.hosts.keys());
        let suspects = self.alone.values().flatten().chain(&self.few);
        let mut others = suspects.chain(&self.behind);
        !hosts.any(|host| open(host)) && !others.any(|task| open(&task.host))
    }

    /// Takes out the tasks of a host that nobody waits for.
    pub(super) fn give_up(&mut self, host: &str) -> Vec<Task> {
        let here = |task: &Task| task.host == host && !task.urgent;
        let bulk = self.bulk.hosts.remove(host).into_iter().flatten();
        let mut given_up: Vec<Task> = bulk.collect();
        for queue in self
            .alone
            .values_mut()
            .chain([&mut self.few, &mut self.behind])
        {
            given_up.extend(drop_from(queue, &|task| !here(task)));
        }
        self.alone.retain(|_, tasks| !tasks.is_empty());
        given_up
    }

    /// Takes out the tasks that are not wanted any more.
    pub(super) fn drop_others(&mut self, wanted: &dyn Fn(&Task) -> bool) -> Vec<Task> {
        let urgent = self.urgent.hosts.values_mut();
        let lanes = urgent.chain(self.bulk.hosts.values_mut());
        let suspects = [&mut self.few, &mut self.behind, &mut self.parked];
        let mut dropped = Vec::new();
        for queue in lanes.chain(self.alone.values_mut()).chain(suspects) {
            dropped.extend(drop_from(queue, wanted));
        }
        for lane in [&mut self.urgent, &mut self.bulk] {
            lane.hosts.retain(|_, queue| !queue.is_empty());
        }
        self.alone.retain(|_, tasks| !tasks.is_empty());
        dropped
    }
}

/// Splits off the tasks that are not to be kept.
pub(super) fn drop_from(
    queue: &mut VecDeque<Task>,
    keep: &dyn Fn(&Task) -> bool,
) -> impl Iterator<Item = Task> {
    let (kept, dropped): (VecDeque<Task>, VecDeque<Task>) =
        std::mem::take(queue).into_iter().partition(keep);
    *queue = kept;
    dropped.into_iter()
}

/// Takes the first task whose host can take it.
fn take_open(queue: &mut VecDeque<Task>, open: &mut impl FnMut(&str) -> bool) -> Option<Task> {
    let at = queue.iter().position(|task| open(&task.host))?;
    queue.remove(at)
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
