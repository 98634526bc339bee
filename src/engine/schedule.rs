//! Whose turn it is: hosts take turns, none has more than its share, and what a person waits for
//! goes first. Pure: told what happens, it says what to do next.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::flush::Step;
use super::retry::Outcome;
use crate::model::{JobId, LinkId, Millis};

/// Requests at one host.
const PER_HOST: u32 = 4;
/// Requests at once, in the beginning.
const FIRST_LIMIT: u32 = 32;
/// Requests beyond the limit, for what a person waits for.
const RESERVED: u32 = 4;

/// A page to be read.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) link: LinkId,
    pub(super) job: JobId,
    pub(super) urgent: bool,
    /// The link's address.
    pub(super) stored_url: String,
    /// What to ask for: the link's address, or the one that its page names instead.
    pub(super) url: String,
    pub(super) host: String,
    /// Whether its address is on the public internet: then it may not lead out of it.
    pub(super) public: bool,
    /// How often it was asked for, and counted.
    pub(super) attempts: u8,
    /// What the first page said, where it named another address.
    pub(super) kept: Option<Outcome>,
}

impl Task {
    /// What is to be stored after one more request.
    pub(super) fn step(&self, outcome: Option<Outcome>) -> Step {
        Step {
            link: self.link.clone(),
            job: self.job.clone(),
            attempts: self.attempts + 1,
            outcome,
        }
    }
}

#[derive(Default)]
struct Host {
    urgent: VecDeque<Task>,
    bulk: VecDeque<Task>,
    in_flight: u32,
}

impl Host {
    fn queue(&mut self, urgent: bool) -> &mut VecDeque<Task> {
        if urgent {
            &mut self.urgent
        } else {
            &mut self.bulk
        }
    }

    fn is_idle(&self) -> bool {
        self.urgent.is_empty() && self.bulk.is_empty() && self.in_flight == 0
    }
}

pub(super) struct Schedule {
    hosts: BTreeMap<String, Host>,
    /// The hosts with tasks, in the order of their turns.
    urgent_turns: VecDeque<String>,
    bulk_turns: VecDeque<String>,
    /// Tasks that wait for their time; the number keeps those of one moment apart.
    later: BTreeMap<(Millis, u64), Task>,
    postponed: u64,
    links: BTreeSet<LinkId>,
    limit: u32,
    in_flight: u32,
}

impl Schedule {
    pub(super) fn new() -> Self {
        Self {
            hosts: BTreeMap::new(),
            urgent_turns: VecDeque::new(),
            bulk_turns: VecDeque::new(),
            later: BTreeMap::new(),
            postponed: 0,
            links: BTreeSet::new(),
            limit: FIRST_LIMIT,
            in_flight: 0,
        }
    }

    /// Takes a task in, unless its link is in hand already.
    pub(super) fn add(&mut self, task: Task) {
        if self.links.insert(task.link.clone()) {
            self.queue(task);
        }
    }

    /// Gives a task back that was handed out and is to be tried again at a time.
    pub(super) fn postpone(&mut self, task: Task, due: Millis) {
        self.postponed += 1;
        self.later.insert((due, self.postponed), task);
    }

    /// Says that the request of a task has ended.
    pub(super) fn answered(&mut self, host: &str) {
        self.in_flight -= 1;
        if let Some(entry) = self.hosts.get_mut(host) {
            entry.in_flight -= 1;
            if entry.is_idle() {
                self.hosts.remove(host);
            }
        }
    }

    /// Says that a link needs no more work.
    pub(super) fn finished(&mut self, link: &LinkId) {
        self.links.remove(link);
    }

    /// Lets go of the tasks that wait, of the jobs that do not go on.
    pub(super) fn keep_only(&mut self, goes_on: impl Fn(&JobId) -> bool) {
        let mut dropped = Vec::new();
        for host in self.hosts.values_mut() {
            for queue in [&mut host.urgent, &mut host.bulk] {
                queue.retain(|task| {
                    let keep = goes_on(&task.job);
                    if !keep {
                        dropped.push(task.link.clone());
                    }
                    keep
                });
            }
        }
        self.later.retain(|_, task| {
            let keep = goes_on(&task.job);
            if !keep {
                dropped.push(task.link.clone());
            }
            keep
        });
        for link in dropped {
            self.links.remove(&link);
        }
        self.hosts.retain(|_, host| !host.is_idle());
    }

    /// The next task to start now, if one may.
    pub(super) fn next(&mut self, now: Millis) -> Option<Task> {
        while let Some(entry) = self
            .later
            .first_entry()
            .filter(|entry| entry.key().0 <= now)
        {
            let task = entry.remove();
            self.queue(task);
        }
        self.take(true).or_else(|| self.take(false))
    }

    /// When the next of the tasks that wait for their time is due.
    pub(super) fn due(&self) -> Option<Millis> {
        self.later.keys().next().map(|key| key.0)
    }

    /// How many links are in hand.
    pub(super) fn len(&self) -> usize {
        self.links.len()
    }

    pub(super) const fn in_flight(&self) -> u32 {
        self.in_flight
    }

    /// Whether there is room for more requests.
    pub(super) const fn has_room(&self) -> bool {
        self.in_flight < self.limit
    }

    fn queue(&mut self, task: Task) {
        let urgent = task.urgent;
        let name = task.host.clone();
        let queue = self.hosts.entry(name.clone()).or_default().queue(urgent);
        queue.push_back(task);
        if queue.len() == 1 {
            self.turns(urgent).push_back(name);
        }
    }

    fn turns(&mut self, urgent: bool) -> &mut VecDeque<String> {
        if urgent {
            &mut self.urgent_turns
        } else {
            &mut self.bulk_turns
        }
    }

    fn take(&mut self, urgent: bool) -> Option<Task> {
        let limit = self.limit + if urgent { RESERVED } else { 0 };
        if self.in_flight >= limit {
            return None;
        }
        for _ in 0..self.turns(urgent).len() {
            let name = self.turns(urgent).pop_front()?;
            let Some(host) = self.hosts.get_mut(&name) else {
                continue;
            };
            if host.in_flight >= PER_HOST {
                self.turns(urgent).push_back(name);
                continue;
            }
            let Some(task) = host.queue(urgent).pop_front() else {
                continue;
            };
            host.in_flight += 1;
            let more = !host.queue(urgent).is_empty();
            self.in_flight += 1;
            if more {
                self.turns(urgent).push_back(name);
            }
            return Some(task);
        }
        None
    }
}
