//! Searching and sorting, and the copy that is kept of what searching reads.

use futures_util::future::join;
use urlink::model::{
    LibraryError, LinkEdit, LinkFilter, LinkPage, LinkQuery, LinkSelection, SaveOptions, Sort,
};

use super::simulation::{Ended, Fault, Reply, SimEngine, World, open};
use super::urls;

fn search(words: &str) -> LinkQuery {
    LinkQuery {
        category: "all".to_owned(),
        search: Some(words.to_owned()),
        limit: 500,
        ..LinkQuery::default()
    }
}

async fn find(engine: &SimEngine, words: &str) -> LinkPage {
    engine.query_links(&search(words)).await.unwrap()
}

async fn titles(engine: &SimEngine, query: &LinkQuery) -> Vec<String> {
    let page = engine.query_links(query).await.unwrap();
    page.links.into_iter().map(|link| link.title).collect()
}

async fn save(engine: &SimEngine, list: &[String]) {
    let options = SaveOptions::default();
    engine.accept(list, &options).await.unwrap();
    engine.run_jobs().await.unwrap();
}

/// Links of several hosts whose titles tell their numbers.
fn numbered(world: &World, count: u32) -> Vec<String> {
    world.sites().otherwise(|_, url, _| {
        let number = url.rsplit('/').next().unwrap();
        Reply::titled(&format!("Title {number} 제목"))
    });
    (0..count)
        .map(|n| format!("https://h{}.example/{n}", n % 50))
        .collect()
}

/// How many of the numbered links hold all of these words.
fn holding(numbers: std::ops::Range<u32>, words: &[&str]) -> u32 {
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
            assert_eq!(matches.url, [(29, 38)]);
            assert_eq!(matches.host, [(0, 2)]);
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

/// How many reads of the store a search costs.
async fn reads_of(world: &World, engine: &SimEngine, words: &str) -> (u32, u32) {
    let before = world.disk().reads_made.get();
    let total = find(engine, words).await.total;
    (total, world.disk().reads_made.get() - before)
}

#[test]
fn a_new_worker_reads_the_copy_and_what_changed_since() {
    let world = World::new(63);
    let list = numbered(&world, 3_000);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            let (total, reads) = reads_of(&world, &engine, "title 2999").await;
            assert_eq!(total, 1);
            assert!(
                reads >= 15,
                "every record is read once, 200 at a time: {reads}"
            );
            let total = holding(0..3_000, &["title", "299"]);
            let page = reads_of(&world, &engine, "title 299").await;
            assert_eq!(page, (total, 1), "the page alone");
            engine.keep_catalogue().await;

            let engine = open(&world).await.unwrap();
            assert_eq!(reads_of(&world, &engine, "title 2999").await, (1, 1));
            save(&engine, &urls(&["https://new.example/3000"])).await;
            assert_eq!(find(&engine, "title 3000").await.total, 1);
            engine.keep_catalogue().await;

            // The copy is not written anew for a single link.
            let engine = open(&world).await.unwrap();
            let (total, reads) = reads_of(&world, &engine, "title 3000").await;
            assert_eq!(total, 1);
            assert!(reads <= 3, "{reads}");
            let more: Vec<String> = numbered(&world, 3_300).split_off(3_000);
            save(&engine, &more).await;
            // One of them is on another host.
            let total = holding(0..3_300, &["title", "3"]);
            assert_eq!(find(&engine, "title 3").await.total, total + 1);
            engine.keep_catalogue().await;
            let engine = open(&world).await.unwrap();
            assert_eq!(reads_of(&world, &engine, "title 3299").await, (1, 1));
        })
        .value();
}

#[test]
fn a_copy_that_is_damaged_is_made_anew() {
    let world = World::new(64);
    let list = numbered(&world, 700);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            let total = holding(0..700, &["title", "69"]);
            assert_eq!(find(&engine, "title 69").await.total, total);
            engine.keep_catalogue().await;
            let good = world.disk().kept.borrow().clone();
            assert_eq!(good.len(), 3, "two parts and what is said of them");
            for name in good.keys() {
                for damage in 0..4 {
                    let mut kept = good.clone();
                    match damage {
                        0 => drop(kept.remove(name)),
                        1 => kept.get_mut(name).unwrap().truncate(20),
                        2 => kept.get_mut(name).unwrap()[9] ^= 1,
                        _ => kept.get_mut(name).unwrap().clear(),
                    }
                    world.disk().kept.replace(kept);
                    let engine = open(&world).await.unwrap();
                    assert_eq!(find(&engine, "title 69").await.total, total, "{name}");
                    engine.keep_catalogue().await;
                    assert_eq!(*world.disk().kept.borrow(), good, "{name}");
                }
            }
        })
        .value();
}

#[test]
fn a_copy_that_cannot_be_kept_is_tried_again() {
    let world = World::new(65);
    let list = numbered(&world, 700);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            let total = holding(0..700, &["title", "69"]);
            assert_eq!(find(&engine, "title 69").await.total, total);
            for works in 0..3 {
                world.disk().keeps_until.set(Some(works));
                engine.keep_catalogue().await;
                let other = open(&world).await.unwrap();
                assert_eq!(find(&other, "title 69").await.total, total);
            }
            world.disk().keeps_until.set(None);
            engine.keep_catalogue().await;
            let other = open(&world).await.unwrap();
            assert_eq!(reads_of(&world, &other, "title 69").await, (total, 1));
        })
        .value();
}

