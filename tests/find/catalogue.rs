use std::collections::BTreeMap;

use proptest::prelude::*;
use urlink::address::spelled;
use urlink::find::{Catalogue, Document, Query, fold};
use urlink::host::nfc;
use urlink::model::LinkStamp;

use super::{Typed, text};

/// What a link says.
#[derive(Clone, Debug)]
struct Said {
    title: String,
    host: String,
    tags: Vec<String>,
    url: String,
    texts: Vec<String>,
}

impl Said {
    fn put(&self, catalogue: &mut Catalogue, number: u64) {
        let texts: Vec<&str> = self.texts.iter().map(String::as_str).collect();
        let document = Document {
            title: &self.title,
            host: &self.host,
            tags: &self.tags,
            url: &self.url,
            texts: &texts,
        };
        catalogue.put(LinkStamp::from_number(number), &document);
    }

    /// The plainest way to look for words.
    fn holds(&self, typed: &str) -> bool {
        let url = spelled(&self.url);
        let mut fields = vec![fold(&self.title), fold(&self.host), fold(&url)];
        fields.extend(self.tags.iter().chain(&self.texts).map(|text| fold(text)));
        fields.extend(self.tags.iter().map(|tag| nfc(tag).into_owned()));
        let typed = Typed::new(typed);
        let mut held = vec![false; typed.words.len()];
        for field in fields {
            let stands = typed.stands_in(&field);
            held.iter_mut()
                .zip(stands)
                .for_each(|(held, stands)| *held |= stands);
        }
        held.iter()
            .zip(&typed.words)
            .all(|(held, word)| *held || word.is_empty())
    }
}

fn said() -> impl Strategy<Value = Said> {
    let several = || proptest::collection::vec(text(), 0..3);
    (text(), text(), several(), text(), several()).prop_map(|(title, host, tags, url, texts)| {
        Said {
            title,
            host,
            tags,
            url,
            texts,
        }
    })
}

#[derive(Clone, Debug)]
enum Operation {
    Put(u64, Said),
    Remove(u64),
}

fn operations() -> impl Strategy<Value = Vec<Operation>> {
    let operation = prop_oneof![
        3 => (1..40_u64, said()).prop_map(|(number, said)| Operation::Put(number, said)),
        1 => (1..40_u64).prop_map(Operation::Remove),
    ];
    proptest::collection::vec(operation, 0..60)
}

fn carry_out(operations: &[Operation]) -> (Catalogue, BTreeMap<u64, Said>) {
    let mut catalogue = Catalogue::default();
    let mut library = BTreeMap::new();
    for operation in operations {
        match operation {
            Operation::Put(number, said) => {
                said.put(&mut catalogue, *number);
                library.insert(*number, said.clone());
            }
            Operation::Remove(number) => {
                catalogue.remove(LinkStamp::from_number(*number));
                library.remove(number);
            }
        }
    }
    (catalogue, library)
}

/// The numbers of the links that a search finds.
fn found(catalogue: &Catalogue, query: &Query) -> Vec<u64> {
    let search = catalogue.search(query, None);
    let hits = search.hits();
    let is_hit = |number: &u64| {
        let doc = catalogue.number(LinkStamp::from_number(*number));
        doc.is_some_and(|doc| hits.contains(doc))
    };
    let found: Vec<u64> = (1..2_000).filter(is_hit).collect();
    assert_eq!(hits.count() as usize, found.len());
    found
}

fn kept(catalogue: &mut Catalogue) -> Vec<Vec<u8>> {
    let changed = catalogue.take_changed(usize::MAX);
    changed.into_iter().map(|(_, bytes)| bytes).collect()
}

