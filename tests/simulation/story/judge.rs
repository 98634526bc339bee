//! What must hold at any moment of a story, and at its end.

use std::collections::BTreeSet;

use urlink::model::{Job, JobState, Problem, ReportEntry, SaveReport};

use super::super::{audit, open};
use super::Story;

impl Story {
    /// What the engine said is safe is there, at any moment.
    pub(super) fn nothing_is_lost(&self) {
        for (number, id) in self.accepted.borrow().iter() {
            let job = self.world.disk().value(&format!("j:{id}"));
            let job: Job = serde_json::from_value(job.expect("an accepted job")).unwrap();
            assert_eq!(job.lines as usize, self.lists[*number].len());
        }
    }

    /// At the end every line is in one list, and every job is done.
    pub(super) async fn judge(&self) {
        let engine = open(&self.world).await.unwrap();
        if let Some(librarian) = &self.librarian {
            librarian.look_at(&self.world);
        }
        audit(&self.world, false);
        for job in engine.list_jobs() {
            let over = matches!(job.state, JobState::Done | JobState::Cancelled);
            assert!(over, "{job:?}");
            let report = engine.report(&job.id, None).await.unwrap();
            let places = lists(&report).into_iter().flatten().map(|entry| entry.line);
            let places: Vec<u32> = places.collect();
            let distinct: BTreeSet<u32> = places.iter().copied().collect();
            assert_eq!(distinct.len(), places.len(), "a line is in two lists");
            assert_eq!(distinct.len(), job.lines as usize, "a line is in no list");
            let cancelled = job.state == JobState::Cancelled;
            assert!(
                cancelled || report.waiting.is_empty() || self.meddled || self.librarian.is_some(),
                "{report:?}"
            );
        }
        let accepted = self.accepted.borrow().clone();
        for (number, id) in &accepted {
            let report = engine.report(id, None).await.unwrap();
            for entry in lists(&report).into_iter().flatten() {
                let given = &self.lists[*number][entry.line as usize];
                let erased = entry.url.is_none() && entry.code == Some(Problem::Deleted);
                assert!(entry.input == *given || erased, "{entry:?}");
            }
        }
    }

    /// No page was asked for again and again.
    pub(super) fn requests_are_bounded(&self) {
        if self.meddled || self.librarian.is_some() {
            return;
        }
        let bound = 16 + self.failed_runs.get() * 2;
        for (url, times) in self.world.sites().asked.borrow().iter() {
            assert!(*times <= bound, "{url} was asked for {times} times");
        }
    }
}

/// Every list of a report.
pub(super) fn lists(report: &SaveReport) -> [&Vec<ReportEntry>; 7] {
    [
        &report.saved,
        &report.partial,
        &report.failed,
        &report.blocked,
        &report.duplicates,
        &report.skipped,
        &report.waiting,
    ]
}
