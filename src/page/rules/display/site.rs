//! A title without the names of its site.

use std::borrow::Cow;

use crate::page::rules::facts::Facts;
use crate::page::rules::table;

/// What stands between a title and a site's name. A colon or a dash counts only with a blank
/// beside it; these do without.
const TIGHT_SEPARATORS: &[char] = &['|', '｜', '»', '›', '«', '‹', '：', '·', '•', '—', '_'];

/// What the site is called: by its own words, and by its host.
pub(super) fn site_names(facts: &Facts<'_>) -> Vec<String> {
    let declared = table::SITE_NAME
        .iter()
        .flat_map(|&source| facts.values(source));
    let host = facts
        .url
        .split_once("://")
        .and_then(|(_, rest)| rest.split(['/', '?', '#', ':']).next())
        .unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let label = host.split('.').find(|label| label.len() > 3);
    declared
        .chain([host.into()])
        .chain(label.map(Cow::Borrowed))
        .map(|name| folded(&name))
        .filter(|name| name.chars().count() >= 2)
        .collect()
}

/// Strips sites' names from both ends.
pub(super) fn without_names<'t>(title: &'t str, names: &[String]) -> &'t str {
    let mut title = title.trim();
    while let Some(shorter) = without_last(title, names)
        .or_else(|| without_first(title, names))
        .filter(|shorter| !PLACES.contains(&folded(shorter).as_str()))
    {
        title = shorter;
    }
    title
}

fn without_last<'t>(title: &'t str, names: &[String]) -> Option<&'t str> {
    separators(title).rev().find_map(|(start, end)| {
        let (before, after) = (title.get(..start)?.trim_end(), title.get(end..)?);
        (is_name(after, names) && before.chars().count() >= 3).then_some(before)
    })
}

fn without_first<'t>(title: &'t str, names: &[String]) -> Option<&'t str> {
    separators(title).find_map(|(start, end)| {
        let (before, after) = (title.get(..start)?, title.get(end..)?.trim_start());
        (is_name(before, names) && after.chars().count() >= 3).then_some(after)
    })
}

/// Where the runs of separators begin and end.
fn separators(title: &str) -> impl DoubleEndedIterator<Item = (usize, usize)> {
    let is_separator = |c: char| {
        TIGHT_SEPARATORS.contains(&c)
            || matches!(c, '-' | '–' | '‐' | '−' | ':' | '/' | '~' | '∣' | '<' | '>')
    };
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = title.get(rest..).and_then(|text| text.find(is_separator)) {
        let start = rest + start;
        let length = title
            .get(start..)
            .and_then(|text| text.find(|c| !is_separator(c)))
            .unwrap_or(title.len() - start);
        let (run, end) = (
            title.get(start..start + length).unwrap_or_default(),
            start + length,
        );
        let is_tight = run.contains(TIGHT_SEPARATORS) || run.chars().count() > 1;
        let has_blank = title
            .get(..start)
            .is_none_or(|before| before.ends_with(char::is_whitespace))
            || title
                .get(end..)
                .is_none_or(|after| after.starts_with(char::is_whitespace));
        if is_tight || has_blank {
            found.push((start, end));
        }
        rest = end;
    }
    found.into_iter()
}

/// Whether a part of a title is a site's name, perhaps with a word to it ("BBC News" of bbc).
fn is_name(part: &str, names: &[String]) -> bool {
    let part = folded(part);
    let has_name = |name: &String| {
        let extra = part
            .strip_prefix(name.as_str())
            .filter(|extra| extra.starts_with(' '))
            .or_else(|| {
                part.strip_suffix(name.as_str())
                    .filter(|extra| extra.ends_with(' '))
            });
        part == *name || extra.is_some_and(|extra| extra.len() <= 9 && !extra.trim().contains(' '))
    };
    !part.is_empty() && (names.iter().any(has_name) || names.contains(&part.replace(' ', "")))
}

/// The words in lower case, without punctuation, a blank between each two.
pub(super) fn folded(text: &str) -> String {
    let is_joint = |c: char| matches!(c, '\'' | '’' | '‘' | '\u{ad}' | '\u{2060}');
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_joint(c)) {
        let start = folded.len();
        folded.extend(
            word.chars()
                .filter(|&c| !is_joint(c))
                .flat_map(char::to_lowercase),
        );
        if folded.len() > start {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Words that say where one is on a site, not what is there.
const PLACES: &[&str] = &[
    "home",
    "homepage",
    "home page",
    "index",
    "main",
    "start",
    "startseite",
    "welcome",
    "accueil",
    "inicio",
    "blog",
    "news",
    "login",
    "홈",
    "메인",
    "블로그",
    "ホーム",
    "首页",
    "首頁",
];