#[test]
fn writes_that_were_lost_make_the_copy_old() {
    let world = World::new(66);
    let list = numbered(&world, 40);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list[..10]).await;
            let before = world.disk().entries.borrow().clone();
            let options = SaveOptions::default();
            engine.accept(&list[10..20], &options).await.unwrap();
            assert_eq!(find(&engine, "example").await.total, 20);
            engine.keep_catalogue().await;
            // The power fails: what was written last is gone, the copy is not.
            world.disk().entries.replace(before);
            let engine = open(&world).await.unwrap();
            save(&engine, &list[20..]).await;
            for words in ["example", "h1", "3"] {
                let total = holding(0..10, &[words]) + holding(20..40, &[words]);
                assert_eq!(find(&engine, words).await.total, total, "{words}");
            }
        })
        .value();
}

#[test]
fn a_copy_is_old_when_more_was_written_than_the_log_holds() {
    let world = World::new(67);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &numbered(&world, 10)).await;
            assert_eq!(find(&engine, "title 1").await.total, 1);
            engine.keep_catalogue().await;
            let many: Vec<String> = (10..40_000)
                .map(|n| format!("https://m.example/{n}"))
                .collect();
            engine.accept(&many, &SaveOptions::default()).await.unwrap();
            let engine = open(&world).await.unwrap();
            assert_eq!(find(&engine, "m.example/3999").await.total, 11);
            assert_eq!(find(&engine, "title 1").await.total, 1);
            let log = world.disk().under("f:");
            assert!(log.len() <= 257, "{}", log.len());
        })
        .value();
}

#[test]
fn nothing_is_found_of_a_library_that_was_erased() {
    let world = World::new(68);
    let list = numbered(&world, 300);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            assert_eq!(find(&engine, "title").await.total, 300);
            engine.keep_catalogue().await;
            engine.erase_everything().await.unwrap();
            assert_eq!(find(&engine, "").await.total, 0);
            assert_eq!(find(&engine, "title").await.total, 0);
            assert!(world.disk().kept.borrow().is_empty());
            save(&engine, &list[..2]).await;
            // A copy that is being written meanwhile goes as well.
            assert_eq!(find(&engine, "title").await.total, 2);
            let (erased, ()) = join(engine.erase_everything(), engine.keep_catalogue()).await;
            erased.unwrap();
            assert!(world.disk().kept.borrow().is_empty());
            save(&engine, &list[..2]).await;
            engine.keep_catalogue().await;
            for engine in [engine, open(&world).await.unwrap()] {
                assert_eq!(find(&engine, "title").await.total, 2);
            }
        })
        .value();
}

#[test]
fn what_is_erased_of_the_trash_leaves_the_copy_too() {
    let world = World::new(69);
    let list = numbered(&world, 300);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            save(&engine, &list).await;
            assert_eq!(find(&engine, "299").await.total, 1);
            engine.keep_catalogue().await;
            let is_kept = || {
                let kept = world.disk().kept.borrow();
                let mut parts = kept.values();
                parts.any(|part| String::from_utf8_lossy(part).contains("title 299"))
            };
            assert!(is_kept());
            let one = LinkSelection::Category(LinkFilter {
                search: Some("title 299".to_owned()),
                ..LinkFilter::from("all")
            });
            engine.trash_links(&one).await.unwrap();
            assert_eq!(find(&engine, "299").await.total, 0);
            let trash = LinkQuery {
                category: "trash".to_owned(),
                ..search("299")
            };
            assert_eq!(titles(&engine, &trash).await, ["Title 299 제목"]);
            engine.empty_trash().await.unwrap();
            assert_eq!(titles(&engine, &trash).await.len(), 0);
            engine.keep_catalogue().await;
            assert!(!is_kept());
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

/// Whatever befalls the worker, a search finds what a worker finds that knows of no copy.
#[test]
fn a_search_finds_the_same_with_a_copy_and_without() {
    let mut crashes = 0;
    for seed in 0..20 {
        let world = World::new(seed);
        let list = numbered(&world, 400);
        for life in 0..12 {
            let lived = world.run(async {
                let engine = open(&world).await.unwrap();
                for _ in 0..world.below(4) {
                    let start = usize::try_from(world.below(380)).unwrap();
                    let some = &list[start..start + usize::try_from(world.below(20)).unwrap()];
                    let faults = [Fault::CrashBefore, Fault::CrashAfter, Fault::FailAfter];
                    if world.once_in(3) {
                        let quiet = vec![Fault::None; usize::try_from(world.below(4)).unwrap()];
                        world.disk().meet(quiet);
                        world.disk().meet([world.pick(&faults)]);
                    }
                    let options = SaveOptions::default();
                    let _ = engine.accept(some, &options).await;
                    if world.once_in(2) {
                        let _ = find(&engine, "title").await;
                    }
                    let _ = engine.run_jobs().await;
                    if world.once_in(2) {
                        let _ = find(&engine, "title").await;
                        world
                            .disk()
                            .keeps_until
                            .set(world.pick(&[None, None, Some(0), Some(1)]));
                        engine.keep_catalogue().await;
                    }
                }
                for words in ["title", "h1", "3", "제목 2"] {
                    assert_eq!(
                        find(&engine, words).await,
                        find(&forgetful(&world).await, words).await,
                        "{words} in life {life} of {seed}"
                    );
                }
            });
            crashes += u32::from(lived == Ended::Crashed);
            world.disk().writes.borrow_mut().clear();
        }
    }
    assert!(crashes > 15, "{crashes}");
}

/// A worker that has no copy.
async fn forgetful(world: &World) -> SimEngine {
    let engine = open(world).await.unwrap();
    let kept = world.disk().kept.take();
    find(&engine, "none").await;
    world.disk().kept.replace(kept);
    engine
}
