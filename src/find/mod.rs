//! Searching the library: what every link says, folded, in one memory that a plain scan reads in
//! a few milliseconds; and the parts of a shown text that a search has found.
//!
//! | file | its job |
//! |---|---|
//! | `fold` | text without what a search does not tell apart: letter case, width, normal form |
//! | `trace` | from the folded text back to the text as shown |
//! | `query`, `word`, `syllable` | what a person typed, as words; the last one may be half typed |
//! | `marks` | the parts of a text that the words match |
//! | `passage` | an address as people read it, with those parts |
//! | `document` | what a link says, as one folded text |
//! | `segment`, `catalogue` | the texts of all links, and which of them hold the words |
//! | `letters`, `syllables` | those of a link, as sets: they rule links out before their texts are read |
//! | `hits` | a set of links |
//! | `found` | what a search has found, and where |
//! | `natural` | the order of titles |
//!
//! A link is found when each word stands somewhere in what it says, in whatever field, also inside
//! a longer word. No index of words: Korean has no blanks where one would need them, and a scan
//! of 34 MB (100,000 links) costs less than the reading of the page of results that follows it.
//! Initials, operators and the text inside pages have their place here too: another kind of
//! word in `query`, another line in `document`.

mod catalogue;
mod document;
mod fold;
mod found;
mod hits;
mod letters;
mod marks;
mod natural;
mod passage;
mod query;
mod segment;
mod syllable;
mod syllables;
mod trace;
mod word;

pub use catalogue::{Catalogue, DocNumber};
pub use document::Document;
pub use fold::fold;
pub use found::Found;
pub use hits::Hits;
pub use marks::{Mark, marks};
pub use natural::natural_key;
pub use passage::passage_of;
pub use query::Query;
pub use segment::{Damaged, Segment};
