//! A change of the library: everything that belongs together goes to the store in one write, and
//! into memory only when the store has it.

use std::collections::BTreeMap;

use super::claims::Claims;
use super::index::{self, Entry, Place};
use super::keys;
use super::library::{Library, Shelves};
use super::report::chunks_of;
use crate::model::{Job, JobId, LibraryError, Link, Settings};

#[derive(Default)]
pub(super) struct Draft {
    pub(super) records: Vec<(String, String)>,
    pub(super) chunks: BTreeMap<(Place, u32), Vec<Entry>>,
    pub(super) shelves: Option<Shelves>,
    pub(super) jobs: BTreeMap<JobId, Job>,
    pub(super) forgotten: Vec<JobId>,
    pub(super) settings: Option<Settings>,
    pub(super) claims: Option<Claims>,
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
            let json = index::encode_chunk(chunk);
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
            let ids: Vec<&JobId> = library
                .jobs
                .keys()
                .filter(|id| !self.forgotten.contains(id) && !self.jobs.contains_key(*id))
                .chain(self.jobs.keys())
                .collect();
            entries.push((keys::JOBS.to_owned(), keys::encode(&ids)?));
        }
        if let Some(settings) = &self.settings {
            entries.push((keys::SETTINGS.to_owned(), keys::encode(settings)?));
        }
        if let Some(claims) = &self.claims {
            entries.push((keys::CLAIMS.to_owned(), keys::encode(claims)?));
        }
        Ok(entries)
    }

    /// What the forgotten jobs leave behind.
    pub(super) fn forgotten_keys(&self, library: &Library) -> Vec<String> {
        let jobs = self.forgotten.iter().filter_map(|id| library.jobs.get(id));
        jobs.flat_map(|job| {
            let lines = (0..chunks_of(job)).map(|chunk| keys::job_lines(&job.id, chunk));
            lines.chain([keys::job(&job.id)])
        })
        .collect()
    }

    /// Brings the memory to what the store holds now.
    pub(super) fn apply(self, library: &mut Library) {
        for ((place, number), chunk) in self.chunks {
            library.index.put(&place, number, chunk);
        }
        if let Some(shelves) = self.shelves {
            library.shelves = shelves;
        }
        for id in &self.forgotten {
            library.jobs.remove(id);
        }
        library.jobs.extend(self.jobs);
        if let Some(settings) = self.settings {
            library.settings = settings;
        }
        if let Some(claims) = self.claims {
            library.claims = claims;
        }
    }
}
