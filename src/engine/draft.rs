//! A change of the library: everything that belongs together goes to the store in one write, and
//! into memory only when the store has it.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::Claims;
use super::entry::{self, Entry, Place};
use super::journal::{ChangeRecord, Standing};
use super::keys;
use super::library::{Library, Shelves};
use super::report::chunks_of;
use crate::model::{Job, JobId, LibraryError, Link, LinkId, Reminder, ReminderId, Settings};

#[derive(Default)]
pub(super) struct Draft {
    pub(super) records: Vec<(String, String)>,
    pub(super) chunks: BTreeMap<(Place, u32), Vec<Entry>>,
    pub(super) shelves: Option<Shelves>,
    pub(super) jobs: BTreeMap<JobId, Job>,
    pub(super) forgotten: Vec<JobId>,
    /// None: it is no more.
    pub(super) reminders: BTreeMap<ReminderId, Option<Reminder>>,
    pub(super) settings: Option<Settings>,
    pub(super) claims: Option<Claims>,
    pub(super) changes: Option<Vec<ChangeRecord>>,
    /// By how much the links of a tag become more.
    pub(super) tags: BTreeMap<String, i64>,
    /// Places that are no more.
    pub(super) removed: Vec<Place>,
    /// Keys that nothing speaks of any more.
    pub(super) gone: Vec<String>,
    /// Links that their jobs are not to read any more.
    pub(super) unwanted: Vec<(LinkId, JobId)>,
    /// Jobs that have links again that they had let go of.
    pub(super) rejoined: BTreeSet<JobId>,
}

impl Draft {
    /// A text to be stored as it is.
    pub(super) fn record(&mut self, key: String, json: String) {
        self.records.push((key, json));
    }

    pub(super) fn link(&mut self, link: &Link) -> Result<(), LibraryError> {
        self.records
            .push((keys::link(&link.id), keys::encode(link)?));
        Ok(())
    }

    pub(super) fn job(&mut self, job: Job) {
        self.jobs.insert(job.id.clone(), job);
    }

    /// What is to be written.
    pub(super) fn entries(&self, library: &Library) -> Result<Vec<(String, String)>, LibraryError> {
        let mut entries = self.records.clone();
        for ((place, number), chunk) in &self.chunks {
            if self.removed.contains(place) {
                continue;
            }
            let json = entry::encode_chunk(chunk);
            entries.push((keys::index(place, *number), json));
        }
        if !self.chunks.is_empty() || self.shelves.is_some() {
            let json = library.shelves_record(self)?;
            entries.push((keys::CATEGORIES.to_owned(), json));
        }
        for (id, job) in &self.jobs {
            entries.push((keys::job(id), keys::encode(job)?));
        }
        let new_job = self.jobs.keys().any(|id| !library.jobs.contains_key(id));
        if new_job || !self.forgotten.is_empty() {
            let ids = self.jobs_after(library);
            entries.push((keys::JOBS.to_owned(), keys::encode(&ids)?));
        }
        self.reminder_entries(library, &mut entries)?;
        if let Some(settings) = &self.settings {
            entries.push((keys::SETTINGS.to_owned(), keys::encode(settings)?));
        }
        if let Some(claims) = &self.claims {
            entries.push((keys::CLAIMS.to_owned(), keys::encode(claims)?));
        }
        if let Some(changes) = &self.changes {
            entries.push((keys::CHANGES.to_owned(), keys::encode(changes)?));
        }
        if !self.tags.is_empty() {
            let tags = self.tags_after(&library.tags);
            entries.push((keys::TAGS.to_owned(), keys::encode(&tags)?));
        }
        Ok(entries)
    }

    /// The jobs that there are once this is stored.
    pub(super) fn jobs_after<'a>(&'a self, library: &'a Library) -> Vec<&'a JobId> {
        let kept = library.jobs.keys();
        let kept = kept.filter(|id| !self.forgotten.contains(id) && !self.jobs.contains_key(*id));
        kept.chain(self.jobs.keys()).collect()
    }

    /// What is to be removed when this is stored, of it and of earlier drafts.
    pub(super) fn gone_keys(&self, library: &Library) -> Vec<String> {
        let jobs = self.forgotten.iter().filter_map(|id| library.jobs.get(id));
        let of_jobs = jobs.flat_map(|job| {
            let lines = (0..chunks_of(job)).map(|chunk| keys::job_lines(&job.id, chunk));
            lines.chain([keys::job(&job.id)])
        });
        let of_places = self.removed.iter().flat_map(|place| {
            let chunks = 0..library.index.chunk_count(place);
            chunks.map(|number| keys::index(place, number))
        });
        let reminders = self.reminders.iter();
        let ended = reminders.filter(|(_, reminder)| reminder.is_none());
        let of_reminders = ended.map(|(id, _)| keys::reminder(id));
        let all = of_jobs.chain(of_places).chain(of_reminders);
        let all = all.chain(self.gone.iter().cloned());
        library.gone.iter().cloned().chain(all).collect()
    }

    /// Counts the tags of a link anew.
    pub(super) fn count_tags(&mut self, before: &Standing, after: &Standing) {
        for (standing, step) in [(before, -1), (after, 1)] {
            if standing.deleted.is_none() {
                for tag in &standing.tags {
                    *self.tags.entry(tag.clone()).or_default() += step;
                }
            }
        }
        self.tags.retain(|_, change| *change != 0);
    }

    /// The counts of the tags once this is stored.
    pub(super) fn tags_after(&self, before: &BTreeMap<String, u32>) -> BTreeMap<String, u32> {
        let mut tags = before.clone();
        for (tag, change) in &self.tags {
            let count = i64::from(tags.get(tag).copied().unwrap_or(0)) + change;
            tags.insert(tag.clone(), u32::try_from(count).unwrap_or(0));
        }
        tags.retain(|_, count| *count > 0);
        tags
    }

    /// Brings the memory to what the store holds now.
    pub(super) fn apply(self, library: &mut Library) {
        if !self.tags.is_empty() {
            library.tags = self.tags_after(&library.tags);
        }
        for ((place, number), chunk) in self.chunks {
            library.index.put(&place, number, chunk);
        }
        for place in &self.removed {
            library.index.remove_place(place);
        }
        if let Some(changes) = self.changes {
            library.changes = changes;
        }
        if let Some(shelves) = self.shelves {
            library.shelves = shelves;
        }
        for id in &self.forgotten {
            library.jobs.remove(id);
        }
        library.jobs.extend(self.jobs);
        for (id, reminder) in self.reminders {
            match reminder {
                Some(reminder) => library.reminders.insert(id, reminder),
                None => library.reminders.remove(&id),
            };
        }
        if let Some(settings) = self.settings {
            library.settings = settings;
        }
        if let Some(claims) = self.claims {
            library.claims = claims;
        }
    }
}
