//! The library and what other programs keep.
//!
//! | file | its job |
//! |---|---|
//! | `mirror` | what to change so that a browser's bookmarks say what the library says |

mod mirror;

pub use mirror::{Bookmark, Change, Mirror, Plan, Record, WantedFolder, WantedLink, plan};
