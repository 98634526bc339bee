//! Who wrote it.

use super::facts::Facts;
use super::source::Source;
use super::table;
use crate::page::text::shown;

const NAME_LENGTH: usize = 200;
const COUNT: usize = 12;

/// What bylines put before a name.
const PREFIXES: [&str; 4] = ["by ", "von ", "par ", "por "];

/// The author or authors of the first source that names any, in one line.
pub(super) fn line(facts: &Facts<'_>) -> Option<String> {
    table::AUTHOR.iter().find_map(|&source| {
        let mut names: Vec<String> = Vec::new();
        for name in facts.values(source).iter().filter_map(|name| name_of(name)) {
            let is_known = names.iter().any(|known| is_same(known, &name));
            if !is_known && names.len() < COUNT {
                names.push(name);
            }
        }
        // Microdata and links name the authors of comments, too: the first is the page's.
        if matches!(source, Source::Item(_) | Source::Element(_)) {
            names.truncate(1);
        }
        (!names.is_empty()).then(|| names.join(", "))
    })
}

/// A name to show; none for the address of a profile or a mailbox.
fn name_of(written: &str) -> Option<String> {
    let name = shown(written, NAME_LENGTH)?;
    let is_address = name.contains("://") || name.starts_with("//") || name.starts_with("www.");
    if is_address {
        return None;
    }
    // Reporters sign with their mailbox.
    let words: Vec<&str> = name
        .split(' ')
        .filter(|word| !(word.contains('@') && word.contains('.')))
        .collect();
    let name = words.join(" ");
    let name = PREFIXES
        .iter()
        .find_map(|prefix| {
            let (start, rest) = name.split_at_checked(prefix.len())?;
            start.eq_ignore_ascii_case(prefix).then_some(rest)
        })
        .unwrap_or(&name)
        .trim_matches([' ', ',', '|', '·', ':']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether two names are one, perhaps as a profile's address has it.
fn is_same(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        let letters = name.chars().filter(|character| character.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::head::Head;
    use crate::page::jsonld;

    fn author_of(html: &str) -> Option<String> {
        let head = Head::of(html);
        let nodes = jsonld::nodes(&head.json_ld);
        line(&Facts::new(&head, &nodes, "https://e.example/a"))
    }

    #[test]
    fn authors_are_named_in_every_shape() {
        let ld = |author: &str| {
            format!(
                "<script type=application/ld+json>{{\"@graph\":[{{\"@type\":\"NewsArticle\",\
                 \"author\":{author}}},{{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ada Stone\"}}]}}</script>"
            )
        };
        for (html, expected) in [
            (ld(r#""Ada Stone""#), "Ada Stone"),
            (ld(r#"{"@type":"Person","name":"Ada Stone"}"#), "Ada Stone"),
            (ld(r#"[{"name":"Ada Stone"},{"name":"Ben Reed"}]"#), "Ada Stone, Ben Reed"),
            (ld(r#"[{"name":"Ada Stone"},"ada-stone"]"#), "Ada Stone"),
            (ld(r#"{"name":["Ada Stone","Ben Reed"]}"#), "Ada Stone, Ben Reed"),
            (ld(r##"{"@id":"#p"}"##), "Ada Stone"),
            (ld(r#"{"@type":"Organization","name":"The Mill"}"#), "The Mill"),
            ("<meta name=author content='By Ada Stone'>".to_owned(), "Ada Stone"),
            ("<meta name=byl content='By Ada Stone and Ben Reed'>".to_owned(), "Ada Stone and Ben Reed"),
            ("<meta name=author content='Von Ada Stein'>".to_owned(), "Ada Stein"),
            ("<meta name=author content='Byron Reed'>".to_owned(), "Byron Reed"),
            ("<meta property=article:author content='https://e.example/ada'><a rel=author href=/ada>Ada Stone</a>".to_owned(), "Ada Stone"),
            ("<meta property=article:author content='김가람 기자'>".to_owned(), "김가람 기자"),
            ("<meta name=author content='김가람 기자 garam@mill.example'>".to_owned(), "김가람 기자"),
            ("<meta name=dc.creator content='Stone, Ada'>".to_owned(), "Stone, Ada"),
            ("<span itemprop=author itemscope><b itemprop=name>Ada Stone</b></span><p itemprop=author>A commenter</p>".to_owned(), "Ada Stone"),
        ] {
            assert_eq!(author_of(&html).as_deref(), Some(expected), "{html}");
        }
    }

    #[test]
    fn an_address_is_no_name() {
        for html in [
            "<meta property=article:author content=https://social.example/mill>",
            "<meta name=author content=ada@mill.example>",
            "<meta name=author content=//mill.example/ada>",
            "<meta name=author content=null>",
            "<p>By Ada Stone</p>",
        ] {
            assert_eq!(author_of(html), None, "{html}");
        }
    }
}
