//! The names under which things are stored, and their JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::entry::Place;
use crate::model::{ChangeId, JobId, LibraryError, LinkId, ReminderId};

pub(super) const META: &str = "m:meta";
pub(super) const LAST_WRITE: &str = "m:write";
pub(super) const SETTINGS: &str = "s:settings";
pub(super) const CATEGORIES: &str = "c:categories";
pub(super) const JOBS: &str = "j:list";
pub(super) const CLAIMS: &str = "j:claims";
pub(super) const TAGS: &str = "c:tags";
/// Keys that are to be removed, and that nothing speaks of any more.
pub(super) const GONE: &str = "m:gone";
/// The changes that can be undone.
pub(super) const CHANGES: &str = "u:list";
/// Of what can be undone, the kind of the keys.
pub(super) const CHANGE: &str = "u:";

pub(super) const TOUCHED: &str = "f:touched";

/// The log of what was written, the kind of the keys.
const LOG: &str = "f:";
/// The reminders: their ids.
pub(super) const REMINDERS: &str = "r:list";

/// The parts of the index, the kind of the keys.
pub(super) const INDEX: &str = "i:";

const REMINDER: &str = "r:";
const LINK: &str = "l:";
const JOB: &str = "j:";

pub(super) fn link(id: &LinkId) -> String {
    format!("{LINK}{id}")
}

/// Whether it holds nothing of a person's, only what urLink needs from one write to the next.
pub(super) fn is_bookkeeping(key: &str) -> bool {
    [GONE, LAST_WRITE].contains(&key) || key.starts_with(CHANGE) || is_log(key)
}

/// Whether ids of links may stand in it, or under it; the log aside.
pub(super) fn may_name_links(key: &str) -> bool {
    let kinds = [LINK, INDEX, JOB, REMINDER, CHANGE];
    kinds.iter().any(|kind| key.starts_with(kind))
}

/// Whether it is a part of the log of what was written.
pub(super) fn is_log(key: &str) -> bool {
    key.starts_with(LOG)
}

/// The id of a link, from its key.
pub(super) fn link_id(key: &str) -> Option<&str> {
    key.strip_prefix(LINK)
}

pub(super) fn job(id: &JobId) -> String {
    format!("{JOB}{id}")
}

pub(super) fn job_lines(id: &JobId, chunk: u32) -> String {
    format!("{JOB}{id}:{chunk}")
}

/// What of the name of a job or of its lines stands behind the kind of the key.
pub(super) fn job_name(key: &str) -> Option<&str> {
    key.strip_prefix(JOB)
}

pub(super) fn index(place: &Place, chunk: u32) -> String {
    format!("{INDEX}{}:{chunk}", place.name())
}

pub(super) fn reminder(id: &ReminderId) -> String {
    format!("{REMINDER}{id}")
}

/// The id of a reminder, from its key.
pub(super) fn reminder_id(key: &str) -> Option<&str> {
    key.strip_prefix(REMINDER).filter(|_| key != REMINDERS)
}

/// A part of the log of what was written.
pub(super) fn touched(chunk: u64) -> String {
    format!("{LOG}{chunk}")
}

/// What one slice of a change made different.
pub(super) fn change(id: &ChangeId, slice: u32) -> String {
    format!("{CHANGE}{id}:{slice}")
}

pub(super) fn encode<T: Serialize>(value: &T) -> Result<String, LibraryError> {
    serde_json::to_string(value).map_err(|_| LibraryError::BadRequest)
}

pub(super) fn decode<T: DeserializeOwned>(json: &str) -> Result<T, LibraryError> {
    serde_json::from_str(json).map_err(|_| LibraryError::StorageDamaged)
}
