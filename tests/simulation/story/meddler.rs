//! What a person does with jobs while links are saved and read.

use urlink::engine::ports::Clock as _;
use urlink::model::{Job, JobId, LibraryError, LinkId, LinkSelection};

use super::super::SimEngine;
use super::Story;
use super::judge::lists;

impl Story {
    /// A person holds, ends and repeats jobs, and reads links anew.
    pub(super) async fn meddle(&self, engine: &SimEngine) {
        if !self.meddled {
            return;
        }
        for _ in 0..self.world.below(5) {
            self.world.sleep(self.world.below(4_000)).await;
            let jobs = engine.list_jobs();
            if jobs.is_empty() {
                continue;
            }
            let job = &self.world.pick(&jobs).id;
            // What goes wrong here is the store's doing, and told to the person.
            let _ = match self.world.below(7) {
                0 | 1 => engine.pause_job(job).await,
                2 => engine.resume_job(job).await,
                3 => engine.cancel_job(job).await,
                4 => engine.retry_job(job, None).await,
                5 => self.retry_any_link(engine, job).await,
                _ => engine.refresh(&LinkSelection::Category("all".into())).await,
            };
        }
    }

    async fn retry_any_link(&self, engine: &SimEngine, job: &JobId) -> Result<Job, LibraryError> {
        let report = engine.report(job, None).await?;
        let entries = lists(&report).into_iter().flatten();
        let ids: Vec<LinkId> = entries.filter_map(|entry| entry.id.clone()).collect();
        let link = ids.get(usize::try_from(self.world.below(50)).unwrap_or(0));
        let link = link.ok_or(LibraryError::NoSuchLink)?;
        engine.retry_link(job, link).await
    }
}
