//! Answers that are errors by their HTTP status (RFC 9110 section 15).

use super::Reading;
use crate::model::Problem;

/// What a status means; none where it is not an error.
pub(super) const fn problem(status: u16) -> Option<Problem> {
    Some(match status {
        401 => Problem::Unauthorized,
        407 | 511 => Problem::NetworkSignIn,
        402 | 403 | 451 => Problem::Forbidden,
        404 | 410 => Problem::NotFound,
        429 => Problem::RateLimited,
        525 | 526 => Problem::Tls,
        400..=499 => Problem::HttpError,
        500..=599 => Problem::ServerError,
        _ => return None,
    })
}

/// The page of an error: its title is the error's, unless the page says what it is about, in
/// words for sharing, as servers do that send an article with the wrong status.
pub(super) fn of_error(reading: Reading, problem: Problem) -> Reading {
    let metadata = &reading.metadata;
    let is_article = metadata.kind.as_deref() == Some("article")
        && metadata.description.is_some()
        && (metadata.published.is_some() || metadata.image.is_some());
    // A wall that comes with a status is named for what it is.
    let problem = match (problem, reading.problem) {
        (
            Problem::Forbidden | Problem::RateLimited | Problem::ServerError,
            Some(Problem::BotWall),
        ) => Problem::BotWall,
        (problem, _) => problem,
    };
    if is_article && reading.problem.is_none() {
        Reading {
            problem: Some(problem),
            ..reading
        }
    } else {
        Reading {
            next: None,
            ..reading.without_subject(problem)
        }
    }
}
