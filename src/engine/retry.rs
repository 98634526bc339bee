//! What an answer means: the end of it, another try, another address.

use std::time::SystemTime;

use super::attempt::Answer;
use super::ports::NetworkError;
use super::task::Task;
use crate::model::{LinkState, Millis, PageMetadata, Problem};
use crate::page::{Reading, ResponseHead};

/// How often a page is asked for.
const TRIES: u8 = 3;
/// How often one is that cannot be found or refuses.
const FEW_TRIES: u8 = 2;
/// The pause before the second try is at most this long, in milliseconds; then twice as long.
const FIRST_PAUSE: Millis = 1_000;
const LONGEST_PAUSE: Millis = 30_000;
/// The longest pause for which the worker stays awake; a longer one is slept through.
pub(super) const LONGEST_WAIT: Millis = 120_000;
/// The longest pause that a site may ask for, and that once only.
pub(super) const LONGEST_WISH: Millis = 24 * 3_600_000;

/// Whether a page that was asked for so often may be left alone for so long once more.
pub(super) const fn is_too_long(wish: Millis, attempts: u8) -> bool {
    wish > LONGEST_WISH || (wish > LONGEST_WAIT && attempts > 0)
}

/// How the reading of a link's page ended.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    pub(super) state: LinkState,
    pub(super) problem: Option<Problem>,
    pub(super) page: Option<PageMetadata>,
}

impl Outcome {
    pub(super) const fn failed(problem: Problem) -> Self {
        let state = match problem {
            Problem::PrivateNetwork => LinkState::Blocked,
            _ => LinkState::Failed,
        };
        Self {
            state,
            problem: Some(problem),
            page: None,
        }
    }

    /// Whether the page was asked for, and did not kill the worker.
    pub(super) const fn was_asked(&self) -> bool {
        let unasked = matches!(
            self.problem,
            Some(Problem::HostUnavailable | Problem::Parked | Problem::RateLimited)
        );
        self.page.is_some() || !unasked
    }

    /// This, or what an earlier address of the page gave, where that says more.
    pub(super) fn or_kept(self, kept: Option<Self>) -> Self {
        let titled = self.page.as_ref().is_some_and(|page| page.title.is_some());
        kept.filter(|_| !titled).unwrap_or(self)
    }

    pub(super) fn read(page: PageMetadata, problem: Option<Problem>) -> Self {
        Self {
            state: problem.map_or(LinkState::Saved, |_| LinkState::Partial),
            problem,
            page: Some(page),
        }
    }
}

/// What to do after an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// Nothing more to ask.
    End(Outcome),
    /// Ask again after so many milliseconds.
    Again { pause: Millis },
    /// The page is at another address. If that fails, this is what is left.
    Follow(String, Outcome),
    /// The machine has no network: ask again when it is back, and count nothing. This is left
    /// where that fails.
    NoNetwork(Option<Outcome>),
    /// The browser has too many requests open: ask again a little later.
    Crowded,
}

/// What an answer is, if the network was away before it was there: what broke off or did not come
/// says nothing of its page then.
pub(super) fn without_network(answer: Answer) -> Answer {
    match answer {
        Answer::TimedOut | Answer::Unplaced => Answer::Failed(NetworkError::Offline),
        Answer::Failed(error) if problem_of(error).is_transient() => {
            Answer::Failed(NetworkError::Offline)
        }
        Answer::Read {
            reading,
            broke: Some(broke),
            began,
        } if broke.is_transient() => Answer::Read {
            reading,
            broke: Some(Problem::Offline),
            began,
        },
        answer => answer,
    }
}

/// What an answer says of its host: whether it does its work; none if it says nothing.
pub(super) fn host_works(answer: &Answer) -> Option<bool> {
    match answer {
        Answer::Read { broke, .. } if *broke == Some(Problem::Offline) => None,
        Answer::Read { broke, .. } => Some(broke.is_none()),
        Answer::Refused { problem, .. } => Some(!problem.is_transient()),
        Answer::TimedOut => Some(false),
        // Of the last one, the browser says nothing; the host did answer.
        Answer::Failed(NetworkError::Offline | NetworkError::TooManyInFlight)
        | Answer::Unplaced => None,
        Answer::Failed(error) => problem_of(*error).is_transient().then_some(false),
    }
}

/// Judges an answer. `chance` is any 64 bits; `now` is when the answer was there, by the
/// clock on the wall.
pub(super) fn judge(task: &Task, answer: Answer, now: Millis, chance: u64) -> Verdict {
    match answer {
        Answer::Read { reading, broke, .. } => judge_reading(task, *reading, broke, now, chance),
        Answer::Refused { head, problem } => {
            let page = PageMetadata {
                status: Some(head.status),
                final_url: final_url(task, &head.url),
                fetched: Some(now),
                ..PageMetadata::default()
            };
            let outcome = Outcome {
                page: Some(page),
                ..Outcome::failed(problem)
            };
            let wish = wish(&head, now);
            again_or(task, problem, wish, chance, outcome)
        }
        Answer::TimedOut | Answer::Unplaced => {
            let outcome = Outcome::failed(Problem::Timeout);
            again_or(task, Problem::Timeout, None, chance, outcome)
        }
        Answer::Failed(NetworkError::Offline) => Verdict::NoNetwork(None),
        Answer::Failed(NetworkError::TooManyInFlight) => Verdict::Crowded,
        Answer::Failed(error) => {
            let problem = problem_of(error);
            again_or(task, problem, None, chance, Outcome::failed(problem))
        }
    }
}

