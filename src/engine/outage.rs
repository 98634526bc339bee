//! What is known of the network. While it is away jobs are held and no page is asked for; what was
//! under way when it went costs no try, and is asked for again as soon as it is back.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::{AbortHandle, AbortRegistration};

use super::ports::{Clock, Network, Random, Store};
use super::run::{Event, Run};
use super::task::Task;
use crate::model::{LinkId, Millis};

/// How often the network is looked at, in milliseconds.
const LOOK: Millis = 1_000;
/// So late, and the machine slept: what was under way meanwhile says nothing of its site.
const ASLEEP: Millis = 5_000;
/// After so long without a network the runner ends: it is called again later.
const LONG: Millis = 20_000;
/// So many different hosts in a row whose names are not found: perhaps there is no network.
const LOST_NAMES: usize = 10;
/// With so many outages a page may meet: it may be that it is what causes them.
const MOST_MET: u8 = 10;

/// Which outages a task met with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Met {
    /// How often the network had gone when the page was asked for.
    gone: u32,
    /// The last of the outages, and how many they were.
    last: u32,
    count: u8,
}

/// What is known of the network.
#[derive(Default)]
pub(super) struct Outage {
    /// Since when there is no network, or was none the last time that something was asked for, and
    /// nothing has answered.
    since: Option<Millis>,
    /// When to look whether it is back.
    look_at: Option<Millis>,
    /// Whether the machine itself says so.
    certain: bool,
    /// How often it went.
    gone: u32,
    /// How many outages there were: in one, the network may seem to be back and go again.
    number: u32,
    /// The hosts whose names were not found since the last answer.
    lost_names: BTreeSet<String>,
    /// Whether lost names were taken for an outage since the last answer.
    suspected: bool,
    /// When it was looked at last with requests under way, by both clocks: a steady one may stand
    /// still while the machine sleeps.
    looked: Option<(Millis, Millis)>,
    /// The requests under way.
    open: BTreeMap<LinkId, AbortHandle>,
}

impl Outage {
    pub(super) const fn is_on(&self) -> bool {
        self.look_at.is_some()
    }

    /// Whether the runner should end.
    pub(super) fn is_long(&self, now: Millis) -> bool {
        self.is_on() && self.since.is_some_and(|since| now >= since + LONG)
    }

    /// When to look at the network: while requests are under way also when it is there, for one
    /// that is silent does not tell that it went.
    pub(super) fn due(&self, now: Millis) -> Option<Millis> {
        let watch = !self.open.is_empty();
        self.look_at.or_else(|| watch.then_some(now + LOOK))
    }

    /// Notes the time, by both clocks. A machine that slept had no network meanwhile.
    pub(super) fn heed_sleep(&mut self, now: Millis, wall: Millis) {
        let late = |(then, shown)| now > then + ASLEEP || wall > shown + ASLEEP;
        if self.looked.is_some_and(late) {
            self.gone += 1;
            self.number += 1;
        }
        self.looked = (!self.open.is_empty()).then_some((now, wall));
    }

    /// The request of a task begins; what is returned calls it back.
    pub(super) fn opened(&mut self, task: &mut Task) -> AbortRegistration {
        task.met.gone = self.gone;
        let (handle, registration) = AbortHandle::new_pair();
        self.open.insert(task.link.clone(), handle);
        registration
    }

    /// The request of a task has ended; gives whether the network was away meanwhile.
    pub(super) fn closed(&mut self, task: &Task) -> bool {
        self.open.remove(&task.link);
        task.met.gone != self.gone
    }

    /// Notes that a task met with this outage; gives whether that is to cost no try.
    pub(super) const fn excuses(&self, task: &mut Task) -> bool {
        if task.met.last != self.number {
            task.met.last = self.number;
            task.met.count += 1;
        }
        task.met.count <= MOST_MET
    }

    fn begin(&mut self, now: Millis) {
        self.gone += u32::from(!self.is_on());
        self.number += u32::from(self.since.is_none());
        self.since.get_or_insert(now);
        self.look_at = Some(now + LOOK);
    }

    /// The network is back, or seems to be. If it was away for certain, what is under way is called
    /// back, for most of it would be silent up to its deadline.
    fn end(&mut self) {
        self.look_at = None;
        if std::mem::take(&mut self.certain) {
            self.since = None;
            for request in std::mem::take(&mut self.open).into_values() {
                request.abort();
            }
        }
    }

    /// A host answered: the network works.
    pub(super) fn over(&mut self) {
        self.since = None;
        self.lost_names.clear();
        self.suspected = false;
    }

    /// A name was not found; gives whether that is taken for an outage.
    pub(super) fn lost(&mut self, host: &str) -> bool {
        self.lost_names.insert(host.to_owned());
        let many = self.lost_names.len() >= LOST_NAMES && !self.suspected;
        self.suspected |= many;
        many
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Run<'_, N, S, C, R> {
    pub(super) fn begin_outage(&mut self, now: Millis) {
        if !self.outage.is_on() {
            self.hold(true);
        }
        self.outage.certain |= !self.engine.network.is_online();
        self.outage.begin(now);
    }

    /// Looks whether the network went or came back.
    pub(super) fn watch_network(&mut self) {
        let now = self.now();
        self.outage.heed_sleep(now, self.engine.clock.now());
        let online = self.engine.network.is_online();
        match self.outage.look_at {
            None if !online => self.begin_outage(now),
            Some(look_at) if now >= look_at => {
                if online {
                    self.outage.end();
                    self.hold(false);
                } else {
                    self.begin_outage(now);
                }
            }
            _ => {}
        }
    }

    /// Holds the jobs because there is no network, or lets them go on.
    pub(super) fn hold(&mut self, offline: bool) {
        self.holding += 1;
        let engine = self.engine;
        self.wait_for(async move { Event::Held(engine.hold_offline(offline).await) });
    }
}
