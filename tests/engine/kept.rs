//! The copy that is kept of what searching reads.

use futures_util::future::join;
use urlink::model::{LinkFilter, LinkQuery, LinkSelection, SaveOptions};

use super::finding::{find, holding, numbered, save, search, titles};
use super::simulation::{Ended, Fault, SimEngine, World, open};
use super::urls;

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
