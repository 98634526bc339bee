//! One run of the runner, from event to event. What follows from an answer: `answers.rs`.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::StreamExt as _;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;

use super::Engine;
use super::attempt::Answer;
use super::backlog::Backlog;
use super::load::{Cursor, Loaded};
use super::outage::Outage;
use super::ports::{Clock, Network, Random, Store};
use super::results::{Batch, Step};
use super::retry::{LONGEST_WAIT, LONGEST_WISH};
use super::schedule::Schedule;
use super::task::Task;
use crate::model::{JobId, LibraryError, LinkId, Millis};

/// What the runner waits for.
pub(super) enum Event {
    Answered(Box<Task>, Answer),
    /// A suspect is not read in its short time.
    Late(Box<Task>),
    Loaded(Result<Vec<Loaded>, LibraryError>),
    Stored(Batch, Result<(), LibraryError>),
    Held(Result<(), LibraryError>),
    Counted(Result<(), LibraryError>),
    Time,
    News,
}

pub(super) struct Run<'a, N, S, C, R> {
    pub(super) engine: &'a Engine<N, S, C, R>,
    pub(super) schedule: Schedule,
    pub(super) backlog: Backlog,
    pub(super) outage: Outage,
    /// The links in hand: to be asked for, asked for, or answered and not yet stored.
    pub(super) in_hand: BTreeSet<LinkId>,
    /// Those of them that are suspects and may be asked for now, and whether alone.
    pub(super) suspects: BTreeMap<LinkId, bool>,
    events: FuturesUnordered<LocalBoxFuture<'a, Event>>,
    /// Which lines of every job are loaded.
    pub(super) cursors: BTreeMap<JobId, Cursor>,
    pub(super) loading: bool,
    pub(super) results: Vec<Step>,
    pub(super) released: Vec<LinkId>,
    /// Those of them that are suspects whose short time is over.
    pub(super) spared: Vec<LinkId>,
    /// Hosts that want to be left alone for long, and until when: to be stored.
    pub(super) wishes: BTreeMap<String, Millis>,
    pub(super) flush_at: Millis,
    /// Writes that failed, one after another.
    pub(super) failures: u32,
    pub(super) storing: bool,
    /// Writes under way that hold jobs or let them go on.
    pub(super) holding: u32,
    /// Whether jobs are being counted anew.
    counting: bool,
    /// The time for which a timer is set.
    timer: Option<Millis>,
}

impl<'a, N: Network, S: Store, C: Clock, R: Random> Run<'a, N, S, C, R> {
    pub(super) fn new(engine: &'a Engine<N, S, C, R>) -> Self {
        Self {
            engine,
            schedule: Schedule::new(),
            backlog: Backlog::default(),
            outage: Outage::default(),
            in_hand: BTreeSet::new(),
            suspects: BTreeMap::new(),
            events: FuturesUnordered::new(),
            cursors: BTreeMap::new(),
            loading: false,
            results: Vec::new(),
            released: Vec::new(),
            spared: Vec::new(),
            wishes: BTreeMap::new(),
            flush_at: 0,
            failures: 0,
            storing: false,
            holding: 0,
            counting: false,
            timer: None,
        }
    }

    pub(super) async fn drive(mut self) -> Result<(), LibraryError> {
        let ended = self.go_on().await;
        // A write that is given up would arrive all the same, after others that do not know of it.
        while self.storing || self.holding > 0 || self.counting {
            match self.events.next().await {
                Some(Event::Stored(..)) => self.storing = false,
                Some(Event::Held(_)) => self.holding -= 1,
                Some(Event::Counted(_)) => self.counting = false,
                Some(_) => {}
                None => break,
            }
        }
        ended
    }

    async fn go_on(&mut self) -> Result<(), LibraryError> {
        self.listen();
        self.heed_settings();
        self.heed_wishes();
        self.hold(!self.engine.network.is_online());
        loop {
            self.watch_network();
            self.drop_unwanted();
            self.start_requests();
            self.load_more();
            self.park();
            self.flush_if_due();
            self.count_anew();
            if self.is_over().await? {
                return Ok(());
            }
            self.set_timer();
            match self.events.next().await {
                Some(Event::Answered(task, answer)) => self.answered(*task, answer),
                Some(Event::Late(task)) => self.spare(*task),
                Some(Event::Loaded(loaded)) => self.loaded(loaded?),
                Some(Event::Stored(batch, stored)) => self.stored(batch, stored)?,
                Some(Event::Held(held)) => {
                    self.holding -= 1;
                    held?;
                }
                Some(Event::Counted(counted)) => {
                    self.counting = false;
                    counted?;
                }
                Some(Event::Time) => self.timer = None,
                Some(Event::News) => self.hear(),
                None => return Ok(()),
            }
        }
    }

    /// The time by which a run waits: the steady one.
    pub(super) fn now(&self) -> Millis {
        self.engine.clock.steady()
    }

