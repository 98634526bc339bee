//! What became of every line of a job, after any restart.

use serde::{Deserialize, Serialize};

use super::index::length;
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{
    Job, JobId, JobState, Language, LibraryError, Link, LinkId, LinkState, Problem, ReportEntry,
    SaveReport,
};
use crate::text::clean_line;

/// Lines in one chunk.
pub(super) const LINES: usize = 256;

/// How much of a line is kept, in characters.
const INPUT_LIMIT: usize = 200;

/// How many chunks the lines of a job take.
pub(super) fn chunks_of(job: &Job) -> u32 {
    job.lines.div_ceil(length(LINES))
}

/// A line of a job, as stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct JobLine {
    /// The line as given, cut; none where it is the address of the link.
    #[serde(rename = "in", default, skip_serializing_if = "Option::is_none")]
    input: Option<String>,
    /// Why it is not a link of this job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<Problem>,
    /// The link that it became or repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<LinkId>,
}

impl JobLine {
    /// A line that became a link.
    pub(super) fn link(input: &str, link: &Link) -> Self {
        Self {
            input: (input != link.url).then(|| shown(input)),
            code: None,
            id: Some(link.id.clone()),
        }
    }

    /// A line that did not, and the link that it repeats.
    pub(super) fn other(input: &str, problem: Problem, twin: Option<LinkId>) -> Self {
        Self {
            input: Some(shown(input)),
            code: Some(problem),
            id: twin,
        }
    }

    /// The link that it became.
    pub(super) fn own_link(&self) -> Option<&LinkId> {
        self.id.as_ref().filter(|_| self.code.is_none())
    }
}

fn shown(input: &str) -> String {
    clean_line(input, INPUT_LIMIT)
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// What became of every line of a job, as it stands now.
    ///
    /// # Errors
    /// A job that is not kept any more; else those of the store.
    pub async fn report(
        &self,
        id: &JobId,
        language: Option<Language>,
    ) -> Result<SaveReport, LibraryError> {
        let language = self.language(language);
        let job = self.job(id).ok_or(LibraryError::NoSuchJob)?;
        let mut report = SaveReport::default();
        let mut number = 0;
        for chunk in 0..chunks_of(&job) {
            let lines = self.lines(&job.id, chunk).await?;
            let lines = lines.ok_or(LibraryError::StorageDamaged)?;
            let ids: Vec<LinkId> = lines.iter().filter_map(|line| line.id.clone()).collect();
            let mut records = self.records(&ids).await?.into_iter();
            for line in lines {
                let link = line.id.as_ref().and_then(|_| records.next()).flatten();
                let erased = line.id.as_ref().is_some_and(|id| self.is_erased(id));
                list(
                    &mut report,
                    number,
                    line,
                    link,
                    (job.state, erased),
                    language,
                );
                number += 1;
            }
        }
        Ok(report)
    }

    /// Whether a link was erased: of one that is damaged, the index knows still.
    pub(super) fn is_erased(&self, id: &LinkId) -> bool {
        self.library.borrow().index.place_of(id).is_none()
    }

    /// A chunk of a job's lines; none where it is missing or damaged.
    pub(super) async fn lines(
        &self,
        job: &JobId,
        chunk: u32,
    ) -> Result<Option<Vec<JobLine>>, LibraryError> {
        let key = keys::job_lines(job, chunk);
        let found = self.read(vec![key.clone()]).await?;
        Ok(found.get(&key).and_then(|json| keys::decode(json).ok()))
    }
}

/// Puts a line into the one list where it belongs.
fn list(
    report: &mut SaveReport,
    number: u32,
    line: JobLine,
    record: Option<Link>,
    (job, erased): (JobState, bool),
    language: Language,
) {
    let state = record.as_ref().map(|link| link.state);
    let deleted = record.as_ref().is_some_and(|link| link.deleted.is_some());
    let (list, code) = match (line.code, state) {
        (Some(code), _) => (list_of(report, code), Some(code)),
        (None, None) if erased => (&mut report.skipped, Some(Problem::Deleted)),
        (None, None) => (&mut report.failed, Some(Problem::Damaged)),
        (None, Some(LinkState::Waiting)) if deleted => {
            (&mut report.skipped, Some(Problem::Deleted))
        }
        (None, Some(LinkState::Waiting)) => {
            let cancelled = job == JobState::Cancelled;
            (&mut report.waiting, cancelled.then_some(Problem::Cancelled))
        }
        (None, Some(LinkState::Saved)) => (&mut report.saved, None),
        (None, Some(state)) => {
            let problem = record.as_ref().and_then(|link| link.problem);
            let list = match state {
                LinkState::Partial => &mut report.partial,
                LinkState::Blocked => &mut report.blocked,
                _ => &mut report.failed,
            };
            (list, problem)
        }
    };
    let repeats = matches!(
        code,
        Some(Problem::DuplicateInList | Problem::DuplicateInLibrary | Problem::Restored)
    );
    let (url, category) = record.map_or((None, None), |link| (Some(link.url), link.category));
    let input = line.input.or_else(|| url.as_deref().map(shown));
    list.push(ReportEntry {
        line: number,
        input: input.unwrap_or_default(),
        id: line.id,
        url,
        category: category.filter(|_| repeats),
        code,
        message: code.map(|code| code.sentence(language).to_owned()),
    });
}

/// The list of a line that is not a link of its job.
fn list_of(report: &mut SaveReport, code: Problem) -> &mut Vec<ReportEntry> {
    match code {
        Problem::Blank | Problem::Comment | Problem::Deleted | Problem::InWork => {
            &mut report.skipped
        }
        Problem::DuplicateInList | Problem::DuplicateInLibrary | Problem::Restored => {
            &mut report.duplicates
        }
        Problem::UnsupportedScheme => &mut report.blocked,
        _ => &mut report.failed,
    }
}
