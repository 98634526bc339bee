//! The shapes that cross to JavaScript, as TypeScript. They are the serde shapes of
//! [`crate::model`]: `tests/types.rs` compares them, `tests/browser.rs` round-trips them.

mod bookmarks;
mod jobs;
mod library;
mod pages;
mod ports;
mod reminders;
