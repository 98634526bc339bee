//! The names under which things are stored, and their JSON.

use super::index::Place;
use crate::json::{FromJson, from_json};
use crate::model::{JobId, LibraryError, LinkId};

pub(super) const META: &str = "m:meta";
pub(super) const LAST_WRITE: &str = "m:write";
pub(super) const SETTINGS: &str = "s:settings";
pub(super) const CATEGORIES: &str = "c:categories";
pub(super) const JOBS: &str = "j:list";
pub(super) const CLAIMS: &str = "j:claims";

pub(super) fn link(id: &LinkId) -> String {
    format!("l:{id}")
}

pub(super) fn job(id: &JobId) -> String {
    format!("j:{id}")
}

pub(super) fn job_lines(id: &JobId, chunk: u32) -> String {
    format!("j:{id}:{chunk}")
}

pub(super) fn index(place: &Place, chunk: u32) -> String {
    format!("i:{}:{chunk}", place_name(place))
}

/// A category's id, or `-` for the links without one.
pub(super) fn place_name(place: &Place) -> &str {
    place.as_ref().map_or("-", |id| id.as_str())
}

pub(super) fn decode<T: FromJson>(json: &str) -> Result<T, LibraryError> {
    from_json(json).ok_or(LibraryError::StorageDamaged)
}
