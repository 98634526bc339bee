//! Lines of a job that are lost are made anew from the links that wait for it: nobody else would
//! ever read these.

use std::collections::{BTreeSet, HashSet};

use super::index::length;
use super::ports::{Clock, Network, Random, Store};
use super::read::READ;
use super::report::{JobLine, LINES};
use super::{Engine, keys};
use crate::model::{JobId, LibraryError, Link, LinkId};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// What is to be written so that the links that wait for a job are in its lines, where of
    /// these, so many, some are lost; else nothing. A damaged text is put aside. `erased`: the keys
    /// of links that are no more.
    pub(super) async fn lost_lines(
        &self,
        job: &JobId,
        lines: u32,
        erased: &[String],
    ) -> Result<Vec<(String, String)>, LibraryError> {
        let mut known = BTreeSet::new();
        let mut short = Vec::new();
        let chunks = lines.div_ceil(length(LINES));
        for chunk in 0..chunks {
            let left = self.lines(job, chunk).await?.unwrap_or_default();
            known.extend(left.iter().filter_map(JobLine::own_link).cloned());
            let before = chunk * length(LINES);
            if length(left.len()) < (lines - before).min(length(LINES)) {
                short.push((keys::job_lines(job, chunk), left));
            }
        }
        let mut entries = Vec::new();
        if short.is_empty() {
            return Ok(entries);
        }
        let waiting = self.waiting_for(job, erased).await?.into_iter();
        let missing = waiting.filter(|link| !known.contains(&link.id));
        let mut missing = missing
            .map(|link| JobLine::link(&link.url, &link))
            .peekable();
        let more = (chunks..).map(|chunk| (keys::job_lines(job, chunk), Vec::new()));
        for (key, mut lines) in short.into_iter().chain(more) {
            if missing.peek().is_none() {
                break;
            }
            let damaged = self.read(vec![key.clone()]).await?;
            entries.extend(self.aside(&key, damaged.get(&key))?);
            let room = LINES.saturating_sub(lines.len());
            lines.extend(missing.by_ref().take(room));
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
