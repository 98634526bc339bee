//! The title to show: the headline, without the site's name.

use std::borrow::Cow;

use super::facts::Facts;
use super::source::{Select, Source};
use super::table;
use crate::page::text::shown;

/// A headline shorter than this may be a section's.
const HEADLINE_CHARS: usize = 10;

/// What stands between a title and a site's name. A colon or a dash counts only with a blank
/// beside it; these do without.
const TIGHT_SEPARATORS: &[char] = &['|', '｜', '»', '›', '«', '‹', '：', '·', '•', '—', '_'];

/// The title to show; none where it is the page's title as it is.
pub(super) fn title(facts: &Facts<'_>, title: &str, length: usize) -> Option<String> {
    let names = site_names(facts);
    let stripped = without_names(title, &names);
    let shown_title =
        headline(facts, title, stripped, &names, length).unwrap_or_else(|| stripped.to_owned());
    (shown_title != title).then_some(shown_title)
}

/// A headline that is better than the title: one that JSON-LD states and nothing else repeats
/// (the others are then written for search engines and for sharing), or the part of the title
/// that the page itself shows as its headline.
fn headline(
    facts: &Facts<'_>,
    title: &str,
    stripped: &str,
    names: &[String],
    length: usize,
) -> Option<String> {
    let stated = facts
        .values(Source::Node(table::SUBJECT, &["headline"]))
        .iter()
        .find_map(|headline| shown(&crate::text::unescape(headline), length))
        .map(|headline| without_names(&headline, names).to_owned())
        .filter(|headline| headline.chars().count() >= HEADLINE_CHARS);
    let written: Vec<String> = facts
        .values(Source::Element(Select::Headline))
        .iter()
        .filter_map(|headline| shown(headline, length))
        .filter(|headline| headline.chars().count() >= HEADLINE_CHARS)
        .collect();
    if let Some(stated) = &stated {
        let others = [
            Source::Meta("og:title"),
            Source::Meta("twitter:title"),
            Source::Element(Select::Title),
        ];
        let is_repeated = others
            .into_iter()
            .flat_map(|source| facts.values(source))
            .chain(written.iter().map(|headline| headline.as_str().into()))
            .any(|other| is_part(stated, &other) || is_part(without_names(&other, names), stated));
        if !is_repeated {
            return Some(stated.clone());
        }
        if folded(stated) == folded(stripped) {
            return None;
        }
    }
    written
        .into_iter()
        .filter(|headline| is_part(headline, title) && folded(headline) != folded(stripped))
        .max_by_key(String::len)
}

/// What the site is called: by its own words, and by its host.
fn site_names(facts: &Facts<'_>) -> Vec<String> {
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
fn without_names<'t>(title: &'t str, names: &[String]) -> &'t str {
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

/// Whether the words of one stand within those of the other, in a row.
fn is_part(part: &str, whole: &str) -> bool {
    let part = folded(part);
    !part.is_empty() && folded(whole).contains(&part)
}

/// The words in lower case, without punctuation, a blank between each two.
fn folded(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::head::Head;
    use crate::page::jsonld;

    fn shown_of(title: &str, site: &str, rest: &str) -> String {
        let head = Head::of(&format!(
            "<title>{title}</title><meta property=og:site_name content='{site}'>{rest}"
        ));
        let nodes = jsonld::nodes(&head.json_ld);
        let facts = Facts::new(&head, &nodes, "https://www.mill-news.example/a/1");
        let title = head.title.clone().unwrap_or_default();
        super::title(&facts, &title, 512).unwrap_or(title)
    }

    #[test]
    fn the_name_of_the_site_is_left_out_at_either_end() {
        for (title, site, expected) in [
            (
                "A river runs dry | The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry - The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry — The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry &raquo; The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry · The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry • The Mill",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry :: The Mill",
                "The Mill",
                "A river runs dry",
            ),
            ("The Mill: A river runs dry", "The Mill", "A river runs dry"),
            (
                "The Mill | A river runs dry",
                "The Mill",
                "A river runs dry",
            ),
            (
                "A river runs dry | News | The Mill",
                "The Mill",
                "A river runs dry | News",
            ),
            (
                "A river runs dry | mill-news.example",
                "",
                "A river runs dry",
            ),
            (
                "A river runs dry | The Mill News",
                "The Mill",
                "A river runs dry",
            ),
            ("강이 마른다 : 방앗간일보", "방앗간일보", "강이 마른다"),
            ("강이 마른다 - 방앗간 일보", "방앗간일보", "강이 마른다"),
            (
                "[방앗간일보] 강이 마른다",
                "방앗간일보",
                "[방앗간일보] 강이 마른다",
            ),
            ("川が枯れる｜水車新聞", "水車新聞", "川が枯れる"),
            ("川が枯れる：水車新聞", "水車新聞", "川が枯れる"),
            ("河流干涸_磨坊网", "磨坊网", "河流干涸"),
            // What is no name stays, and so does a hyphen within words.
            (
                "A river runs dry - and nobody knows why",
                "The Mill",
                "A river runs dry - and nobody knows why",
            ),
            (
                "The Mill-owner of the valley",
                "The Mill",
                "The Mill-owner of the valley",
            ),
            ("Home | The Mill", "The Mill", "Home | The Mill"),
            ("The Mill", "The Mill", "The Mill"),
        ] {
            assert_eq!(shown_of(title, site, ""), expected, "{title}");
        }
    }

    #[test]
    fn the_headline_of_the_page_goes_before_a_longer_title() {
        for (title, rest, expected) in [
            (
                "A river runs dry in June: what the valley says",
                "<h1>A river runs dry in June</h1>",
                "A river runs dry in June",
            ),
            (
                "A river runs dry",
                "<h1>Local news</h1>",
                "A river runs dry",
            ),
            ("A river runs dry", "<h1>Today</h1>", "A river runs dry"),
            (
                "You will not believe what this river does",
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A river runs dry in June\"}</script>",
                "A river runs dry in June",
            ),
        ] {
            assert_eq!(shown_of(title, "The Mill", rest), expected, "{title}");
        }
    }
}
