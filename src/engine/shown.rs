//! Pages that the browser shows already: their own head is read as it stands, with no request,
//! so that a page behind a login gets its true title.

use super::Engine;
use super::ports::{Clock, Network, Random, Store};
use super::results::{Batch, Step};
use super::retry::Outcome;
use crate::address::Address;
use crate::model::{JobId, LibraryError, PageMetadata};
use crate::page::{BodyEnd, PageReader, ResponseHead};

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Brings what open tabs show into the links that a job has just stored. A page that says
    /// nothing of use is left to be asked for.
    ///
    /// # Errors
    /// Those of the store: then the pages are asked for.
    pub(super) async fn store_shown(
        &self,
        job: &JobId,
        urls: &[String],
        pages: &[Option<String>],
    ) -> Result<(), LibraryError> {
        let mut steps = Vec::new();
        for (url, html) in urls.iter().zip(pages) {
            let Some(page) = html.as_deref().and_then(|html| read_shown(url, html)) else {
                continue;
            };
            let Some(place) = self.find_saved(url).await? else {
                continue;
            };
            let page = PageMetadata {
                fetched: Some(self.clock.now()),
                ..page
            };
            steps.push(Step {
                link: place.id,
                job: job.clone(),
                attempts: 0,
                outcome: Some(Outcome::read(page, None)),
            });
        }
        if steps.is_empty() {
            return Ok(());
        }
        let batch = Batch {
            steps,
            ..Batch::default()
        };
        self.store_batch(&batch).await
    }
}

/// What a page says as it is shown; none where that is not the page that was meant.
fn read_shown(url: &str, html: &str) -> Option<PageMetadata> {
    let address = Address::parse(url).ok()?;
    let mut reader = PageReader::new(ResponseHead {
        url: address.href().to_owned(),
        status: 200,
        content_type: Some("text/html; charset=utf-8".to_owned()),
        ..ResponseHead::default()
    });
    reader.feed(html.as_bytes());
    let reading = reader.finish(BodyEnd::Complete);
    let whole = reading.problem.is_none() && reading.metadata.title.is_some();
    whole.then_some(reading.metadata)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_page_is_read_as_it_stands() {
        let html = "<html lang=ko><head><title>받은 편지함</title></head></html>";
        let page = read_shown("https://mail.example.com/", html).unwrap();
        assert_eq!(page.title.as_deref(), Some("받은 편지함"));
        assert_eq!(page.language.as_deref(), Some("ko"));
    }

    #[test]
    fn what_is_no_page_is_left_to_be_asked_for() {
        assert_eq!(
            read_shown("https://e.com/", "<html><head></head></html>"),
            None
        );
        assert_eq!(
            read_shown("chrome://settings", "<title>Settings</title>"),
            None
        );
        let wall = "<html><head><title>Just a moment...</title></head></html>";
        assert_eq!(read_shown("https://e.com/", wall), None);
    }
}