fn restored(segments: &[Vec<u8>]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for segment in segments {
        catalogue.restore(segment).unwrap();
    }
    catalogue
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_search_finds_what_a_plain_comparison_finds(operations in operations(), query in text()) {
        let (mut catalogue, library) = carry_out(&operations);
        let expected = library.iter().filter(|(_, said)| said.holds(&query));
        let expected: Vec<u64> = expected.map(|(number, _)| *number).collect();
        let query = Query::new(&query);
        prop_assert_eq!(&found(&catalogue, &query), &expected);
        prop_assert_eq!(catalogue.len(), library.len());

        let copy = restored(&kept(&mut catalogue));
        prop_assert_eq!(&found(&copy, &query), &expected);
        prop_assert_eq!(copy.len(), library.len());

        let mut fresh = Catalogue::default();
        for (number, said) in &library {
            said.put(&mut fresh, *number);
        }
        prop_assert_eq!(&found(&fresh, &query), &expected);
    }

    #[test]
    fn typing_on_finds_what_a_fresh_search_finds(operations in operations(), query in text()) {
        let (catalogue, _) = carry_out(&operations);
        let mut last = None;
        for length in 1..=query.chars().count() {
            let typed: String = query.chars().take(length).collect();
            let typed = Query::new(&typed);
            let found = catalogue.search(&typed, last.as_ref());
            let fresh = catalogue.search(&typed, None);
            prop_assert_eq!(found.hits(), fresh.hits());
            last = Some(found);
        }
    }

    #[test]
    fn typing_around_a_part_finds_what_a_fresh_search_finds(
        operations in operations(), before in "[a-c가나]{0,2}", part in "[a-c가나ㄱ]{2}", after in "[a-c가나 ]{0,2}",
    ) {
        let (catalogue, _) = carry_out(&operations);
        let part_found = catalogue.search(&Query::new(&part), None);
        let whole = Query::new(&format!("{before}{part}{after}"));
        let found = catalogue.search(&whole, Some(&part_found));
        let fresh = catalogue.search(&whole, None);
        prop_assert_eq!(found.hits(), fresh.hits());
    }

    #[test]
    fn a_damaged_copy_is_refused(operations in operations(), at: usize, change in 1..=255_u8) {
        let (mut catalogue, _) = carry_out(&operations);
        for mut bytes in kept(&mut catalogue) {
            let at = at % bytes.len();
            prop_assert!(Catalogue::default().restore(&bytes[..at]).is_err());
            bytes[at] ^= change;
            prop_assert!(Catalogue::default().restore(&bytes).is_err());
        }
    }
}

fn plain(title: &str) -> Said {
    Said {
        title: title.to_owned(),
        host: "example.com".to_owned(),
        tags: vec!["Tag One".to_owned()],
        url: "https://example.com/".to_owned(),
        texts: Vec::new(),
    }
}

#[test]
fn only_what_changed_is_kept_anew() {
    let mut catalogue = Catalogue::default();
    (1..=1_200).for_each(|number| plain(&format!("link {number}")).put(&mut catalogue, number));
    assert_eq!(catalogue.segment_count(), 3);
    let first: Vec<usize> = catalogue
        .take_changed(2)
        .into_iter()
        .map(|(at, _)| at)
        .collect();
    assert_eq!(first, [0, 1]);
    assert_eq!(catalogue.take_changed(2).len(), 1);
    assert!(catalogue.take_changed(2).is_empty());

    plain("link 7").put(&mut catalogue, 7);
    assert!(catalogue.take_changed(2).is_empty(), "it says what it said");
    plain("another title").put(&mut catalogue, 600);
    let changed = catalogue.take_changed(2);
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0].0, 1);
    assert_eq!(found(&catalogue, &Query::new("another")), [600]);
    // Narrowing by few and by many, across segments.
    let link = catalogue.search(&Query::new("link"), None);
    assert_eq!(link.hits().count(), 1_199);
    let more = Query::new("link 119");
    let narrowed = catalogue.search(&more, Some(&link));
    assert_eq!(narrowed.hits().count(), 12);
    let one = catalogue.search(&Query::new("link 1199"), Some(&narrowed));
    assert_eq!(one.hits().count(), 1);
    let same = catalogue.search(&more, Some(&narrowed));
    assert_eq!(same.hits(), narrowed.hits());
}

#[test]
fn a_link_gives_its_title_host_and_tags() {
    let mut catalogue = Catalogue::default();
    plain("Ｔitle").put(&mut catalogue, 1);
    let number = catalogue.number(LinkStamp::from_number(1)).unwrap();
    assert_eq!(catalogue.title(number), b"title");
    assert_eq!(catalogue.host(number), b"example.com");
    let tags: Vec<(&str, &str)> = catalogue.tags(number).collect();
    assert_eq!(tags, [("Tag One", "tag one")]);
    assert_eq!(catalogue.title(77), b"");
}

#[test]
fn a_copy_with_a_link_twice_is_refused() {
    let mut catalogue = Catalogue::default();
    plain("title").put(&mut catalogue, 1);
    let segments = kept(&mut catalogue);
    let mut twice = restored(&segments);
    assert!(twice.restore(&segments[0]).is_err());
}
