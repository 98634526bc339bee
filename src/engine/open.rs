//! Opening the library: what is needed at once comes into memory.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use futures_util::future::join;
use futures_util::lock::Mutex;
use serde::de::DeserializeOwned;

use super::draft::Draft;
use super::finder::Finder;
use super::library::{Library, Meta, Shelves, ShelvesRecord};
use super::ports::{Clock, Network, Random, Store};
use super::read::READ;
use super::seals::Seals;
use super::signal::Signal;
use super::{Engine, entry, keys};
use crate::model::{Job, JobId, Language, LibraryError};

/// A job that says it has more lines than any message can carry is damaged.
pub(super) const MOST_LINES: u32 = 1 << 24;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Opens the library in a store, a new one where there is none. `language` is the browser's.
    ///
    /// Reads the index, not the links: a few hundred keys for 100,000 links, where listing every
    /// key would take ten times as long.
    ///
    /// # Errors
    /// A library of a newer version is refused, and one whose version cannot be read; both are
    /// left as they are. Else those of the store.
    pub async fn open(
        network: N,
        store: S,
        clock: C,
        random: R,
        language: Language,
    ) -> Result<Self, LibraryError> {
        let engine = Self {
            network,
            store,
            clock,
            random,
            language,
            library: RefCell::default(),
            finder: Finder::default(),
            writer: Mutex::default(),
            unsure: Cell::new(false),
            runner: Mutex::default(),
            news: Signal::default(),
            accepting: RefCell::default(),
            restarted: RefCell::default(),
            hurried: RefCell::default(),
            inherited: RefCell::default(),
            unwanted: RefCell::default(),
            thinned: Cell::new(false),
            full: Cell::new(false),
            due: Cell::new(None),
            changes: Mutex::default(),
            going: RefCell::default(),
            rests: RefCell::default(),
            hastened: RefCell::default(),
            followers: RefCell::default(),
        };
        let mut library = engine.load().await?;
        engine.inherited.replace(library.claims.clone());
        library.claims = library.claims.after_death();
        engine.library.replace(library);
        engine.remove_gone().await;
        engine.take_back_open().await?;
        Ok(engine)
    }

    /// Reads everything that stands in memory.
    pub(super) async fn load(&self) -> Result<Library, LibraryError> {
        let mut found = self.read_first().await?;
        let meta = parse::<Meta>(&found, keys::META)?;
        let untagged = meta.as_ref().is_some_and(|meta| meta.schema < Meta::TAGS);
        match meta {
            None => self.create().await?,
            Some(meta) if meta.schema > Meta::SCHEMA => return Err(LibraryError::NewerVersion),
            Some(meta) if meta.erasing => {
                self.finish_erasing().await?;
                return Ok(Library::default());
            }
            Some(meta) if meta.schema < Meta::SCHEMA => {
                self.shorten_ids().await?;
                found = self.read_first().await?;
            }
            Some(_) => {}
        }
        let settings = match parse(&found, keys::SETTINGS) {
            Ok(settings) => settings.unwrap_or_default(),
            Err(_) => self.mend_settings(found.get(keys::SETTINGS)).await?,
        };
        let mut library = Library {
            settings,
            claims: parse(&found, keys::CLAIMS)
                .unwrap_or_default()
                .unwrap_or_default(),
            touched: parse(&found, keys::TOUCHED)
                .unwrap_or_default()
                .unwrap_or_default(),
            gone: parse(&found, keys::GONE)
                .unwrap_or_default()
                .unwrap_or_default(),
            ..Library::default()
        };
        library.changes = match parse(&found, keys::CHANGES) {
            Ok(changes) => changes.unwrap_or_default(),
            Err(_) => self.forget_changes(&mut library).await?,
        };
        let tags = parse(&found, keys::TAGS);
        let known = untagged || matches!(tags, Ok(Some(_)));
        library.tags = tags.unwrap_or_default().unwrap_or_default();
        let seals = found.get(keys::LAST_WRITE);
        let seals = seals.and_then(|token| Seals::parse(token));
        let jobs = self
            .list_of_jobs(&library, found.get(keys::JOBS), seals.as_ref())
            .await?;
        // The store looks for the jobs while the index is being read.
        let (records, shelves) = join(
            self.read(jobs.iter().map(keys::job).collect()),
            self.load_shelves(&mut library, found.get(keys::CATEGORIES), known),
        )
        .await;
        shelves?;
        self.load_jobs(&mut library, jobs, &records?).await?;
        self.load_reminders(&mut library, found.get(keys::REMINDERS), seals.as_ref())
            .await?;
        let found = Seals::after(&Draft::default(), &library);
        if seals.is_some_and(|seals| seals != found) {
            let token = found.token(&self.mark());
            let entry = (keys::LAST_WRITE.to_owned(), token);
            self.store.set(&[entry]).await?;
        }
        Ok(library)
    }

    /// Reads what stands under a key of its own.
    async fn read_first(&self) -> Result<HashMap<String, String>, LibraryError> {
        let singles = [
            keys::META,
            keys::SETTINGS,
            keys::CATEGORIES,
            keys::JOBS,
            keys::CLAIMS,
            keys::TOUCHED,
            keys::TAGS,
            keys::CHANGES,
            keys::GONE,
            keys::REMINDERS,
            keys::LAST_WRITE,
        ];
        let singles = singles.map(str::to_owned);
        match self.read_all(&singles).await {
            // Perhaps that one alone which can be done without.
            Err(LibraryError::StorageDamaged) => {
                let needed = singles.iter().filter(|key| *key != keys::LAST_WRITE);
                self.read_all(&needed.cloned().collect::<Vec<_>>()).await
            }
            found => found,
        }
    }

    /// The jobs that there are. Where their list is lost (what the browser finds damaged it
    /// removes), or does not name what there was at the last write, they are found by the keys.
    async fn list_of_jobs(
        &self,
        library: &Library,
        list: Option<&String>,
        seals: Option<&Seals>,
    ) -> Result<Vec<JobId>, LibraryError> {
        let listed = list.and_then(|json| keys::decode::<Vec<JobId>>(json).ok());
        match listed.filter(|ids| seals.is_none_or(|seals| seals.are_all_jobs(ids))) {
            Some(ids) => Ok(ids),
            None => self.relist_jobs(library, list).await,
        }
    }

    /// Takes up the jobs; those whose records are damaged are made anew from their lines.
    async fn load_jobs(
        &self,
        library: &mut Library,
        ids: Vec<JobId>,
        found: &HashMap<String, String>,
    ) -> Result<(), LibraryError> {
        for id in ids {
            let json = found.get(&keys::job(&id));
            let erased = &library.gone;
            let job = match json.map(|json| keys::decode::<Job>(json)) {
                Some(Ok(job)) if job.lines <= MOST_LINES => job,
                _ => self.rebuild_job(&id, json, erased).await?,
            };
            library.jobs.insert(id, job);
        }
        Ok(())
    }

    /// Reads the categories and the index, or makes them anew where they are damaged, or do not
    /// count as many links as were there when they were written. `known`: whether the tags are.
    async fn load_shelves(
        &self,
        library: &mut Library,
        json: Option<&String>,
        known: bool,
    ) -> Result<(), LibraryError> {
        let Some(json) = json else {
            // A new library has none yet; nor has one that lost them.
            return self.rebuild(library, None).await;
        };
        let Ok(record) = keys::decode::<ShelvesRecord>(json) else {
            if let Some(record) = ShelvesRecord::salvage(json) {
                library.take_up(&record);
                library.shelves = Shelves::of(record);
            }
            return self.rebuild(library, Some(json)).await;
        };
        library.take_up(&record);
        let whole = known && self.load_index(library, &record).await?;
        let whole = whole && record.agrees_with(&library.index);
        library.shelves = Shelves::of(record);
        if !whole {
            self.rebuild(library, None).await?;
        }
        Ok(())
    }

    pub(super) async fn create(&self) -> Result<(), LibraryError> {
        let meta = keys::encode(&Meta {
            schema: Meta::SCHEMA,
            erasing: false,
        })?;
        self.store.set(&[(keys::META.to_owned(), meta)]).await?;
        Ok(())
    }

    /// Reads the index; whether it is all there.
    async fn load_index(
        &self,
        library: &mut Library,
        record: &ShelvesRecord,
    ) -> Result<bool, LibraryError> {
        let mut keys = record.chunk_keys().peekable();
        while keys.peek().is_some() {
            let group: Vec<_> = keys.by_ref().take(READ).collect();
            let asked = group.iter().map(|(_, _, key)| key.clone()).collect();
            let mut found = self.read(asked).await?;
            for (place, number, key) in group {
                let json = found.remove(&key);
                let Some(Ok(entries)) = json.map(|json| entry::decode_chunk(&json)) else {
                    return Ok(false);
                };
                library.index.put(&place, number, entries);
            }
        }
        Ok(true)
    }
}

fn parse<T: DeserializeOwned>(
    found: &HashMap<String, String>,
    key: &str,
) -> Result<Option<T>, LibraryError> {
    found.get(key).map(|json| keys::decode(json)).transpose()
}
