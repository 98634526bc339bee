//! Searching and sorting, and the copy that is kept of what searching reads.

use urlink::model::{LibraryError, LinkEdit, LinkPage, LinkQuery, SaveOptions, Sort};

use super::simulation::{Reply, SimEngine, World, open};
use super::urls;

pub(super) fn search(words: &str) -> LinkQuery {
    LinkQuery {
        category: "all".to_owned(),
        search: Some(words.to_owned()),
        limit: 500,
        ..LinkQuery::default()
    }
}

pub(super) async fn find(engine: &SimEngine, words: &str) -> LinkPage {
    engine.query_links(&search(words)).await.unwrap()
}

pub(super) async fn titles(engine: &SimEngine, query: &LinkQuery) -> Vec<String> {
    let page = engine.query_links(query).await.unwrap();
    page.links.into_iter().map(|link| link.title).collect()
}

pub(super) async fn save(engine: &SimEngine, list: &[String]) {
    let options = SaveOptions::default();
    engine.accept(list, &options).await.unwrap();
    engine.run_jobs().await.unwrap();
}

/// Links of several hosts whose titles tell their numbers.
pub(super) fn numbered(world: &World, count: u32) -> Vec<String> {
    world.sites().otherwise(|_, url, _| {
        let number = url.rsplit('/').next().unwrap();
        Reply::titled(&format!("Title {number} 제목"))
    });
    (0..count)
        .map(|n| format!("https://h{}.example/{n}", n % 50))
        .collect()
}

/// How many of the numbered links hold all of these words.
pub(super) fn holding(numbers: std::ops::Range<u32>, words: &[&str]) -> u32 {
    let says = |n: &u32| {
        let text = format!("title {n} 제목 https://h{}.example/{n}", n % 50);
        words.iter().all(|word| text.contains(word))
    };
    u32::try_from(numbers.filter(says).count()).unwrap()
}

#[test]
fn a_search_looks_into_everything_that_a_link_says() {
    let world = World::new(60);
    let page = r#"<!doctype html><html><head><title>한글 제목 - Site</title>
        <meta name="description" content="What it is about"><meta name="author" content="A. Writer">
        <meta property="og:site_name" content="The Site"></head><body></body></html>"#;
    let url = "https://xn--bj0bj06e.example/%EA%B0%80/page?q=Value";
    world.sites().answer(url, [Reply::html(page)]);
    world.sites().otherwise(|_, _, _| Reply::titled("Another"));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &urls(&[url, "https://other.example/"])).await;
            for words in [
                "한글",
                "제목 글",
                "what ABOUT",
                "ｗｒｉｔｅｒ",
                "the site",
                "xn--bj0bj06e",
                "한글.example",
                "가/page",
                "%EA%B0%80",
                "value 제목 about",
            ] {
                let page = find(&engine, words).await;
                let found: Vec<&str> = page.links.iter().map(|link| link.url.as_str()).collect();
                assert_eq!((page.total, found), (1, vec![url]), "{words}");
            }
            assert_eq!(find(&engine, "example").await.total, 2);
            assert_eq!(find(&engine, " ").await.total, 2);
            assert_eq!(find(&engine, "제목 other").await.total, 0);

            let page = find(&engine, "한글 about 가").await;
            let matches = page.links[0].matches.clone().unwrap();
            assert_eq!(matches.title, [(0, 2)]);
            assert_eq!(matches.description, [(11, 16)]);
            assert_eq!(matches.address, None);
            assert_eq!(matches.host, [(0, 2)]);
            let page = find(&engine, "/가").await;
            let matches = page.links[0].matches.clone().unwrap();
            let address = matches.address.unwrap();
            assert!(address.text.contains("/가/page"), "{}", address.text);
            let plain = find(&engine, "").await;
            assert!(plain.links.iter().all(|link| link.matches.is_none()));
        })
        .value();
}

