//! What requests meet with.

use urlink::address::Zone;
use urlink::engine::ports::NetworkError;
use urlink::model::Millis;
use urlink::page::ResponseHead;

/// What a request meets with.
#[derive(Clone, Debug)]
pub enum Reply {
    /// An answer.
    Page(Page),
    /// No answer, after so many milliseconds.
    Error(Millis, NetworkError),
    /// No answer, ever.
    Silence,
    /// The worker dies of it.
    Kill,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Milliseconds to the header.
    pub latency: Millis,
    /// The header; an empty address is the one asked for, a status of 0 is 200.
    pub head: ResponseHead,
    /// Pieces of the body, and how long each takes.
    pub body: Vec<(Millis, Vec<u8>)>,
    /// How the body ends: with an error, not at all (`Silence`), or with the worker (`Kill`).
    pub end: Option<Box<Reply>>,
    /// Where the first and the last server stand.
    pub way: Option<(Zone, Zone)>,
    /// Whether nobody ever says so.
    pub way_is_silent: bool,
}

impl Reply {
    /// A page with a title, after 100 ms.
    pub fn titled(title: &str) -> Self {
        Self::html(&format!(
            "<!doctype html><html><head><title>{title}</title></head><body></body></html>"
        ))
    }

    pub fn html(html: &str) -> Self {
        Self::Page(Page {
            latency: 100,
            body: vec![(0, html.as_bytes().to_vec())],
            ..Page::default()
        })
    }

    /// A page of a status.
    pub fn status(status: u16) -> Self {
        Self::Page(Page {
            latency: 100,
            head: ResponseHead {
                status,
                ..ResponseHead::default()
            },
            ..Page::default()
        })
    }

    pub fn error(error: NetworkError) -> Self {
        Self::Error(100, error)
    }

    /// Changes a page.
    #[must_use]
    pub fn with(self, change: impl FnOnce(&mut Page)) -> Self {
        match self {
            Self::Page(mut page) => {
                change(&mut page);
                Self::Page(page)
            }
            other => other,
        }
    }
}
