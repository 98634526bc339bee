//! Whose turn it is, of the tasks that are claimed: hosts take turns, none has more than its
//! share, and what a person waits for goes first. Pure: told what happens, it says what to do.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::backlog::drop_from;
use super::health::{Health, Limit};
use super::later::Later;
use super::task::Task;
use super::urgency::ByUrgency;
use crate::address::Zone;
use crate::model::{Millis, Problem};

/// Requests at one host.
const PER_HOST: u32 = 4;
/// Requests beyond the limit, for what a person waits for.
const RESERVED: u32 = 4;
/// Claimed tasks of one host.
const CLAIMED_PER_HOST: usize = 32;
/// Requests of one zone that are started while another one waits.
const TURN: u32 = 128;

#[derive(Default)]
struct Host {
    tasks: ByUrgency<VecDeque<Task>>,
    in_flight: u32,
    health: Health,
}

pub(super) struct Schedule {
    hosts: BTreeMap<String, Host>,
    /// The hosts with tasks, in the order of their turns.
    turns: ByUrgency<VecDeque<String>>,
    later: Later,
    /// When hosts that are left alone may be asked again.
    rest_ends: BTreeSet<Millis>,
    limit: Limit,
    /// How many tasks wait for their turn, by lane and zone.
    waiting: BTreeMap<(bool, Zone), usize>,
    in_flight: u32,
    /// The zone of all requests that are open: what the browser lets through depends on it.
    zone: Zone,
    /// How many were started since the zone was entered.
    started: u32,
}

impl Schedule {
    pub(super) fn new() -> Self {
        Self {
            hosts: BTreeMap::new(),
            turns: ByUrgency::default(),
            later: Later::default(),
            rest_ends: BTreeSet::new(),
            limit: Limit::new(),
            waiting: BTreeMap::new(),
            in_flight: 0,
            zone: Zone::Public,
            started: 0,
        }
    }

    /// Keeps to so many requests at once, whatever goes well; none: to what goes well.
    pub(super) fn allow(&mut self, most: Option<u32>) {
        self.limit.allow(most);
    }

    /// Takes a task in that may be started.
    pub(super) fn add(&mut self, task: Task) {
        let urgent = task.urgent;
        let name = task.host.clone();
        *self.waiting.entry((urgent, task.zone())).or_default() += 1;
        let host = self.hosts.entry(name.clone()).or_default();
        let queue = host.tasks.of_mut(urgent);
        queue.push_back(task);
        if queue.len() == 1 {
            self.turns.of_mut(urgent).push_back(name);
        }
    }

    /// Takes a task in that may be started at a time.
    pub(super) fn postpone(&mut self, task: Task, due: Millis) {
        self.later.add(task, due);
    }

    /// The next task to start now, if one may.
    pub(super) fn next(&mut self, now: Millis) -> Option<Task> {
        while let Some(task) = self.later.take_due(now) {
            self.add(task);
        }
        self.next_in(now, true).or_else(|| self.next_in(now, false))
    }

    fn next_in(&mut self, now: Millis, urgent: bool) -> Option<Task> {
        let is_over = (!urgent && self.others_wait(now, true))
            || (self.started >= TURN && self.others_wait(now, urgent));
        if !is_over && let Some(task) = self.take(now, urgent, self.zone) {
            self.started += 1;
            return Some(task);
        }
        if self.in_flight > 0 {
            return None;
        }
        let zones = [Zone::Public, Zone::Local, Zone::Machine];
        let others = zones.into_iter().filter(|zone| *zone != self.zone);
        for zone in others.chain([self.zone]).collect::<Vec<_>>() {
            if let Some(task) = self.take(now, urgent, zone) {
                self.zone = zone;
                self.started = 1;
                return Some(task);
            }
        }
        None
    }

    /// Whether a task of another zone could be started if its zone had the turn.
    fn others_wait(&self, now: Millis, urgent: bool) -> bool {
        let counts = self.waiting.iter();
        let waits = |((lane, zone), count): (&(bool, Zone), &usize)| {
            *lane == urgent && *zone != self.zone && *count > 0
        };
        if !counts.into_iter().any(waits) {
            return false;
        }
        let turns = self.turns.of(urgent).iter();
        let mut hosts = turns.filter_map(|name| self.hosts.get(name));
        hosts.any(|host| {
            let open = host.health.closed_until(urgent) <= now;
            let first = host.tasks.of(urgent).front();
            open && first.is_some_and(|task| task.zone() != self.zone)
        })
    }

    /// Says that the request of a task has ended; `crowd` that perhaps too many were open.
    pub(super) fn answered(&mut self, host: &str, now: Millis, crowd: bool) -> &mut Health {
        self.in_flight -= 1;
        self.limit.answered(now, crowd);
        let host = self.hosts.entry(host.to_owned()).or_default();
        host.in_flight -= 1;
        &mut host.health
    }

    /// Whether one more task of a host may be claimed.
    pub(super) fn can_take(&self, host: &str, now: Millis) -> bool {
        self.hosts.get(host).is_none_or(|host| {
            let claimed = host.tasks.of(false).len() + host.in_flight as usize;
            claimed < CLAIMED_PER_HOST && host.health.closed_until(false) <= now
        })
    }

