//! The save queue and the library's operations, over [`ports`].
//!
//! One [`Engine`] owns the library: only it writes. Every change is a draft that goes to the
//! store in one atomic write and into memory afterwards; writes follow one another. Reading
//! pages is the work of the runner ([`Engine::run_jobs`]), which can be stopped at any moment:
//! what it needs to go on is in the store.

mod accept;
mod answers;
mod attempt;
mod backlog;
mod bulk;
mod candidate;
mod categories;
mod change;
mod claims;
mod control;
mod draft;
mod edit;
mod entry;
pub mod export;
mod find;
mod finder;
mod flush;
mod ghosts;
mod health;
mod idle;
mod index;
mod jobs;
mod journal;
mod keys;
mod known;
mod later;
mod library;
mod links;
mod load;
mod lost_lines;
mod net_code;
mod open;
mod outage;
mod pause;
pub mod ports;
mod rank;
mod read;
mod rebuild;
mod recount;
mod reindex;
mod remind;
mod repeat;
mod report;
mod requests;
mod rests;
mod results;
mod retry;
mod run;
mod runner;
mod schedule;
mod seals;
mod shelving;
mod shown;
mod signal;
mod slice;
mod spots;
mod tags;
mod tally;
mod task;
mod touched;
mod trash;
mod undo;
mod upgrade;
mod urgency;
mod views;
mod write;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::task::Waker;

use futures_util::lock::Mutex;

use self::claims::Claims;
use self::draft::Draft;
use self::finder::Finder;
use self::library::Library;
use self::ports::{Clock, Network, Random, Store};
use self::rests::Rest;
use self::signal::Signal;
use crate::model::{ChangeId, JobId, Language, LibraryError, LinkId, Millis, Settings};

/// The library and the save queue.
pub struct Engine<N, S, C, R> {
    network: N,
    store: S,
    clock: C,
    random: R,
    language: Language,
    library: RefCell<Library>,
    finder: Finder,
    /// Held from the reading of the memory to the end of the write that follows from it.
    writer: Mutex<()>,
    /// A write of which it is not known whether the store has it.
    unsure: Cell<bool>,
    /// Held by the one caller of [`Engine::run_jobs`] that does the work.
    runner: Mutex<()>,
    /// Wakes the runner: there is something new for it.
    news: Signal,
    /// The jobs whose lists are being stored, and by how many callers.
    accepting: RefCell<BTreeMap<JobId, u32>>,
    /// Jobs whose lines are to be looked through from the first.
    restarted: RefCell<BTreeSet<JobId>>,
    /// Links that a person wants to be read before all others.
    hurried: RefCell<Vec<(JobId, LinkId)>>,
    /// What the worker before left claimed.
    inherited: RefCell<Claims>,
    /// Links that jobs have let go of since the runner looked.
    unwanted: RefCell<BTreeSet<(LinkId, JobId)>>,
    /// Whether there may be fewer links to read than the runner has in hand.
    thinned: Cell<bool>,
    /// Whether the runner gave up because there is no room to store results.
    full: Cell<bool>,
    /// When there is something to do again, where a run ended because that is far off.
    due: Cell<Option<Millis>>,
    /// Held by the one change that is made in many slices.
    changes: Mutex<()>,
    /// The changes that are being made.
    going: RefCell<BTreeSet<ChangeId>>,
    /// The jobs of which all that is left waits for sites that want to be left alone.
    rests: RefCell<BTreeMap<JobId, Rest>>,
    /// Hosts that a person does not want to wait for.
    hastened: RefCell<BTreeSet<String>>,
    /// Those who wait for a job to move.
    followers: RefCell<Vec<Waker>>,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The settings.
    pub fn settings(&self) -> Settings {
        self.library.borrow().settings.clone()
    }

    /// Changes the settings.
    ///
    /// # Errors
    /// A number of connections that is out of range; else those of the store.
    pub async fn set_settings(&self, settings: Settings) -> Result<Settings, LibraryError> {
        let range = 1..=Settings::MOST_CONNECTIONS;
        if settings
            .connections
            .is_some_and(|most| !range.contains(&most))
        {
            return Err(LibraryError::ConnectionsOutOfRange);
        }
        let _writer = self.begin().await?;
        let draft = Draft {
            settings: Some(settings),
            ..Draft::default()
        };
        self.commit(draft).await?;
        self.news.raise();
        Ok(self.settings())
    }

    /// The language to answer in: the one asked for, else that of the settings, else the
    /// browser's.
    pub fn language(&self, asked: Option<Language>) -> Language {
        asked
            .or(self.library.borrow().settings.language)
            .unwrap_or(self.language)
    }
}
