use super::document::Document;
use super::stop::{Depth, Goal};
use super::{BodyEnd, Demand, Reading, ResponseHead, charset, file, rules};
use crate::model::{PageMetadata, Problem};

/// Reads one page, chunk by chunk. Any split of the bytes gives the same reading.
pub struct PageReader {
    head: ResponseHead,
    depth: Depth,
    body: Body,
}

enum Body {
    /// Nothing has come yet.
    Unknown,
    Page(Box<Document>),
    File,
}

impl PageReader {
    /// A reader for the body that follows `head`: it reads what a card needs.
    #[must_use]
    pub const fn new(head: ResponseHead) -> Self {
        Self::with_depth(head, Depth::Card)
    }

    /// A reader that reads as much as is wanted.
    #[must_use]
    pub const fn with_depth(head: ResponseHead, depth: Depth) -> Self {
        Self {
            head,
            depth,
            body: Body::Unknown,
        }
    }

    /// Takes the next bytes of the body (after the content coding).
    pub fn feed(&mut self, bytes: &[u8]) -> Demand {
        if bytes.is_empty() {
            return Demand::More;
        }
        if matches!(self.body, Body::Unknown) {
            self.body = if file::is_page(&self.head, bytes) {
                let label = self
                    .head
                    .content_type
                    .as_deref()
                    .and_then(charset::from_content_type);
                Body::Page(Box::new(Document::new(label, Goal::Metadata(self.depth))))
            } else {
                Body::File
            };
        }
        let wants_more = match &mut self.body {
            Body::Page(document) => document.feed(bytes),
            Body::Unknown | Body::File => false,
        };
        if wants_more {
            Demand::More
        } else {
            Demand::Enough
        }
    }

    /// What the page says.
    #[must_use]
    pub fn finish(self, end: BodyEnd) -> Reading {
        let mut metadata = match self.body {
            Body::Page(document) => {
                let (head, encoding) = document.finish(end == BodyEnd::Complete);
                PageMetadata {
                    charset: Some(encoding),
                    ..rules::metadata(&head, &self.head.url)
                }
            }
            Body::Unknown => PageMetadata::default(),
            Body::File => {
                let media_type = file::media_type(&self.head);
                PageMetadata {
                    title: file::name(&self.head),
                    kind: media_type
                        .as_deref()
                        .map(|kind| file::kind(kind).to_owned()),
                    media_type,
                    size: self.head.content_length,
                    ..PageMetadata::default()
                }
            }
        };
        metadata.status = Some(self.head.status);
        let status_problem = match self.head.status {
            404 | 410 => Some(Problem::NotFound),
            401 => Some(Problem::Unauthorized),
            403 => Some(Problem::Forbidden),
            429 => Some(Problem::RateLimited),
            500..=599 => Some(Problem::ServerError),
            400..=499 => Some(Problem::HttpError),
            _ => None,
        };
        if status_problem.is_some() {
            metadata.title = None;
            metadata.description = None;
        }
        let problem = status_problem
            .or_else(|| (end == BodyEnd::Cut).then_some(Problem::CutOff))
            .or_else(|| metadata.title.is_none().then_some(Problem::NoTitle));
        Reading {
            metadata,
            problem,
            next: None,
        }
    }
}