    /// What the clock on the wall shows at a time of the run that is not over.
    pub(super) fn wall_at(&self, time: Millis) -> Millis {
        let left = time.saturating_sub(self.now());
        self.engine.clock.now().saturating_add(left)
    }

    pub(super) fn wait_for(&self, event: impl Future<Output = Event> + 'a) {
        self.events.push(Box::pin(event));
    }

    fn listen(&self) {
        let engine = self.engine;
        self.wait_for(async move {
            engine.news.wait().await;
            Event::News
        });
    }

    /// Something is new: jobs that do not go on any more let go of their links.
    fn hear(&mut self) {
        self.listen();
        self.heed_settings();
        self.heed_haste();
        self.engine.thinned.set(true);
        self.drop_unwanted();
        let engine = self.engine;
        let restarted = std::mem::take(&mut *engine.restarted.borrow_mut());
        self.cursors
            .retain(|id, _| engine.goes_on(id) && !restarted.contains(id));
        if self.outage.is_on() {
            self.hold(true);
        }
    }

    /// Lets go of what is not to be read any more.
    fn drop_unwanted(&mut self) {
        let engine = self.engine;
        if !engine.thinned.take() {
            return;
        }
        let unwanted = engine.unwanted.take();
        let wanted = |task: &Task| {
            let pair = || (task.link.clone(), task.job.clone());
            engine.wants(task) && (unwanted.is_empty() || !unwanted.contains(&pair()))
        };
        let mut dropped = self.schedule.drop_others(&wanted);
        dropped.extend(self.backlog.drop_others(&wanted));
        for task in dropped {
            self.let_go(&task);
        }
    }

    /// What hosts told another worker. Since then the clock may have been set back.
    fn heed_wishes(&mut self) {
        let now = self.now();
        let wall = self.engine.clock.now();
        let library = self.engine.library.borrow();
        for (host, until) in &library.claims.wishes {
            let left = until.saturating_sub(wall).min(LONGEST_WISH);
            if left > 0 {
                self.schedule.wishes(host, now + left);
            }
        }
    }

    fn heed_settings(&mut self) {
        let most = self.engine.library.borrow().settings.connections;
        self.schedule.allow(most);
    }

    /// Jobs that read pages once more, and links that are erased, make counts old.
    fn count_anew(&mut self) {
        if self.counting || !self.engine.any_to_count() {
            return;
        }
        self.counting = true;
        let engine = self.engine;
        self.wait_for(async move { Event::Counted(engine.count_anew().await) });
    }

    /// Whether there is nothing left to do, or nothing that can be done now.
    async fn is_over(&mut self) -> Result<bool, LibraryError> {
        let writes = self.storing || self.holding > 0 || self.counting;
        let waits = writes || self.loading || !self.results.is_empty();
        if waits || !self.released.is_empty() || self.engine.is_accepting_any() {
            return Ok(false);
        }
        let due = self.rests_until();
        self.engine.due.set(due.map(|due| self.wall_at(due)));
        if due.is_some() {
            self.note_rests();
        }
        let no_network = self.outage.is_long(self.now()) && self.schedule.in_flight() == 0;
        let stuck = no_network || due.is_some();
        if !stuck && (!self.in_hand.is_empty() || self.next_chunk().is_some()) {
            return Ok(false);
        }
        if self.release_the_rest() {
            return Ok(false);
        }
        if stuck || !self.engine.settle_jobs().await? {
            return Ok(true);
        }
        // What was passed over is loaded once more.
        self.cursors.clear();
        self.engine.news.raise();
        Ok(false)
    }

    /// Until when nothing can be asked for, if that is longer than a worker should wait.
    fn rests_until(&mut self) -> Option<Millis> {
        let now = self.now();
        let schedule = &self.schedule;
        let busy = self.outage.is_on() || schedule.in_flight() > 0 || self.in_hand.is_empty();
        let closed = self.backlog.is_closed(|host| schedule.can_take(host, now));
        if busy || !closed || self.next_chunk().is_some() {
            return None;
        }
        self.schedule
            .due(now)
            .filter(|due| *due > now + LONGEST_WAIT)
    }

    /// Wakes up for what is due next. What is due now was dealt with, or waits for something else.
    fn set_timer(&mut self) {
        let now = self.now();
        self.outage.heed_sleep(now, self.engine.clock.now());
        let flush = (!self.storing).then_some(self.flush_at);
        let schedule = self.schedule.due(now).filter(|_| !self.outage.is_on());
        let dues = [flush, schedule, self.outage.due(now)]
            .into_iter()
            .flatten();
        let Some(due) = dues.filter(|due| *due > now).min() else {
            return;
        };
        // The timers of browsers run over at 24 days, and then end at once.
        let due = due.min(now + LONGEST_WAIT);
        if self.timer.is_some_and(|timer| timer <= due) {
            return;
        }
        self.timer = Some(due);
        let engine = self.engine;
        self.wait_for(async move {
            engine.clock.sleep(due - now).await;
            Event::Time
        });
    }
}
