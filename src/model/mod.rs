//! Plain data: what is stored, asked and answered. Uses nothing of the other layers.
//!
//! Everything that is stored or crosses to JavaScript is serialised with camelCase names.
//! Times are epoch milliseconds ([`Millis`]), always taken from the engine's clock.

mod category;
mod id;
mod job;
mod language;
mod link;
mod metadata;
mod problem;
mod report;

pub use category::Category;
pub use id::{CategoryId, JobId, LinkId};
pub use job::{Job, JobCounts, JobState};
pub use language::Language;
pub use link::{Link, LinkState, UserNotes};
pub use metadata::{Image, PageMetadata};
pub use problem::Problem;
pub use report::{ReportEntry, SaveReport};

/// Milliseconds since the Unix epoch.
pub type Millis = u64;
