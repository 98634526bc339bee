//! Storing what was read: the records, the index, the counts and the jobs in one write, which
//! does no harm if it is made twice.

use std::collections::BTreeMap;

use super::Engine;
use super::claims::Claims;
use super::draft::Draft;
use super::entry::Place;
use super::ports::{Clock, Network, Random, Store};
use super::retry::Outcome;
use super::task::Task;
use crate::model::{
    Job, JobId, JobState, LibraryError, Link, LinkId, LinkState, Millis, PageMetadata,
};

/// What is to be stored of one link.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) link: LinkId,
    pub(super) job: JobId,
    /// How often its page was asked for.
    pub(super) attempts: u8,
    /// How it ended; none if it will be asked for again.
    pub(super) outcome: Option<Outcome>,
}

/// What goes to the store together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) steps: Vec<Step>,
    /// Tasks that may be started when this is stored.
    pub(super) claim: Vec<Task>,
    /// Links that were claimed, and will not be asked for.
    pub(super) release: Vec<LinkId>,
    /// Those of them that are suspects whose short time is over.
    pub(super) spared: Vec<LinkId>,
    /// Hosts that want to be left alone for long, and until when.
    pub(super) wishes: BTreeMap<String, Millis>,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Stores results, ends the jobs of which they were the last, and claims the next links.
    pub(super) async fn store_batch(&self, batch: &Batch) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let ids: Vec<LinkId> = batch.steps.iter().map(|step| step.link.clone()).collect();
        let records = self.records(&ids).await?;
        let mut draft = self.draft_steps(&batch.steps, records)?;
        draft.claims = self.claims_after(batch);
        self.commit(draft).await
    }

    /// The claims as they will be, if they change.
    fn claims_after(&self, batch: &Batch) -> Option<Claims> {
        let library = self.library.borrow();
        let mut claims = library.claims.clone();
        for step in &batch.steps {
            if step.outcome.as_ref().is_none_or(Outcome::was_asked) {
                claims.survived(&step.link);
            }
            if step.outcome.is_some() {
                claims.settle(&step.link);
            }
        }
        for link in &batch.spared {
            claims.spare(link);
        }
        for link in &batch.release {
            claims.claimed.remove(link);
        }
        claims
            .claimed
            .extend(batch.claim.iter().map(|task| task.link.clone()));
        claims.suspect_only(|id| {
            library
                .index
                .place_of(id)
                .is_some_and(|at| *at != Place::Trash)
        });
        let now = self.clock.now();
        claims.wishes.extend(batch.wishes.clone());
        claims.wishes.retain(|_, until| *until > now);
        (claims != library.claims).then_some(claims)
    }

    fn draft_steps(
        &self,
        steps: &[Step],
        records: Vec<Option<Link>>,
    ) -> Result<Draft, LibraryError> {
        let now = self.clock.now();
        let library = self.library.borrow();
        let mut draft = Draft::default();
        let mut jobs: BTreeMap<JobId, Job> = BTreeMap::new();
        // One record may be in two steps: another try, then the end.
        let mut links: BTreeMap<LinkId, Link> = BTreeMap::new();
        links.extend(
            records
                .into_iter()
                .flatten()
                .map(|link| (link.id.clone(), link)),
        );
        for step in steps {
            let Some(link) = links.get_mut(&step.link) else {
                continue;
            };
            if link.job.as_ref() != Some(&step.job) {
                continue;
            }
            link.attempts = step.attempts;
            let Some(outcome) = &step.outcome else {
                continue;
            };
            apply(link, outcome, now);
            let Some(job) = library.jobs.get(&step.job) else {
                continue;
            };
            let job = jobs.entry(step.job.clone()).or_insert_with(|| job.clone());
            job.uncount(LinkState::Waiting, None);
            job.count(link.state, link.problem);
        }
        for link in links.values() {
            draft.link(link)?;
            draft.reindex(&library.index, link);
        }
        for (id, mut job) in jobs {
            if !self.is_accepting(&id) {
                close(&mut job, now);
            }
            draft.job(job);
        }
        Ok(draft)
    }
}

/// Ends a job of which nothing is left to be done.
pub(super) fn close(job: &mut Job, now: Millis) {
    if job.counts.waiting == 0 && matches!(job.state, JobState::Running | JobState::Paused) {
        job.state = JobState::Done;
        job.hold = None;
        job.finished = Some(now);
    }
}

/// Brings a result into a link. What the user says stays, and so does what an earlier reading
/// found where this one found nothing.
fn apply(link: &mut Link, outcome: &Outcome, now: Millis) {
    link.job = None;
    link.updated = now;
    link.state = outcome.state;
    link.problem = outcome.problem;
    let titled =
        |page: &Option<PageMetadata>| page.as_ref().is_some_and(|page| page.title.is_some());
    let better = titled(&outcome.page) || outcome.state == LinkState::Saved || !titled(&link.page);
    if better && outcome.page.is_some() {
        link.page.clone_from(&outcome.page);
    }
}
