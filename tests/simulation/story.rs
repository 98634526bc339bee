//! One library's story under one seed: what is asked of it, and what befalls it.

mod judge;
mod meddler;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use futures_util::future::{Either, join, join_all, join4, select};
use serde_json::Value;
use urlink::engine::ports::Clock as _;
use urlink::model::{JobId, JobState, SaveOptions};

use super::customs::{line, misbehave, never_settled};
use super::librarian::Librarian;
use super::{Ended, Reply, SimEngine, World, audit, open};

/// After so many workers, nothing goes wrong any more.
const TROUBLED_LIVES: u32 = 25;

/// The life of a library, from its first list to the end of its last job.
pub struct Story {
    world: World,
    lists: Vec<Vec<String>>,
    /// The lists that the engine has said are safe, and their jobs.
    accepted: RefCell<BTreeMap<usize, JobId>>,
    lives: u32,
    /// Runs that ended with an error: what they had read was read again.
    failed_runs: Cell<u32>,
    calm: bool,
    /// Whether a person meddles with the jobs.
    meddled: bool,
    /// Who puts links in order, if anyone does.
    librarian: Option<Librarian>,
    /// Whether workers are stopped that do nothing wrong.
    killed: bool,
    /// What the worker before had claimed.
    inherited: RefCell<Value>,
}

impl Story {
    pub fn new(seed: u64) -> Self {
        let world = World::new(seed);
        world.sites().harsh.set(true);
        let hosts = 1 + world.below(8);
        let pages = 1 + world.below(60);
        let mut lists: Vec<Vec<String>> = (0..=world.below(4))
            .map(|_| {
                let many = if seed.is_multiple_of(40) {
                    300 + world.below(600)
                } else {
                    20
                };
                let lines = [
                    world.below(2),
                    1 + world.below(8),
                    1 + world.below(60),
                    many,
                ];
                let lines = world.pick(&lines);
                (0..lines).map(|_| line(&world, hosts, pages)).collect()
            })
            .collect();
        if world.once_in(3) {
            let again = world.pick(&lists);
            lists.push(again);
        }
        let rate = world.pick(&[0, 20, 8, 3]);
        world.disk().fault_once_in.set(rate);
        let bad_reads = world.pick(&[0, 0, 100, 15]);
        world.disk().bad_read_once_in.set(bad_reads);
        let sites = world.pick(&[0, 20, 5, 2]);
        let killer = world
            .once_in(3)
            .then(|| format!("https://host0.example/{}", world.below(pages.min(8))));
        let dead = world.once_in(20);
        world.sites().otherwise(move |world, url, _| {
            if killer.as_deref() == Some(url) {
                return Reply::Kill;
            }
            if dead {
                return never_settled(world);
            }
            if sites > 0 && world.once_in(sites) {
                return misbehave(world);
            }
            Reply::titled("A title").with(|page| page.latency = world.below(900))
        });
        Self {
            world,
            lists,
            accepted: RefCell::default(),
            lives: 0,
            failed_runs: Cell::new(0),
            calm: false,
            meddled: seed.is_multiple_of(2),
            librarian: (seed % 5 > 1).then(|| Librarian::new(seed % 5 == 4)),
            killed: seed.is_multiple_of(3),
            inherited: RefCell::default(),
        }
    }

    /// Lives it, with a check after every write.
    ///
    /// # Panics
    /// Where something does not hold.
    pub fn live(mut self) {
        loop {
            self.lives += 1;
            assert!(self.lives < 200, "it never ends");
            if self.lives > TROUBLED_LIVES && !self.calm {
                self.calm = true;
                self.world.disk().fault_once_in.set(0);
                self.world.disk().bad_read_once_in.set(0);
            }
            let world = self.world.clone();
            let written = Cell::new(u32::MAX);
            let check = || {
                let writes = world.disk().writes_made.get();
                if written.replace(writes) != writes {
                    audit(&world, !self.meddled && self.librarian.is_none());
                    self.nothing_is_lost();
                }
            };
            if world.run_checked(self.life(), check) == Ended::Done(true) {
                break;
            }
        }
        self.world.disk().fault_once_in.set(0);
        self.world.disk().bad_read_once_in.set(0);
        let world = self.world.clone();
        world.run(self.judge()).value();
        self.requests_are_bounded();
    }

