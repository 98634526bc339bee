//! Pages that are not the page that was meant: walls, consent forms, logins, errors, shells.
//!
//! A title is judged by its first or its last part, if the rest is the name of a site: a wall
//! calls itself by nothing else, while an article about one says more. And a page that says much
//! is none.

mod titles;
mod words;

use super::head::Head;
use crate::model::{PageMetadata, Problem};

/// A page with less text than this says nothing.
const SHELL_TEXT: usize = 200;

/// Walls and errors have fewer paragraphs of prose than this, articles about them more.
pub(super) const PROSE: usize = 4;

/// What the matter is with a page that says this, at this address.
pub(super) fn problem(metadata: &PageMetadata, head: &Head, url: &str) -> Option<Problem> {
    let Some(title) = &metadata.title else {
        return untitled(head, url);
    };
    let names = names(metadata, url);
    if let Some(problem) = titles::find(&words::forms(title, &names)) {
        return (!is_article(metadata, head, problem)).then_some(match problem {
            Problem::ErrorPage if is_consent_host(url) => Problem::ConsentPage,
            problem => problem,
        });
    }
    let says_only_its_site =
        metadata.image.is_none() && names.contains(&words::words(title)) && !is_front(url);
    if !is_shell(head) || metadata.description.is_some() {
        None
    } else if head.is_challenge {
        Some(Problem::BotWall)
    } else {
        says_only_its_site.then_some(Problem::ScriptOnly)
    }
}

/// What the matter is with a page without a title; none where it is only that.
fn untitled(head: &Head, url: &str) -> Option<Problem> {
    if head.is_challenge {
        Some(Problem::BotWall)
    } else if is_consent_host(url) {
        Some(Problem::ConsentPage)
    } else if is_shell(head) {
        Some(Problem::ScriptOnly)
    } else {
        None
    }
}

/// Whether a `<title>`, as written, may be one of junk: then more of the page is read, to judge it.
pub(super) fn is_suspect(title: &str) -> bool {
    titles::find(&words::forms(title, &[])).is_some()
}

/// Whether a title is one that a program left behind: another may be better.
pub(super) fn is_placeholder(title: &str) -> bool {
    titles::find(&[words::words(title)]) == Some(Problem::PlaceholderPage)
}

/// Whether a page is an article, whatever it is called: it says when it was published, or much
/// else. (Sites describe their pages of errors and logins too.)
fn is_article(metadata: &PageMetadata, head: &Head, problem: Problem) -> bool {
    let is_site_wide = matches!(problem, Problem::SoftNotFound | Problem::LoginPage);
    let is_said_to_be = metadata.kind.as_deref() == Some("article") || metadata.published.is_some();
    let is_described = metadata.description.is_some() && metadata.image.is_some();
    head.prose >= PROSE
        || is_said_to_be
            && metadata.description.is_some()
            && (!is_site_wide || metadata.published.is_some())
        || is_described && !is_site_wide && head.prose > 0
}

/// What the site is called, by its own words and by its host.
fn names(metadata: &PageMetadata, url: &str) -> Vec<String> {
    let host = host(url);
    let (own, _) = host.rsplit_once('.').unwrap_or((host, ""));
    let labels = own.split('.').filter(|label| label.len() > 2);
    metadata
        .site_name
        .iter()
        .map(String::as_str)
        .chain([host])
        .chain(labels)
        .map(words::words)
        .filter(|name| !name.is_empty())
        .collect()
}

/// Whether the host is one that only asks for consent.
fn is_consent_host(url: &str) -> bool {
    let host = host(url);
    ["consent.", "guce.", "cookieconsent."]
        .iter()
        .any(|start| host.starts_with(start))
}

/// Whether a page is drawn by its scripts alone.
const fn is_shell(head: &Head) -> bool {
    head.scripts > 0 && head.text_length < SHELL_TEXT
}

/// Whether an address is a site's front page, which may be called as the site is.
fn is_front(url: &str) -> bool {
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    path.is_none_or(|(_, path)| path.split(['?', '#']).next().unwrap_or_default().is_empty())
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}
