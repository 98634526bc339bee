//! Reading the pages of all jobs. One runner works, however many callers wait for it; it can be
//! dropped at any moment.

use std::collections::BTreeMap;

use futures_util::StreamExt as _;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;

use super::Engine;
use super::attempt::Answer;
use super::flush::Step;
use super::load::Loaded;
use super::ports::{Clock, Network, Random, Store};
use super::report::chunks_of;
use super::retry::{self, Verdict};
use super::schedule::{Schedule, Task};
use crate::address::Address;
use crate::model::{Job, JobId, JobState, LibraryError, Millis, SaveOptions, SaveReport};

/// Results are stored when there are so many, or when the first is so old.
const FLUSH_RESULTS: usize = 256;
const FLUSH_AGE: Millis = 300;
/// More lines are loaded while fewer links than this are in hand.
const IN_HAND: usize = 1_024;
/// A write that fails is made again so often, after pauses that begin with this and double.
const FLUSH_TRIES: u32 = 5;
const FLUSH_PAUSE: Millis = 250;
/// The pause after a request that failed for reasons of our own.
const UNCOUNTED_PAUSE: Millis = 2_000;

/// What the runner waits for.
enum Event {
    Answered(Box<Task>, Answer),
    Loaded(Result<Vec<Loaded>, LibraryError>),
    Stored(Vec<Step>, Result<(), LibraryError>),
    Time,
    News,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Reads the pages of all jobs until none goes on. Several callers share one run.
    ///
    /// # Errors
    /// Those of the store, where it went on failing: what is stored is safe, and the next call
    /// goes on from there.
    pub async fn run_jobs(&self) -> Result<(), LibraryError> {
        let _one = self.runner.lock().await;
        if self.has_work() {
            Run::new(self).drive().await?;
        }
        Ok(())
    }

    /// Accepts urls, reads their pages, and reports.
    ///
    /// # Errors
    /// As [`Engine::accept`] and [`Engine::run_jobs`].
    pub async fn save_urls(
        &self,
        urls: &[String],
        options: &SaveOptions,
    ) -> Result<SaveReport, LibraryError> {
        let job = self.accept(urls, options).await?;
        self.run_jobs().await?;
        self.report(&job.id, options.language).await
    }
}

struct Run<'a, N, S, C, R> {
    engine: &'a Engine<N, S, C, R>,
    schedule: Schedule,
    events: FuturesUnordered<LocalBoxFuture<'a, Event>>,
    /// The next chunk of lines to load, of every job.
    cursors: BTreeMap<JobId, u32>,
    loading: bool,
    results: Vec<Step>,
    flush_at: Millis,
    /// Writes that failed, one after another.
    failures: u32,
    storing: bool,
    /// The time for which a timer is set.
    timer: Option<Millis>,
}

impl<'a, N: Network, S: Store, C: Clock, R: Random> Run<'a, N, S, C, R> {
    fn new(engine: &'a Engine<N, S, C, R>) -> Self {
        Self {
            engine,
            schedule: Schedule::new(),
            events: FuturesUnordered::new(),
            cursors: BTreeMap::new(),
            loading: false,
            results: Vec::new(),
            flush_at: 0,
            failures: 0,
            storing: false,
            timer: None,
        }
    }

    async fn drive(mut self) -> Result<(), LibraryError> {
        self.listen();
        loop {
            self.start_requests();
            self.load_more();
            self.flush_if_due();
            if self.is_idle() && !self.engine.settle_jobs().await? {
                return Ok(());
            }
            self.set_timer();
            match self.events.next().await {
                Some(Event::Answered(task, answer)) => self.answered(*task, answer),
                Some(Event::Loaded(loaded)) => self.loaded(loaded?),
                Some(Event::Stored(steps, stored)) => self.stored(steps, stored)?,
                Some(Event::Time) => self.timer = None,
                Some(Event::News) => self.hear(),
                None => return Ok(()),
            }
        }
    }

    fn listen(&self) {
        let engine = self.engine;
        self.events.push(Box::pin(async move {
            engine.news.wait().await;
            Event::News
        }));
    }

    /// Something is new: jobs that do not go on any more let go of their links.
    fn hear(&mut self) {
        self.listen();
        let engine = self.engine;
        self.schedule.keep_only(|id| engine.goes_on(id));
        self.cursors.retain(|id, _| engine.goes_on(id));
    }

    fn start_requests(&mut self) {
        while let Some(task) = self.schedule.next(self.engine.clock.now()) {
            let engine = self.engine;
            self.events.push(Box::pin(async move {
                let answer = engine.attempt(&task).await;
                Event::Answered(Box::new(task), answer)
            }));
        }
    }

    fn load_more(&mut self) {
        let enough = self.schedule.len() >= IN_HAND && !self.schedule.has_room();
        let Some((job, chunk)) = self.next_chunk() else {
            return;
        };
        if self.loading || (enough && !job.urgent) {
            return;
        }
        self.loading = true;
        self.cursors.insert(job.id.clone(), chunk + 1);
        let engine = self.engine;
        self.events.push(Box::pin(async move {
            Event::Loaded(engine.load_tasks(&job, chunk).await)
        }));
    }