    /// One worker's life; gives whether all is done.
    async fn life(&self) -> bool {
        if !self.calm && self.world.once_in(3) {
            self.world.disk().failing_reads.set(1);
        }
        let claims = self.world.disk().value("j:claims").unwrap_or_default();
        self.inherited.replace(claims);
        let Ok(engine) = open(&self.world).await else {
            return false;
        };
        if let Some(librarian) = &self.librarian {
            librarian.look_at(&self.world);
        }
        let work = join4(
            self.save(&engine),
            self.read(&engine),
            self.meddle(&engine),
            self.put_in_order(&engine),
        );
        let weather = join(self.weather(), self.assassin());
        futures_util::pin_mut!(work, weather);
        match select(work, weather).await {
            Either::Left(((saved, read, (), ()), weather)) => {
                let end = self.finish(&engine);
                futures_util::pin_mut!(end);
                match select(end, weather).await {
                    Either::Left((ended, _)) => saved && read && ended && !engine.has_work(),
                    Either::Right(_) => false,
                }
            }
            Either::Right(_) => false,
        }
    }

    async fn put_in_order(&self, engine: &SimEngine) {
        if let Some(librarian) = &self.librarian {
            let all_saved = || self.accepted.borrow().len() == self.lists.len();
            librarian.work(&self.world, engine, &all_saved).await;
        }
    }

    /// At the end of a life, what is held goes on.
    async fn finish(&self, engine: &SimEngine) -> bool {
        // What became of writes that failed is looked up before the next one.
        if engine.set_settings(engine.settings()).await.is_err() {
            return false;
        }
        let claims = self.world.disk().value("j:claims").unwrap_or_default();
        let claimed = claims["claimed"].as_array().map_or(0, Vec::len);
        let inherited = *self.inherited.borrow() == claims;
        assert!(inherited || claimed == 0, "claimed for nothing: {claims}");
        for job in engine.list_jobs() {
            if job.state == JobState::Paused && engine.resume_job(&job.id).await.is_err() {
                return false;
            }
        }
        self.put_in_order(engine).await;
        self.read(engine).await
    }

    /// Gives lists to the engine until it has said of each that it is safe: one after another, or
    /// all at once, where they share links.
    async fn save(&self, engine: &SimEngine) -> bool {
        let numbers = 0..self.lists.len();
        if self.world.once_in(3) {
            let all = join_all(numbers.map(|number| self.save_list(engine, number))).await;
            return all.into_iter().all(|saved| saved);
        }
        for number in numbers {
            if !self.save_list(engine, number).await {
                return false;
            }
        }
        true
    }

    async fn save_list(&self, engine: &SimEngine, number: usize) -> bool {
        if self.accepted.borrow().contains_key(&number) {
            return true;
        }
        self.world.sleep(self.world.below(3_000)).await;
        let urgent = self.world.once_in(2).then_some(true);
        // It may be deleted while the list is stored, or while its pages are read.
        let categories = engine.list_categories().categories;
        let category = self.world.below(1 + categories.len() as u64);
        let category = categories.get(usize::try_from(category).unwrap());
        let options = SaveOptions {
            urgent,
            category: category.map(|category| category.id.clone()),
            ..SaveOptions::default()
        };
        let Ok(job) = engine.accept(&self.lists[number], &options).await else {
            return false;
        };
        self.accepted.borrow_mut().insert(number, job.id);
        let ended = engine.run_jobs().await;
        self.failed_runs
            .set(self.failed_runs.get() + u32::from(ended.is_err()));
        ended.is_ok()
    }

    async fn read(&self, engine: &SimEngine) -> bool {
        let mut ended = engine.run_jobs().await;
        while let (Ok(()), Some(due)) = (&ended, engine.work_due()) {
            // The alarm.
            self.world.sleep(due.saturating_sub(self.world.now())).await;
            ended = engine.run_jobs().await;
        }
        self.failed_runs
            .set(self.failed_runs.get() + u32::from(ended.is_err()));
        ended.is_ok()
    }

    /// The network goes and comes, the machine sleeps, and its clock is set.
    async fn weather(&self) {
        const HOUR: u64 = 3_600_000;
        loop {
            self.world.sleep(500 + self.world.below(20_000)).await;
            let bad = !self.calm && self.world.once_in(6);
            self.world.sites().set_offline(bad);
            if self.calm || !self.world.once_in(8) {
                continue;
            }
            match self.world.below(3) {
                0 => self.world.freeze(self.world.below(60_000)),
                1 => self
                    .world
                    .set_clock(self.world.now() + self.world.below(HOUR)),
                _ => self
                    .world
                    .set_clock(self.world.now() - self.world.below(HOUR)),
            }
        }
    }

    /// The browser stops the worker, the user loads the extension anew: at any moment.
    async fn assassin(&self) {
        if self.calm || !self.killed {
            return;
        }
        self.world.sleep(self.world.below(8_000)).await;
        self.world.crash();
        std::future::pending::<()>().await;
    }
}