fn judge_reading(
    task: &Task,
    reading: Reading,
    broke: Option<Problem>,
    now: Millis,
    chance: u64,
) -> Verdict {
    let mut page = reading.metadata;
    page.fetched = Some(now);
    page.final_url = page.final_url.and_then(|url| final_url(task, &url));
    let titled = page.title.is_some();
    let told = reading.problem;
    let outcome = match broke {
        None => Outcome::read(page, told),
        Some(broken @ (Problem::Decoding | Problem::Protocol)) if !titled => {
            Outcome::failed(broken)
        }
        Some(broke) => {
            let broke = match broke {
                Problem::Offline => Problem::CutOff,
                broke => broke,
            };
            // Of what did not arrive, these say nothing.
            let unsure = [
                Problem::CutOff,
                Problem::NoTitle,
                Problem::PlaceholderPage,
                Problem::ScriptOnly,
            ];
            let worse = told.filter(|told| !unsure.contains(told));
            Outcome::read(page, Some(worse.unwrap_or(broke)))
        }
    };
    match (broke, reading.next) {
        (None, Some(next)) if !task.followed => Verdict::Follow(next, outcome),
        (Some(Problem::Offline), _) => Verdict::NoNetwork(titled.then_some(outcome)),
        (Some(broke), _) if !titled => again_or(task, broke, None, chance, outcome),
        _ => Verdict::End(outcome),
    }
}

/// Another try where it may help and is not the last, else the end.
fn again_or(
    task: &Task,
    problem: Problem,
    wish: Option<Millis>,
    chance: u64,
    end: Outcome,
) -> Verdict {
    let tries = match problem {
        Problem::DnsFailed | Problem::Refused => FEW_TRIES,
        _ if problem.is_transient() => TRIES,
        _ => 0,
    };
    let too_long = wish.is_some_and(|wish| is_too_long(wish, task.attempts));
    if task.attempts + 1 >= tries || too_long {
        return Verdict::End(end);
    }
    let pause = pause(task.attempts, chance).max(wish.unwrap_or(0));
    Verdict::Again { pause }
}

/// Any length up to a bound that doubles with each try ("full jitter": it spreads the crowd best).
fn pause(attempts: u8, chance: u64) -> Millis {
    let bound = (FIRST_PAUSE << attempts.min(16)).min(LONGEST_PAUSE);
    chance % (bound + 1)
}

/// How long the site of an answer wants to be left alone.
pub(super) fn wish_of(answer: &Answer, now: Millis) -> Option<Millis> {
    match answer {
        Answer::Refused { head, problem } if problem.is_transient() => wish(head, now),
        _ => None,
    }
}

/// How long the site wants to be left alone (RFC 9110 section 10.2.3: seconds, or a date).
fn wish(head: &ResponseHead, now: Millis) -> Option<Millis> {
    let text = head.retry_after.as_deref()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that no clock holds is a wait all the same.
        let seconds = text.parse().unwrap_or(Millis::MAX);
        return Some(seconds.saturating_mul(1_000));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    let since = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(
        Millis::try_from(since.as_millis())
            .ok()?
            .saturating_sub(now),
    )
}

/// The address that answered, where it is not the one that was stored: answers carry no fragment.
fn final_url(task: &Task, url: &str) -> Option<String> {
    let asked = task.stored.href().split('#').next();
    (!url.is_empty() && url.split('#').next() != asked).then(|| url.to_owned())
}

const fn problem_of(error: NetworkError) -> Problem {
    match error {
        NetworkError::Blocked | NetworkError::PrivateNetwork => Problem::PrivateNetwork,
        NetworkError::CutOff => Problem::CutOff,
        NetworkError::Decoding => Problem::Decoding,
        NetworkError::Dns => Problem::DnsFailed,
        NetworkError::EmptyResponse => Problem::EmptyResponse,
        NetworkError::Offline => Problem::Offline,
        NetworkError::PermissionWithheld => Problem::PermissionWithheld,
        NetworkError::Protocol => Problem::Protocol,
        NetworkError::Refused => Problem::Refused,
        NetworkError::Reset => Problem::ConnectionReset,
        NetworkError::Tls => Problem::Tls,
        NetworkError::TooManyRedirects => Problem::TooManyRedirects,
        NetworkError::UnsafePort => Problem::UnsafePort,
        NetworkError::UnsafeRedirect => Problem::UnsafeRedirect,
        NetworkError::TooManyInFlight | NetworkError::Unknown => Problem::Network,
    }
}
