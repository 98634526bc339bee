//! Accepting a list: every line is judged, and every link is in the store before its page is
//! asked for.

use std::collections::HashMap;

use super::candidate::{Read, new_link, read, renewed};
use super::claims::Claims;
use super::draft::Draft;
use super::entry::{Entry, Place};
use super::ghosts::is_ghost;
use super::index::length;
use super::jobs::KEPT_JOBS;
use super::journal::Standing;
use super::ports::{Clock, Network, Random, Store};
use super::report::{JobLine, LINES};
use super::results::close;
use super::{Engine, keys};
use crate::address;
use crate::model::{Job, JobId, LibraryError, Link, LinkId, LinkState, Problem, SaveOptions};

/// Lines stored in one write: at first a few at a time, so that who looks on is answered between
/// them and cards show, then more.
const FIRST_SLICES: usize = 4;
const SLICE: usize = 3 * LINES;
/// Up to so many lines, a person is taken to wait for them.
const URGENT_LINES: usize = 4;
/// Links whose pages may be asked for without another write, in all and at one host.
const CLAIMED: usize = 64;
const PER_HOST: usize = 4;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Stores a list of urls, one line each; their pages are read by [`Engine::run_jobs`]. When
    /// this returns, all are safe.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store: then the lines before the one
    /// where it failed are stored.
    pub async fn accept(
        &self,
        urls: &[String],
        options: &SaveOptions,
    ) -> Result<Job, LibraryError> {
        let lines: Vec<&str> = urls.iter().map(String::as_str).collect();
        let job = self.accept_lines(&lines, options).await?;
        // The links are safe; what could not be stored of their pages will be asked for.
        let _ = self.store_shown(&job.id, urls, &options.pages).await;
        Ok(self.job(&job.id).unwrap_or(job))
    }

    /// Stores a pasted list, as [`Engine::accept`] does.
    ///
    /// # Errors
    /// As [`Engine::accept`].
    pub async fn accept_text(
        &self,
        text: &str,
        options: &SaveOptions,
    ) -> Result<Job, LibraryError> {
        self.accept_lines(&address::split_list(text), options).await
    }

    async fn accept_lines(
        &self,
        lines: &[&str],
        options: &SaveOptions,
    ) -> Result<Job, LibraryError> {
        let now = self.clock.now();
        let mut job = Job {
            category: options.category.clone(),
            urgent: options.urgent.unwrap_or(lines.len() <= URGENT_LINES),
            ..Job::new(JobId::new(now, self.random.next()), now)
        };
        let accepting = self.accepting(&job.id);
        let mut seen = HashMap::new();
        let (first, rest) = lines.split_at(lines.len().min(FIRST_SLICES * LINES));
        // A list without a line is a job too.
        let empty = lines.is_empty().then_some(lines);
        let slices = empty.into_iter().chain(first.chunks(LINES));
        let mut slices = slices.chain(rest.chunks(SLICE)).peekable();
        let mut hints = options.hints.iter().map(Option::as_deref);
        while let Some(slice) = slices.next() {
            let read: Vec<Read> = slice
                .iter()
                .map(|line| read(line, hints.next().flatten()))
                .collect();
            let last = slices.peek().is_none();
            job = self
                .accept_slice(job, slice, &read, &mut seen, last)
                .await?;
            self.news.raise();
        }
        drop(accepting);
        Ok(job)
    }

    async fn accept_slice(
        &self,
        job: Job,
        lines: &[&str],
        read: &[Read],
        seen: &mut HashMap<String, LinkId>,
        last: bool,
    ) -> Result<Job, LibraryError> {
        let _writer = self.begin().await?;
        let mut saved = self.already_saved(read).await?;
        let asides = self.add_ghosts(read, &mut saved).await?;
        // What was held or ended meanwhile stays so.
        let mut job = self.job(&job.id).unwrap_or(job);
        let (mut draft, stored) = self.draft_slice(&mut job, lines, read, seen, &saved, last)?;
        draft.records.extend(asides);
        self.commit(draft).await?;
        seen.extend(stored);
        Ok(job)
    }

    /// The links of the library that have the keys of these lines, by their keys.
    async fn already_saved(&self, read: &[Read]) -> Result<HashMap<String, Link>, LibraryError> {
        let candidates = read.iter().filter_map(Read::candidate);
        self.links_with_keys(candidates.map(|candidate| &candidate.key))
            .await
    }

    fn draft_slice(
        &self,
        job: &mut Job,
        lines: &[&str],
        read: &[Read],
        seen: &HashMap<String, LinkId>,
        saved: &HashMap<String, Link>,
        last: bool,
    ) -> Result<(Draft, HashMap<String, LinkId>), LibraryError> {
        let library = self.library.borrow();
        let mut draft = Draft::default();
        let mut shelves = library.shelves.clone();
        if job
            .category
            .as_ref()
            .is_some_and(|id| shelves.find(id).is_none())
        {
            if job.lines == 0 {
                return Err(LibraryError::NoSuchCategory);
            }
            // It was deleted while the list was being stored: the rest of the list is not.
            job.category = None;
        }
        let now = self.clock.now();
        let mut stamp = library.index.newest();
        let mut stored: HashMap<String, LinkId> = HashMap::new();
        let mut claims = library.claims.clone();
        let mut judged = Vec::with_capacity(lines.len());
        let mut fresh = Vec::new();
        for (line, read) in lines.iter().zip(read) {
            let candidate = match read {
                Read::Other(problem) => {
                    judged.push(JobLine::other(line, *problem, None));
                    let skipped = matches!(problem, Problem::Blank | Problem::Comment);
                    job.rejected += u32::from(!skipped);
                    continue;
                }
                Read::Link(candidate) => candidate,
            };
            let in_list = seen
                .get(&candidate.key)
                .or_else(|| stored.get(&candidate.key));
            let twin = in_list.map(|id| (id, Problem::DuplicateInList));
            let known = saved.get(&candidate.key);
            let (ghost, in_library) = match known.filter(|link| is_ghost(link)) {
                Some(ghost) => (Some(ghost), None),
                None => (None, known),
            };
            let in_trash = in_library.filter(|link| link.deleted.is_some());
            if let Some(link) = in_trash.filter(|_| twin.is_none()) {
                let link = self.draft_return(&mut draft, link, job)?;
                if link.job.is_some() {
                    fresh.push((candidate.host.as_str(), link.id.clone()));
                    judged.push(JobLine::link(line, &link));
                    job.total += 1;
                    job.count(LinkState::Waiting, None);
                } else {
                    let problem = Problem::Restored;
                    judged.push(JobLine::other(line, problem, Some(link.id.clone())));
                    job.duplicates += 1;
                }
                stored.insert(candidate.key.clone(), link.id);
                continue;
            }
            let in_library = in_library.map(|link| (&link.id, Problem::DuplicateInLibrary));
            let twin = twin.or(in_library);
            if let Some((id, problem)) = twin {
                judged.push(JobLine::other(line, problem, Some(id.clone())));
                job.duplicates += 1;
                continue;
            }
            let link = if let Some(ghost) = ghost {
                let link = renewed(ghost, now, candidate, job);
                draft.reindex(&library.index, &link);
                link
            } else {
                stamp = stamp.next(now);
                let link = new_link(LinkId::new(stamp, candidate.hash), now, candidate, job);
                if let Some(entry) = Entry::of(&link) {
                    draft.append(&library.index, &Place::of(&link), entry);
                }
                link
            };
            draft.link(&link)?;
            fresh.push((candidate.host.as_str(), link.id.clone()));
            judged.push(JobLine::link(line, &link));
            stored.insert(candidate.key.clone(), link.id);
            job.total += 1;
            job.count(LinkState::Waiting, None);
        }
        claim(&mut claims, fresh, job.urgent);
        for (number, chunk) in (job.lines / length(LINES)..).zip(judged.chunks(LINES)) {
            draft.record(keys::job_lines(&job.id, number), keys::encode(&chunk)?);
        }
        job.lines += length(judged.len());
        if last {
            close(job, now);
        }
        if !stored.is_empty() && shelves.last != job.category {
            shelves.last.clone_from(&job.category);
            draft.shelves = Some(shelves);
        }
        if claims != library.claims {
            draft.claims = Some(claims);
        }
        draft.forgotten = library.surplus_jobs(KEPT_JOBS);
        draft.job(job.clone());
        Ok((draft, stored))
    }

    /// A link of the trash that is saved again is back, in the category where it goes now. One that
    /// was never read is a link of the job.
    fn draft_return(
        &self,
        draft: &mut Draft,
        link: &Link,
        job: &Job,
    ) -> Result<Link, LibraryError> {
        let mut link = link.clone();
        if link.state == LinkState::Waiting {
            link.job = Some(job.id.clone());
            link.attempts = 0;
        }
        let before = Standing::of(&link);
        let mut after = Standing {
            deleted: None,
            category: job.category.clone(),
            ..before.clone()
        };
        self.draft_link(draft, &mut link, &before, &mut after)?;
        Ok(link)
    }
}

/// Claims links whose pages may be asked for at once, the last first: they are read first.
fn claim(claims: &mut Claims, fresh: Vec<(&str, LinkId)>, urgent: bool) {
    let mut claimed_at: HashMap<&str, usize> = HashMap::new();
    for (host, id) in fresh.into_iter().rev() {
        let claimed_here = claimed_at.entry(host).or_default();
        if urgent || (*claimed_here < PER_HOST && claims.claimed.len() < CLAIMED) {
            *claimed_here += 1;
            claims.claimed.insert(id);
        }
    }
}
