use super::document::{Document, Read};
use super::file::{self, Kind};
use super::stop::{Depth, Goal};
use super::{BodyEnd, Demand, Reading, ResponseHead, charset, hop, junk, rules, status};
use crate::model::{PageMetadata, Problem};

/// How many bytes have to be there before it is decided what they are.
const SIGNATURE_LENGTH: usize = 512;

/// Reads one page, chunk by chunk. Any split of the bytes gives the same reading.
pub struct PageReader {
    head: ResponseHead,
    depth: Depth,
    body: Body,
}

enum Body {
    /// The first bytes, before it is known what they are.
    Unknown(Vec<u8>),
    Page(Box<Document>),
    File(Kind, Vec<u8>),
}

impl PageReader {
    /// How many bytes to feed at a time where the whole body is there: fewer cost calls, more are
    /// taken in vain (of whole pages a card takes 22 % in bytes, 24 % in slices of 4 KiB, 30 % in
    /// slices of 16).
    pub const SLICE: usize = 4 * 1024;

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
            body: Body::Unknown(Vec::new()),
        }
    }

    /// Takes the next bytes of the body (after the content coding). Of a large chunk no more is
    /// copied and decoded than is wanted.
    pub fn feed(&mut self, bytes: &[u8]) -> Demand {
        let wants_more = bytes.is_empty() || bytes.chunks(Self::SLICE).all(|step| self.take(step));
        if wants_more {
            Demand::More
        } else {
            Demand::Enough
        }
    }

    /// Takes some bytes; says whether more are wanted.
    fn take(&mut self, bytes: &[u8]) -> bool {
        match &mut self.body {
            Body::Unknown(first) => {
                first.extend_from_slice(bytes);
                first.len() < SIGNATURE_LENGTH || self.decide()
            }
            Body::Page(document) => document.feed(bytes),
            Body::File(kind, first) => look(*kind, first, bytes),
        }
    }

    /// What the page says.
    #[must_use]
    pub fn finish(mut self, end: BodyEnd) -> Reading {
        if matches!(self.body, Body::Unknown(_)) {
            self.decide();
        }
        let mut reading = match self.body {
            Body::Page(document) => page(&self.head, *document, end),
            Body::Unknown(_) => Reading::default(),
            Body::File(kind, first) => {
                let metadata = file::metadata(&self.head, kind, &first);
                Reading {
                    problem: metadata.title.is_none().then_some(Problem::NoTitle),
                    metadata,
                    ..Reading::default()
                }
            }
        };
        reading.metadata.status = Some(self.head.status);
        match status::problem(self.head.status) {
            Some(problem) => status::of_error(reading, problem),
            None => reading,
        }
    }

    /// Decides what the first bytes are; says whether more are wanted.
    fn decide(&mut self) -> bool {
        let Body::Unknown(first) = &mut self.body else {
            return true;
        };
        let first = std::mem::take(first);
        let kind = file::kind(&self.head, first.get(..SIGNATURE_LENGTH).unwrap_or(&first));
        if kind == Kind::Page {
            let label = self
                .head
                .content_type
                .as_deref()
                .and_then(charset::from_content_type);
            let mut document = Box::new(Document::new(label, Goal::Metadata(self.depth)));
            let wants_more = document.feed(&first);
            self.body = Body::Page(document);
            return wants_more;
        }
        let mut kept = Vec::new();
        let wants_more = look(kind, &mut kept, &first);
        self.body = Body::File(kind, kept);
        wants_more
    }
}

/// Keeps the first bytes of a file that may have a title of its own.
fn look(kind: Kind, kept: &mut Vec<u8>, bytes: &[u8]) -> bool {
    if !matches!(kind, Kind::Pdf | Kind::Feed) {
        return false;
    }
    let room = file::LOOK.saturating_sub(kept.len());
    kept.extend_from_slice(bytes.get(..room).unwrap_or(bytes));
    kept.len() < file::LOOK
}

/// What an HTML page says, unless it is not the page that was meant.
fn page(response: &ResponseHead, document: Document, end: BodyEnd) -> Reading {
    let Read {
        head,
        encoding,
        is_limited,
        is_empty,
    } = document.finish(end == BodyEnd::Complete);
    let url = response.url.as_str();
    let metadata = PageMetadata {
        charset: Some(encoding),
        ..rules::metadata(&head, url)
    };
    let next = hop::next(&head, url);
    let junk = if is_empty {
        Some(Problem::PlaceholderPage)
    } else {
        junk::problem(&metadata, &head, url)
    };
    if let Some(problem) = junk {
        let reading = Reading {
            metadata,
            next,
            ..Reading::default()
        };
        return reading.without_subject(problem);
    }
    let problem = match (&metadata.title, end) {
        (Some(_), BodyEnd::Complete) => None,
        (_, BodyEnd::Cut) => Some(Problem::CutOff),
        (None, BodyEnd::Complete) if is_limited => Some(Problem::TooLarge),
        (None, BodyEnd::Complete) => Some(Problem::NoTitle),
    };
    Reading {
        metadata,
        problem,
        next,
        left_out: None,
    }
}

impl Reading {
    /// What remains where the page is not the one that was meant: what it says of its site.
    pub(super) fn without_subject(self, problem: Problem) -> Self {
        let said = self.metadata;
        let metadata = PageMetadata {
            icon: said.icon.clone(),
            site_name: said.site_name.clone(),
            language: said.language.clone(),
            theme_color: said.theme_color.clone(),
            charset: said.charset.clone(),
            status: said.status,
            ..PageMetadata::default()
        };
        Self {
            metadata,
            problem: Some(problem),
            next: self.next,
            left_out: self.left_out.or_else(|| Some(Box::new(said))),
        }
    }
}
