//! Asking for one page, once.

use std::future::Future;
use std::pin::pin;

use futures_util::future::{Either, select};

use super::Engine;
use super::ports::{Clock, Network, NetworkError, Random, Request, Response, Store};
use super::task::Task;
use crate::address::policy::redirect_allowed;
use crate::address::{Address, Zone};
use crate::model::{Millis, Problem};
use crate::page::{BodyEnd, Demand, PageReader, Reading, ResponseHead};

/// The longest wait for the header, in milliseconds from dispatch.
const HEADER: Millis = 10_000;
/// The longest silence within a body.
const SILENCE: Millis = 5_000;
/// The longest time for everything, from dispatch.
const TOTAL: Millis = 20_000;

/// What came of it.
pub(super) enum Answer {
    /// The page was read. `broke` says why not to its end.
    Read {
        reading: Box<Reading>,
        broke: Option<Problem>,
        /// Where its server stands; known where the page names another address.
        began: Option<Zone>,
    },
    /// A header that promises no page.
    Refused {
        head: Box<ResponseHead>,
        problem: Problem,
    },
    /// No header in time.
    TimedOut,
    /// A header, but nobody said in time where its server stands.
    Unplaced,
    /// No header.
    Failed(NetworkError),
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    pub(super) async fn attempt(&self, task: &Task) -> Answer {
        let start = self.clock.steady();
        let request = Request {
            url: &task.url,
            urgent: task.urgent,
            zone: task.stored.zone(),
        };
        let mut response = match self.within(HEADER, self.network.get(request)).await {
            Some(Ok(response)) => response,
            Some(Err(error)) => return Answer::Failed(error),
            None => return Answer::TimedOut,
        };
        let head = response.head().clone();
        let inward = async {
            !may_lead_to(&task.stored, &head.url) || led_inward(task, &head, &response).await
        };
        match self.within(self.left(start), inward).await {
            Some(false) => {}
            Some(true) => {
                return Answer::Refused {
                    head: Box::new(head),
                    problem: Problem::PrivateNetwork,
                };
            }
            // Nothing of it may be read.
            None => return Answer::Unplaced,
        }
        let refusal = problem_of_status(head.status);
        if let Some(problem) = refusal.filter(|_| !may_be_a_wall(&head)) {
            return Answer::Refused {
                head: Box::new(head),
                problem,
            };
        }
        let (reading, broke) = self.read_body(start, &head, &mut response).await;
        match refusal {
            Some(problem) if reading.problem != Some(Problem::BotWall) => Answer::Refused {
                head: Box::new(head),
                problem,
            },
            _ => {
                let began = match reading.next {
                    Some(_) => {
                        let way = self.within(self.left(start), response.way()).await;
                        way.flatten().map(|way| way.last)
                    }
                    None => None,
                };
                Answer::Read {
                    reading: Box::new(reading),
                    broke,
                    began,
                }
            }
        }
    }

    /// Reads until the reader has enough, the body ends, or time is up. `start` is by the steady
    /// clock.
    async fn read_body(
        &self,
        start: Millis,
        head: &ResponseHead,
        response: &mut N::Response,
    ) -> (Reading, Option<Problem>) {
        let mut reader = PageReader::new(head.clone());
        let broke = loop {
            let wait = self.left(start).min(SILENCE);
            match self.within(wait, response.chunk()).await {
                Some(Ok(Some(bytes))) => {
                    if reader.feed(&bytes) == Demand::Enough {
                        break None;
                    }
                }
                Some(Ok(None)) => break None,
                Some(Err(error)) => break Some(problem_of_break(error)),
                None => break Some(Problem::Stalled),
            }
        };
        let end = if broke.is_some() {
            BodyEnd::Cut
        } else {
            BodyEnd::Complete
        };
        let mut reading = reader.finish(end);
        reading.metadata.status = Some(head.status);
        reading.metadata.final_url = Some(head.url.clone());
        (reading, broke)
    }

    /// What is left of the time for everything, of a request that began then.
    fn left(&self, start: Millis) -> Millis {
        (start + TOTAL).saturating_sub(self.clock.steady())
    }