#[test]
fn a_search_is_of_one_category_or_view_and_comes_in_pages() {
    let world = World::new(61);
    let list = numbered(&world, 300);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let category = engine.create_category("one").await.unwrap();
            let options = SaveOptions {
                category: Some(category.id.clone()),
                ..SaveOptions::default()
            };
            engine.accept(&list[..200], &options).await.unwrap();
            save(&engine, &list[200..]).await;

            let query = |name: &str, offset| LinkQuery {
                category: name.to_owned(),
                offset,
                limit: 4,
                ..search("title 1")
            };
            let id = category.id.as_str();
            let first = engine.query_links(&query(id, 0)).await.unwrap();
            let total = holding(0..200, &["title", "1"]);
            assert_eq!((first.total, first.links.len()), (total, 4));
            let shown = titles(&engine, &query(id, 0)).await;
            assert_eq!(shown[0], "Title 199 제목", "the newest first");
            let next = titles(&engine, &query(id, 4)).await;
            assert_eq!(next[0], "Title 195 제목");
            let ending = titles(&engine, &query(id, total - 3)).await;
            assert_eq!(ending, ["Title 11 제목", "Title 10 제목", "Title 1 제목"]);
            let unsorted = engine.query_links(&query("unsorted", 0)).await.unwrap();
            assert_eq!(unsorted.total, holding(200..300, &["title", "1"]));
            let none = engine.query_links(&query("none", 0)).await;
            assert_eq!(none, Err(LibraryError::NoSuchCategory));
        })
        .value();
}

#[test]
fn links_are_sorted_by_title_by_site_and_by_age() {
    let world = World::new(62);
    let titles_of = [
        ("https://b.example/1", "나"),
        ("https://a.example/2", "part 10"),
        ("https://www.b.example/3", "Part 9"),
        ("https://c.example/4", "가"),
    ];
    for (url, title) in titles_of {
        world.sites().answer(url, [Reply::titled(title)]);
    }
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &titles_of.map(|(url, _)| url.to_owned())).await;
            for (sort, expected) in [
                (Sort::Newest, ["가", "Part 9", "part 10", "나"]),
                (Sort::Oldest, ["나", "part 10", "Part 9", "가"]),
                (Sort::Title, ["Part 9", "part 10", "가", "나"]),
                (Sort::Site, ["part 10", "Part 9", "나", "가"]),
            ] {
                let query = LinkQuery {
                    sort: Some(sort),
                    ..search("")
                };
                assert_eq!(titles(&engine, &query).await, expected, "{sort:?}");
            }
            let query = LinkQuery {
                sort: Some(Sort::Title),
                ..search("part")
            };
            assert_eq!(titles(&engine, &query).await, ["Part 9", "part 10"]);
            world
                .sites()
                .answer("https://d.example/", [Reply::titled("Part 9b")]);
            save(&engine, &urls(&["https://d.example/"])).await;
            assert_eq!(
                titles(&engine, &query).await,
                ["Part 9", "Part 9b", "part 10"]
            );
        })
        .value();
}

#[test]
fn tags_memos_and_titles_of_ones_own_are_found_and_tags_filter() {
    let world = World::new(70);
    let list = numbered(&world, 20);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            let id = find(&engine, "title 13").await.links.remove(0).id;
            assert_eq!(find(&engine, "mine").await.total, 0);
            let edit = LinkEdit {
                title: Some("Mine".to_owned()),
                memo: Some("두고 읽기".to_owned()),
                tags: Some(vec!["Later".to_owned(), "읽을 것".to_owned()]),
            };
            engine.edit_link(&id, &edit).await.unwrap();
            let all = [
                "mine",
                "두고",
                "later",
                "읽을 것",
                "title 13",
                "mine later 읽기",
            ];
            for words in all {
                let page = find(&engine, words).await;
                assert_eq!(page.links.len(), 1, "{words}");
                assert_eq!(page.links[0].id, id, "{words}");
            }
            let page = find(&engine, "la 읽").await;
            let matches = page.links[0].matches.clone().unwrap();
            assert_eq!(matches.tags, [vec![(0, 2)], vec![(0, 1)]]);
            assert_eq!(matches.memo, [(3, 4)]);
            for (tag, words, total) in [("later", "", 1), ("LATER", "mine", 1), ("late", "", 0)] {
                let query = LinkQuery {
                    tag: Some(tag.to_owned()),
                    ..search(words)
                };
                assert_eq!(engine.query_links(&query).await.unwrap().total, total);
            }
        })
        .value();
}
