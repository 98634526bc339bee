//! Plain data: what is stored, asked and answered. Uses nothing of the other layers.
//!
//! Everything that is stored or crosses to JavaScript is serialised with camelCase names.
//! Times are epoch milliseconds ([`Millis`]), always taken from the engine's clock.

mod base36;
mod by_id;
mod category;
mod change;
mod civil;
mod error;
mod id;
mod job;
mod language;
mod link;
mod link_id;
mod matches;
mod metadata;
mod problem;
mod reminder;
mod report;
mod selection;
mod settings;
mod sort;
mod view;

pub use by_id::ById;
pub use category::Category;
pub use change::{Change, ChangeKind, LinkEdit, TagCount, TagEdit};
pub use civil::Civil;
pub use error::LibraryError;
pub use id::{CategoryId, ChangeId, JobId, LinkId, ReminderId};
pub use job::{Hold, Job, JobCounts, JobState, ProblemCount};
pub use language::Language;
pub use link::{Link, LinkState, UserNotes};
pub use link_id::{LinkHash, LinkStamp};
pub use matches::{Marks, Matches, Passage};
pub use metadata::{Image, PageMetadata};
pub use problem::Problem;
pub use reminder::{
    Offer, Preset, Reminder, ReminderList, ReminderSet, ReminderView, ReminderWish, Repeat, Ring,
};
pub use report::{ReportEntry, SaveReport};
pub use selection::{LinkFilter, LinkQuery, LinkSelection};
pub use settings::{Layout, Settings, Theme};
pub use sort::Sort;
pub use view::{CategoryList, LinkPage, LinkView, Place, ProblemView, SaveOptions, SavedPlace};

/// Milliseconds since the Unix epoch.
pub type Millis = u64;
