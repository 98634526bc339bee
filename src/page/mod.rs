//! The bytes of a page to what it says about itself. Pure: no clock, no network.

mod charset;
mod document;
mod file;
mod head;
mod hop;
mod jsonld;
mod junk;
mod reader;
mod rules;
mod scan;
mod status;
mod stop;
mod text;

pub use head::{Frame, Head, HeadReader, Item, ItemKind, Link, Meta};
pub use reader::PageReader;
pub use rules::manifest_icon;
pub use stop::Depth;

use crate::model::{PageMetadata, Problem};

/// What is known of an answer before its body arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseHead {
    /// The address that answered, after redirects.
    pub url: String,
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The `Content-Length` header.
    pub content_length: Option<u64>,
    /// The `Content-Disposition` header.
    pub content_disposition: Option<String>,
    /// The `Retry-After` header.
    pub retry_after: Option<String>,
}

/// Whether more of the body is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Feed the next bytes.
    More,
    /// Nothing better can come: cancel the rest.
    Enough,
}

/// How the body ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyEnd {
    /// It arrived whole, or the reader had enough.
    Complete,
    /// It was cut off.
    Cut,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What the page says. Never junk: where the page is not the one that was meant, its title
    /// and its description are absent.
    pub metadata: PageMetadata,
    /// None for a page that was read well; else why it is `partial`.
    pub problem: Option<Problem>,
    /// Another address that holds the page (an immediate refresh, a frame): to be read instead,
    /// once.
    pub next: Option<String>,
    /// What the page said, where `metadata` leaves it out: the words of a wall, a login, an
    /// error. For reports and tools, never for the card.
    pub left_out: Option<Box<PageMetadata>>,
}
