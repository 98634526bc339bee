//! A damaged index is made anew from the links, a damaged job from its lines: they are what counts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::draft::Draft;
use super::entry::{Entry, Place};
use super::index::{CHUNK, Index, length};
use super::journal::{ChangeRecord, Standing};
use super::library::{Library, Shelves};
use super::open::MOST_LINES;
use super::ports::{Clock, Network, Random, Store};
use super::read::READ;
use super::report::{JobLine, LINES};
use super::results::close;
use super::{Engine, keys};
use crate::model::{
    Category, CategoryId, Job, JobId, Language, LibraryError, LinkId, Millis, Settings,
};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Makes the index and the counts anew from the records that can be read. Categories of links
    /// whose names are lost get new ones. What is damaged is put aside and not overwritten.
    pub(super) async fn rebuild(
        &self,
        library: &mut Library,
        damaged: Option<&String>,
    ) -> Result<(), LibraryError> {
        let keys = self.store.keys().await?;
        let links = keys.iter().filter(|key| !library.gone.contains(*key));
        let links = links.filter_map(|key| keys::link_id(key));
        let ids: Vec<LinkId> = links.map(LinkId::from).collect();
        let mut places: BTreeMap<Place, Vec<Entry>> = BTreeMap::new();
        let mut draft = Draft::default();
        let nothing = Standing::default();
        for group in ids.chunks(READ) {
            for link in self.records(group).await?.into_iter().flatten() {
                let entry = Entry::of(&link);
                places.entry(Place::of(&link)).or_default().extend(entry);
                draft.count_tags(&nothing, &Standing::of(&link));
            }
        }
        let mut shelves = library.shelves.clone();
        let now = self.clock.now();
        for id in places.keys().filter_map(Place::category) {
            shelves.keep(id, self.language(library.settings.language), now);
        }
        draft.shelves = Some(shelves);
        for (place, mut entries) in places {
            entries.sort_by_key(|entry| entry.stamp);
            for (number, chunk) in (0..).zip(entries.chunks(CHUNK)) {
                draft.chunks.insert((place.clone(), number), chunk.to_vec());
            }
        }
        draft.records = self.aside(keys::CATEGORIES, damaged)?;
        let old = keys.into_iter().filter(|key| key.starts_with(keys::INDEX));
        library.gone.extend(old);
        if !library.gone.is_empty() {
            let made = draft.chunks.keys();
            let made = made.map(|(place, number)| keys::index(place, *number));
            let made: BTreeSet<String> = made.collect();
            library.gone.retain(|key| !made.contains(key));
            draft.record(keys::GONE.to_owned(), keys::encode(&library.gone)?);
        }
        let newest = library.index.newest();
        library.index = Index::default();
        library.index.go_on_after(newest);
        library.tags = draft.tags_after(&BTreeMap::new());
        draft.tags = BTreeMap::new();
        draft.record(keys::TAGS.to_owned(), keys::encode(&library.tags)?);
        self.store.set(&draft.entries(library)?).await?;
        draft.apply(library);
        Ok(())
    }
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Finds the jobs by their keys, where the list of them is lost, or damaged: then it is put
    /// aside.
    pub(super) async fn relist_jobs(
        &self,
        library: &Library,
        damaged: Option<&String>,
    ) -> Result<Vec<JobId>, LibraryError> {
        let keys = self.store.keys().await?;
        let own = |key: &&String| {
            *key != keys::JOBS && *key != keys::CLAIMS && !library.gone.contains(*key)
        };
        let names = keys.iter().filter(own);
        let names = names.filter_map(|key| keys::job_name(key));
        let ids: Vec<JobId> = names
            .filter(|name| !name.contains(':'))
            .map(JobId::from)
            .collect();
        let mut entries = self.aside(keys::JOBS, damaged)?;
        entries.push((keys::JOBS.to_owned(), keys::encode(&ids)?));
        self.store.set(&entries).await?;
        Ok(ids)
    }

    /// Makes a job anew from its lines: what of it is still to be read is read. The damaged record
    /// is put aside.
    pub(super) async fn rebuild_job(
        &self,
        id: &JobId,
        damaged: Option<&String>,
        erased: &[String],
    ) -> Result<Job, LibraryError> {
        let now = self.clock.now();
        let mut job = Job::new(id.clone(), now);
        let keys = self.store.keys().await?;
        let of_lines = format!("{}:", keys::job(id));
        let chunks = keys.iter().filter_map(|key| key.strip_prefix(&of_lines));
        let chunks = chunks.filter_map(|number| number.parse::<u32>().ok());
        let likely = chunks.filter(|number| *number < MOST_LINES / length(LINES));
        let chunks = likely.max().map_or(1, |last| last + 1);
        // How many the last chunk had is not known.
        let lines = (chunks - 1) * length(LINES) + 1;
        let lost = self.lost_lines(id, lines, erased).await?;
        if !lost.is_empty() {
            self.store.set(&lost).await?;
        }
        for chunk in 0.. {
            let lines = self.lines(id, chunk).await?;
            if chunk >= chunks && lines.is_none() {
                break;
            }
            let own = lines.iter().flatten().filter_map(JobLine::own_link);
            job.total += length(own.count());
            job.lines += length(lines.map_or(LINES, |lines| lines.len()));
        }
        self.recount(&mut job).await?;
        close(&mut job, now);
        let mut entries = self.aside(&keys::job(id), damaged)?;
        entries.push((keys::job(id), keys::encode(&job)?));
        self.store.set(&entries).await?;
        Ok(job)
    }

    /// Settings of which one cannot be read are put aside, and the others kept.
    pub(super) async fn mend_settings(
        &self,
        damaged: Option<&String>,
    ) -> Result<Settings, LibraryError> {
        let settings = damaged.and_then(|json| salvage(json)).unwrap_or_default();
        let mut entries = self.aside(keys::SETTINGS, damaged)?;
        entries.push((keys::SETTINGS.to_owned(), keys::encode(&settings)?));
        self.store.set(&entries).await?;
        Ok(settings)
    }

    /// The changes can no longer be undone, since the list of them is damaged: what they left is
    /// removed.
    pub(super) async fn forget_changes(
        &self,
        library: &mut Library,
    ) -> Result<Vec<ChangeRecord>, LibraryError> {
        let keys = self.store.keys().await?;
        let left = keys.into_iter();
        library
            .gone
            .extend(left.filter(|key| key.starts_with(keys::CHANGE)));
        Ok(Vec::new())
    }

    /// What is to be written so that a damaged text is kept.
    pub(super) fn aside(
        &self,
        key: &str,
        damaged: Option<&String>,
    ) -> Result<Vec<(String, String)>, LibraryError> {
        let name = format!("d:{}:{key}", self.clock.now());
        let text = damaged.map(keys::encode).transpose()?;
        Ok(text.map(|text| (name, text)).into_iter().collect())
    }
}

/// The settings that can be read one by one.
fn salvage(json: &str) -> Option<Settings> {
    let mut fields: Map<String, Value> = serde_json::from_str(json).ok()?;
    fields.retain(|name, value| {
        let alone = Map::from_iter([(name.clone(), value.clone())]);
        serde_json::from_value::<Settings>(alone.into()).is_ok()
    });
    serde_json::from_value(fields.into()).ok()
}

impl Shelves {
    /// Sees to it that a category exists of which only links are left.
    fn keep(&mut self, id: &CategoryId, language: Language, now: Millis) {
        if self.find(id).is_some() {
            return;
        }
        let number = length(self.categories.len()) + 1;
        let name = match language {
            Language::En => format!("Recovered {number}"),
            Language::Ko => format!("복구한 카테고리 {number}"),
        };
        self.categories.push(Category {
            id: id.clone(),
            name,
            favourite: false,
            count: 0,
            created: now,
        });
    }
}
