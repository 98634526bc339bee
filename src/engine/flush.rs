//! Storing what was read: the records, the index, the counts and the jobs in one write, which
//! does no harm if it is made twice.

use std::collections::BTreeMap;

use super::Engine;
use super::draft::Draft;
use super::ports::{Clock, Network, Random, Store};
use super::retry::Outcome;
use crate::model::{Job, JobId, JobState, LibraryError, Link, LinkId, LinkState, PageMetadata};

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

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Stores results, and ends the jobs of which they were the last.
    pub(super) async fn store_steps(&self, steps: &[Step]) -> Result<(), LibraryError> {
        let _writer = self.begin().await?;
        let ids: Vec<LinkId> = steps.iter().map(|step| step.link.clone()).collect();
        let records = self.records(&ids).await?;
        let draft = self.draft_steps(steps, records)?;
        self.commit(draft).await
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
            job.counts.waiting = job.counts.waiting.saturating_sub(1);
            *job.counts.of(link.state) += 1;
        }
        for link in links.values() {
            draft.link(link)?;
            draft.reindex(&library.index, link);
        }
        for (id, mut job) in jobs {
            let accepting = self.is_accepting(&id);
            if job.counts.waiting == 0 && job.state == JobState::Running && !accepting {
                job.state = JobState::Done;
                job.finished = Some(now);
            }
            draft.job(job);
        }
        Ok(draft)
    }
}

/// Brings a result into a link. What the user says stays, and so does what an earlier reading
/// found where this one found nothing.
fn apply(link: &mut Link, outcome: &Outcome, now: u64) {
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