    /// What a future gives, if it ends in time.
    pub(super) async fn within<T>(
        &self,
        millis: Millis,
        future: impl Future<Output = T>,
    ) -> Option<T> {
        match select(pin!(future), pin!(self.clock.sleep(millis))).await {
            Either::Left((value, _)) => Some(value),
            Either::Right(_) => None,
        }
    }
}

/// Whether a link may lead to the address that answered; no where that cannot be read.
fn may_lead_to(from: &Address, url: &str) -> bool {
    Address::parse(url).is_ok_and(|to| redirect_allowed(from, &to).is_ok())
}

/// Whether a name that the user did not give led further in than the server stands that he named:
/// names of the public internet may have addresses of this network. (A name that the user gave may
/// have any address: that of a company's wiki is a private one.)
async fn led_inward(task: &Task, head: &ResponseHead, response: &impl Response) -> bool {
    let named = task.began.is_none() && same_page(task.stored.href(), &head.url);
    if named {
        return false;
    }
    response.way().await.is_some_and(|way| {
        let began = task.began.unwrap_or(way.first);
        way.last > began.max(task.stored.zone())
    })
}

/// Whether two addresses differ in their fragments only.
fn same_page(one: &str, other: &str) -> bool {
    one.split('#').next() == other.split('#').next()
}

/// Why a body broke off.
const fn problem_of_break(error: NetworkError) -> Problem {
    match error {
        NetworkError::Decoding => Problem::Decoding,
        NetworkError::Protocol => Problem::Protocol,
        NetworkError::Offline => Problem::Offline,
        _ => Problem::CutOff,
    }
}

/// Statuses with which sites show a check for robots instead of the page.
fn may_be_a_wall(head: &ResponseHead) -> bool {
    matches!(head.status, 403 | 429 | 503) && head.retry_after.is_none()
}

/// Why an answer with this status holds no page (RFC 9110 section 15; RFC 6585 section 6: 511 is
/// the network's word, as 407 is, not the site's; and what Cloudflare, which names the origin's
/// certificate by 525 and 526, and `LinkedIn` added); none where it may.
const fn problem_of_status(status: u16) -> Option<Problem> {
    match status {
        200..=399 => None,
        401 => Some(Problem::Unauthorized),
        407 | 511 => Some(Problem::NetworkSignIn),
        402 | 403 | 451 | 999 => Some(Problem::Forbidden),
        404 | 410 => Some(Problem::NotFound),
        429 => Some(Problem::RateLimited),
        408 | 425 | 500 | 502..=504 | 520..=524 | 527 | 529 | 530 => Some(Problem::ServerError),
        525 | 526 => Some(Problem::Tls),
        _ => Some(Problem::HttpError),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_that_may_pass_is_worth_another_try() {
        for status in [
            408, 425, 429, 500, 502, 503, 504, 520, 522, 524, 527, 529, 530,
        ] {
            assert!(
                problem_of_status(status).unwrap().is_transient(),
                "{status}"
            );
        }
        for status in [
            400, 401, 402, 403, 404, 407, 410, 418, 423, 451, 501, 505, 511, 525, 526, 999,
        ] {
            assert!(
                !problem_of_status(status).unwrap().is_transient(),
                "{status}"
            );
        }
        for status in [200, 204, 206, 300, 304] {
            assert_eq!(problem_of_status(status), None, "{status}");
        }
    }

    #[test]
    fn a_public_page_leads_to_public_pages_only() {
        let public = Address::parse("https://example.com/").unwrap();
        let machine = Address::parse("http://127.0.0.1:8080/").unwrap();
        assert!(may_lead_to(&public, "https://example.org/"));
        for url in [
            "http://127.0.0.1/",
            "http://[::1]/",
            "http://192.168.0.1/",
            "",
        ] {
            assert!(!may_lead_to(&public, url), "{url}");
        }
        assert!(may_lead_to(&machine, "http://localhost/"));
        assert!(!may_lead_to(&machine, ""));
    }
}
