//! Reading the pages of all jobs. One runner works, however many callers wait for it; it can be
//! dropped at any moment.

use std::pin::pin;

use futures_util::future::{Either, select};

use super::Engine;
use super::ports::{Clock, Network, Random, Store};
use super::run::Run;
use crate::model::{JobId, LibraryError, SaveOptions, SaveReport};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Reads the pages of all jobs until none goes on. Several callers share one run. Ends also
    /// when there is no network for some time, or when all that is left waits for sites that want
    /// to be left alone for long: then [`Engine::has_work`] stays true, and [`Engine::work_due`]
    /// says when to call again.
    ///
    /// # Errors
    /// Those of the store, where it went on failing: what is stored is safe, and the next call
    /// goes on from there.
    pub async fn run_jobs(&self) -> Result<(), LibraryError> {
        let one = self.runner.lock().await;
        // A write of which nobody knows how it ended may have left a job.
        drop(self.begin().await?);
        self.due.set(None);
        self.rests.take();
        self.hastened.take();
        self.unwanted.take();
        if !self.has_work() {
            return Ok(());
        }
        let run = Run::new(self).drive().await;
        self.full.set(run == Err(LibraryError::StorageFull));
        if run.is_err() {
            drop(one);
            // Where that fails too, the next write that does not says so.
            let _ = self.release_idle().await;
        }
        run
    }

    /// Drives a run of all jobs until one of them does not go on any more. What is left of the run
    /// is for the caller to drive on: other jobs are in it.
    ///
    /// # Errors
    /// Those of the run, and of another caller's that read this job.
    pub async fn run_until_over(
        &self,
        id: &JobId,
        run: &mut (impl Future<Output = Result<(), LibraryError>> + Unpin),
    ) -> Result<(), LibraryError> {
        match select(run, pin!(self.stopped(id))).await {
            Either::Left((ran, _)) => ran?,
            Either::Right(_) => {}
        }
        if self.full.get() && self.goes_on(id) {
            return Err(LibraryError::StorageFull);
        }
        Ok(())
    }

    /// Accepts urls, reads their pages, and reports.
    ///
    /// # Errors
    /// As [`Engine::accept`] and [`Engine::run_jobs`].
    pub async fn save_urls(
        &self,
        urls: &[String],
        options: &SaveOptions,
    ) -> Result<SaveReport, LibraryError> {
        let job = self.accept(urls, options).await?;
        self.run_until_over(&job.id, &mut pin!(self.run_jobs()))
            .await?;
        self.report(&job.id, options.language).await
    }
}
