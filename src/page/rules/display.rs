//! The title to show: the headline, without the site's name.

mod site;

use site::{folded, site_names, without_names};

use super::facts::Facts;
use super::source::{Select, Source};
use super::table;
use crate::page::text::shown;

/// A headline shorter than this may be a section's.
const HEADLINE_CHARS: usize = 10;

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

/// Whether the words of one stand within those of the other, in a row.
fn is_part(part: &str, whole: &str) -> bool {
    let part = folded(part);
    !part.is_empty() && folded(whole).contains(&part)
}

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