    /// The next lines to load: of what a person waits for, else of the oldest job.
    fn next_chunk(&self) -> Option<(Job, u32)> {
        let library = self.engine.library.borrow();
        let running = library
            .jobs
            .values()
            .filter(|job| job.state == JobState::Running);
        let open = running.filter_map(|job| {
            let chunk = self.cursors.get(&job.id).copied().unwrap_or(0);
            (chunk < chunks_of(job)).then_some((job, chunk))
        });
        open.min_by_key(|(job, _)| !job.urgent)
            .map(|(job, chunk)| (job.clone(), chunk))
    }

    fn loaded(&mut self, loaded: Vec<Loaded>) {
        self.loading = false;
        for loaded in loaded {
            match loaded {
                Loaded::Task(task) if self.engine.goes_on(&task.job) => self.schedule.add(*task),
                Loaded::Task(_) => {}
                Loaded::Hopeless(step) => self.result(*step),
            }
        }
    }

    fn answered(&mut self, mut task: Task, answer: Answer) {
        let engine = self.engine;
        let now = engine.clock.now();
        self.schedule.answered(&task.host);
        match retry::judge(&task, answer, now, engine.random.next()) {
            Verdict::End(outcome) => {
                let outcome = outcome.or_kept(task.kept.take());
                self.result(task.step(Some(outcome)));
            }
            Verdict::Again { pause } => {
                self.result(task.step(None));
                task.attempts += 1;
                self.again(task, now + pause);
            }
            Verdict::Follow(next, outcome) => match Address::parse(&next) {
                Ok(address) if !task.public || !address.is_private() => {
                    address.href().clone_into(&mut task.url);
                    address.host().clone_into(&mut task.host);
                    task.kept = Some(outcome);
                    self.again(task, now);
                }
                _ => self.result(task.step(Some(outcome))),
            },
            Verdict::NoNetwork | Verdict::Crowded => self.again(task, now + UNCOUNTED_PAUSE),
        }
    }

    /// Asks once more at a time, if the job goes on.
    fn again(&mut self, task: Task, due: Millis) {
        if self.engine.goes_on(&task.job) {
            self.schedule.postpone(task, due);
        } else {
            self.schedule.finished(&task.link);
        }
    }

    fn result(&mut self, step: Step) {
        if self.results.is_empty() {
            self.flush_at = self.engine.clock.now() + FLUSH_AGE;
        }
        self.results.push(step);
    }

    fn flush_if_due(&mut self) {
        let now = self.engine.clock.now();
        let many = self.results.len() >= FLUSH_RESULTS && self.failures == 0;
        let quiet = self.schedule.in_flight() == 0 && !self.loading && self.failures == 0;
        let due = many || quiet || now >= self.flush_at;
        if self.storing || self.results.is_empty() || !due {
            return;
        }
        self.storing = true;
        let steps = std::mem::take(&mut self.results);
        let engine = self.engine;
        self.events.push(Box::pin(async move {
            let stored = engine.store_steps(&steps).await;
            Event::Stored(steps, stored)
        }));
    }

    /// A write has ended. One that failed is made again, with what came in since.
    fn stored(
        &mut self,
        steps: Vec<Step>,
        stored: Result<(), LibraryError>,
    ) -> Result<(), LibraryError> {
        self.storing = false;
        let Err(error) = stored else {
            self.failures = 0;
            for step in steps.iter().filter(|step| step.outcome.is_some()) {
                self.schedule.finished(&step.link);
            }
            return Ok(());
        };
        self.failures += 1;
        if error != LibraryError::StorageFailed || self.failures == FLUSH_TRIES {
            return Err(error);
        }
        self.flush_at = self.engine.clock.now() + (FLUSH_PAUSE << self.failures);
        let newer = std::mem::replace(&mut self.results, steps);
        self.results.extend(newer);
        Ok(())
    }

    /// Whether nothing is going on, and nothing will by itself.
    fn is_idle(&self) -> bool {
        let waits = self.loading || self.storing || !self.results.is_empty();
        !waits
            && self.schedule.len() == 0
            && self.next_chunk().is_none()
            && !self.engine.is_accepting_any()
    }

    /// Wakes up for what is due next.
    fn set_timer(&mut self) {
        let flush = (!self.results.is_empty() && !self.storing).then_some(self.flush_at);
        let Some(due) = flush.into_iter().chain(self.schedule.due()).min() else {
            return;
        };
        if self.timer.is_some_and(|timer| timer <= due) {
            return;
        }
        self.timer = Some(due);
        let engine = self.engine;
        let left = due.saturating_sub(engine.clock.now());
        self.events.push(Box::pin(async move {
            engine.clock.sleep(left).await;
            Event::Time
        }));
    }
}
