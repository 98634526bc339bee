//! A line of a list, read, and the link that it becomes.

use crate::address::{self, Line};
use crate::model::{Job, Link, LinkHash, LinkId, LinkState, Millis, Problem, UserNotes};
use crate::text::clean_line;

/// The longest hint, in characters.
const HINT_LIMIT: usize = 512;

/// A line, read.
pub(super) enum Read {
    /// A link, with its key for duplicates.
    Link(Box<Candidate>),
    /// Nothing to store, and why.
    Other(Problem),
}

impl Read {
    pub(super) fn candidate(&self) -> Option<&Candidate> {
        match self {
            Self::Link(candidate) => Some(candidate),
            Self::Other(_) => None,
        }
    }
}

pub(super) struct Candidate {
    pub(super) url: String,
    pub(super) host: String,
    pub(super) key: String,
    pub(super) hash: LinkHash,
    pub(super) hint: Option<String>,
}

/// Reads a line; `hint` is its title, where the list says so elsewhere.
pub(super) fn read(line: &str, hint: Option<&str>) -> Read {
    let (address, own_hint) = match address::read_line(line) {
        Line::Link { address, hint } => (address, hint),
        Line::Blank => return Read::Other(Problem::Blank),
        Line::Comment => return Read::Other(Problem::Comment),
        Line::Rejected(problem) => return Read::Other(problem),
    };
    let key = address.key();
    let hint = hint.or(own_hint.as_deref());
    Read::Link(Box::new(Candidate {
        url: address.href().to_owned(),
        host: address.host().to_owned(),
        hash: LinkHash::of(&key),
        key,
        hint: hint
            .map(|hint| clean_line(hint, HINT_LIMIT))
            .filter(|hint| !hint.is_empty()),
    }))
}

/// The stamp of the id may be later than `now`, where the clock was set back.
pub(super) fn new_link(id: LinkId, now: Millis, candidate: &Candidate, job: &Job) -> Link {
    Link {
        id,
        url: candidate.url.clone(),
        key: (candidate.key != candidate.url).then(|| candidate.key.clone()),
        category: job.category.clone(),
        created: now,
        updated: now,
        state: LinkState::Waiting,
        problem: None,
        attempts: 0,
        job: Some(job.id.clone()),
        hint: candidate.hint.clone(),
        page: None,
        user: UserNotes::default(),
        deleted: None,
    }
}

/// A link whose record was damaged, and whose address is saved once more: it stays where it was,
/// but comes out of the trash.
pub(super) fn renewed(ghost: &Link, now: Millis, candidate: &Candidate, job: &Job) -> Link {
    let mut link = Link {
        created: ghost.created,
        user: ghost.user.clone(),
        ..new_link(ghost.id.clone(), now, candidate, job)
    };
    if ghost.deleted.is_none() {
        link.category.clone_from(&ghost.category);
    }
    link
}
