//! The bytes of a page to what it says about itself. Pure: no clock, no network.

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
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What the page says. Never junk: where the page is not the one that was meant, its title
    /// and its description are absent.
    pub metadata: PageMetadata,
    /// None for a page that was read well; else why it is `partial`.
    pub problem: Option<Problem>,
    /// Another address that holds the page (an immediate refresh, a frame): to be read instead,
    /// once.
    pub next: Option<String>,
}

/// Reads one page, chunk by chunk. Any split of the bytes gives the same reading.
pub struct PageReader {
    head: ResponseHead,
    bytes: Vec<u8>,
}

impl PageReader {
    /// A reader for the body that follows `head`.
    #[must_use]
    pub const fn new(head: ResponseHead) -> Self {
        Self {
            head,
            bytes: Vec::new(),
        }
    }

    /// Takes the next bytes of the body (after the content coding).
    pub fn feed(&mut self, bytes: &[u8]) -> Demand {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() < 512 * 1024 {
            Demand::More
        } else {
            Demand::Enough
        }
    }

    /// What the page says.
    #[must_use]
    pub fn finish(self, _end: BodyEnd) -> Reading {
        let metadata = PageMetadata {
            status: Some(self.head.status),
            ..PageMetadata::default()
        };
        Reading {
            metadata,
            problem: Some(Problem::NoTitle),
            next: None,
        }
    }
}
