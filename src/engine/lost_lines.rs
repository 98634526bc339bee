//! Lines of a job that are lost are made anew from the links that wait for it: nobody else would
//! ever read these.

use std::collections::{BTreeSet, HashSet};

use super::ports::{Clock, Network, Random, Store};
use super::read::READ;
use super::report::{JobLine, LINES};
use super::{Engine, keys};
use crate::model::{JobId, LibraryError, Link, LinkId};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// What is to be written so that the links that wait for a job are in its lines, of so many
    /// chunks, where some of these are lost; else nothing. A damaged text is put aside. `erased`: the keys of links that
    /// are no more.
    pub(super) async fn lost_lines(
        &self,
        job: &JobId,
        chunks: u32,
        erased: &[String],
    ) -> Result<Vec<(String, String)>, LibraryError> {
        let mut known = BTreeSet::new();
        let mut lost = Vec::new();
        for chunk in 0..chunks {
            match self.lines(job, chunk).await? {
                Some(lines) => known.extend(lines.iter().filter_map(JobLine::own_link).cloned()),
                None => lost.push(keys::job_lines(job, chunk)),
            }
        }
        let mut entries = Vec::new();
        if lost.is_empty() {
            return Ok(entries);
        }
        let mut waiting = self.waiting_for(job, erased).await?;
        waiting.retain(|link| !known.contains(&link.id));
        let more = (chunks..).map(|chunk| keys::job_lines(job, chunk));
        for (key, links) in lost.into_iter().chain(more).zip(waiting.chunks(LINES)) {
            let damaged = self.read(vec![key.clone()]).await?;
            entries.extend(self.aside(&key, damaged.get(&key))?);
            let lines: Vec<JobLine> = links
                .iter()
                .map(|link| JobLine::link(&link.url, link))
                .collect();
            entries.push((key, keys::encode(&lines)?));
        }
        Ok(entries)
    }

    /// Of all links, those that a job is to read.
    async fn waiting_for(&self, job: &JobId, erased: &[String]) -> Result<Vec<Link>, LibraryError> {
        let keys = self.store.keys().await?;
        let erased: HashSet<&String> = erased.iter().collect();
        let links = keys.iter().filter(|key| !erased.contains(key));
        let ids: Vec<LinkId> = links
            .filter_map(|key| keys::link_id(key))
            .map(LinkId::from)
            .collect();
        let mut waiting = Vec::new();
        for group in ids.chunks(READ) {
            let links = self.records(group).await?.into_iter().flatten();
            waiting.extend(links.filter(|link| link.job.as_ref() == Some(job)));
        }
        Ok(waiting)
    }
}