    /// Whether a host has ever answered.
    pub(super) fn has_answered(&self, host: &str) -> bool {
        let host = self.hosts.get(host);
        host.is_some_and(|host| host.health.has_answered())
    }

    /// Why a host is not worth waiting for, if so.
    pub(super) fn is_given_up(&self, host: &str, now: Millis) -> Option<Problem> {
        self.hosts.get(host)?.health.is_given_up(now)
    }

    /// Takes out the tasks of a host that nobody waits for.
    pub(super) fn give_up(&mut self, name: &str) -> Vec<Task> {
        let mut tasks = Vec::new();
        if let Some(host) = self.hosts.get_mut(name) {
            tasks.extend(std::mem::take(host.tasks.of_mut(false)));
        }
        self.took(&tasks);
        let here = |task: &Task| task.host == name && !task.urgent;
        tasks.extend(self.later.take(&here));
        tasks
    }

    /// Takes out the tasks that wait and are not wanted any more.
    pub(super) fn drop_others(&mut self, wanted: &dyn Fn(&Task) -> bool) -> Vec<Task> {
        let mut dropped = Vec::new();
        for host in self.hosts.values_mut() {
            for urgent in [true, false] {
                dropped.extend(drop_from(host.tasks.of_mut(urgent), wanted));
            }
        }
        self.took(&dropped);
        dropped.extend(self.later.take(&|task| !wanted(task)));
        dropped
    }

    /// The tries that wait for their time were not the pages' fault.
    pub(super) fn forgive(&mut self) {
        self.later.forgive();
    }

    /// A host wants to be left alone.
    pub(super) fn wishes(&mut self, host: &str, until: Millis) {
        let known = self.hosts.entry(host.to_owned()).or_default();
        known.health.wishes(until);
        self.note_rest(host);
    }

    /// Until when a host wants to be left alone, if it ever did.
    pub(super) fn wish(&self, host: &str) -> Option<Millis> {
        Some(self.hosts.get(host)?.health.wishes_until())
    }

    /// A person does not want to wait for a host.
    pub(super) fn hasten(&mut self, host: &str) {
        if let Some(host) = self.hosts.get_mut(host) {
            host.health.hasten();
        }
        let ends = |host: &Host| [true, false].map(|urgent| host.health.closed_until(urgent));
        self.rest_ends = self.hosts.values().flat_map(ends).collect();
    }

    /// Notes when a host that is left alone may be asked again.
    pub(super) fn note_rest(&mut self, host: &str) {
        if let Some(host) = self.hosts.get(host) {
            let ends = [true, false].map(|urgent| host.health.closed_until(urgent));
            self.rest_ends.extend(ends);
        }
    }

    /// When the next thing can happen by itself: a task is due, or a host may be asked again.
    pub(super) fn due(&mut self, now: Millis) -> Option<Millis> {
        self.rest_ends = self.rest_ends.split_off(&(now + 1));
        let host = self.rest_ends.first().copied();
        host.into_iter().chain(self.later.due()).min()
    }

    /// How many tasks are claimed and wait for their turn.
    pub(super) fn ready(&self) -> usize {
        self.waiting.values().sum()
    }

    /// How many tasks are claimed.
    pub(super) fn len(&self) -> usize {
        self.ready() + self.later.len() + self.in_flight as usize
    }

    pub(super) const fn in_flight(&self) -> u32 {
        self.in_flight
    }

    /// Whether there is room for more requests.
    pub(super) fn has_room(&self) -> bool {
        self.in_flight < self.limit.value()
    }

    /// These wait no more.
    fn took(&mut self, tasks: &[Task]) {
        for task in tasks {
            if let Some(count) = self.waiting.get_mut(&(task.urgent, task.zone())) {
                *count -= 1;
            }
        }
    }

    fn take(&mut self, now: Millis, urgent: bool, zone: Zone) -> Option<Task> {
        let limit = self.limit.value() + if urgent { RESERVED } else { 0 };
        if self.in_flight >= limit {
            return None;
        }
        let turns = self.turns.of_mut(urgent);
        for _ in 0..turns.len() {
            let name = turns.pop_front()?;
            let Some(host) = self.hosts.get_mut(&name) else {
                continue;
            };
            let share = if urgent {
                PER_HOST
            } else {
                host.health.share(PER_HOST)
            };
            let queue = host.tasks.of_mut(urgent);
            let elsewhere = queue.front().is_some_and(|task| task.zone() != zone);
            let closed = host.health.closed_until(urgent) > now;
            if host.in_flight >= share || closed || elsewhere {
                turns.push_back(name);
                continue;
            }
            let Some(task) = queue.pop_front() else {
                continue;
            };
            if !queue.is_empty() {
                turns.push_back(name);
            }
            host.in_flight += 1;
            self.in_flight += 1;
            self.took(std::slice::from_ref(&task));
            return Some(task);
        }
        None
    }
}
