//! The names under which the rules read `<meta>`s and `<link>`s: half of all that pages have are
//! read by none, and passed over before they cost anything.

use std::sync::LazyLock;

use super::source::Source;
use super::table;

/// The relations of `<link>`s: the tables' and those of icons, manifests and feeds.
const RELATIONS: &[&str] = &[
    "canonical",
    "icon",
    "apple-touch-icon",
    "apple-touch-icon-precomposed",
    "alternate",
    "manifest",
    "image_src",
];

/// The names of the tables' `<meta>`s, each once, in order.
static METAS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for &source in table::ALL.iter().copied().flatten() {
        let several = match source {
            Source::MetaAny(names) => names,
            Source::Meta(ref name) | Source::MetaJson(ref name, _) | Source::MetaHttp(ref name) => {
                std::slice::from_ref(name)
            }
            Source::Link(_) | Source::Item(_) | Source::Node(..) | Source::Element(_) => &[],
        };
        for &name in several {
            if let Err(place) = names.binary_search(&name) {
                names.insert(place, name);
            }
        }
    }
    names
});

/// The name that is written, in any case, where a rule reads `<meta>`s of it.
pub(in crate::page) fn meta_name(written: &[u8]) -> Option<&'static str> {
    let lower = || written.iter().map(u8::to_ascii_lowercase);
    let place = METAS.binary_search_by(|name| name.bytes().cmp(lower()));
    METAS.get(place.ok()?).copied()
}

/// Whether a rule reads `<link>`s of a relation.
pub(in crate::page) fn is_relation(written: &[u8]) -> bool {
    RELATIONS
        .iter()
        .any(|relation| written.eq_ignore_ascii_case(relation.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case() {
        for (written, name) in [
            ("og:title", Some("og:title")),
            ("OG:Image:Width", Some("og:image:width")),
            ("Refresh", Some("refresh")),
            ("parsely-page", Some("parsely-page")),
            ("citation_online_date", Some("citation_online_date")),
            ("og:titles", None),
            ("og:titl", None),
            ("viewport", None),
            ("", None),
        ] {
            assert_eq!(meta_name(written.as_bytes()), name, "{written}");
        }
        assert!(METAS.is_sorted());
    }

    #[test]
    fn every_relation_of_the_tables_is_read() {
        for source in table::ALL.iter().copied().flatten() {
            if let Source::Link(relation) = source {
                assert!(is_relation(relation.as_bytes()), "{relation}");
            }
        }
    }
}
