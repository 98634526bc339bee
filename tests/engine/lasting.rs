//! What stays of operations of the library when the worker dies, when a write fails, and when a
//! record is damaged.

use urlink::model::{
    ChangeKind, LibraryError, LinkQuery, LinkSelection, SaveOptions, Settings, Theme,
};

use super::library_steps::{accept, counts};
use super::simulation::{Ended, Fault, World, audit, open};
use super::{all, many, urls, view};

#[test]
fn a_change_that_a_dying_worker_leaves_half_made_is_taken_back() {
    for whole_slices in 0..4 {
        for crash in [Fault::CrashBefore, Fault::CrashAfter] {
            let world = World::new(200);
            world
                .run(async {
                    let engine = open(&world).await.unwrap();
                    engine
                        .save_urls(&many(2_600), &SaveOptions::default())
                        .await
                        .unwrap();
                })
                .value();
            let before = world.disk().entries.borrow().clone();
            let mut faults = vec![Fault::None; whole_slices];
            faults.push(crash);
            let died = world.run(async {
                let engine = open(&world).await.unwrap();
                world.disk().meet(faults);
                engine.trash_links(&all()).await.unwrap();
                // Three slices: if the change was over by then, the worker dies of this.
                engine.set_settings(Settings::default()).await.unwrap();
            });
            assert_eq!(died, Ended::Crashed);
            audit(&world, true);
            let done = whole_slices + usize::from(crash == Fault::CrashAfter) >= 3;
            world
                .run(async {
                    let engine = open(&world).await.unwrap();
                    let expected = if done { (0, 2_600) } else { (2_600, 0) };
                    assert_eq!(counts(&engine), expected, "{whole_slices} {crash:?}");
                    if done {
                        let list = world.disk().value("u:list").unwrap();
                        let id = list[0]["change"]["id"].as_str().unwrap().into();
                        engine.undo(&id).await.unwrap();
                        assert_eq!(counts(&engine), (2_600, 0));
                    }
                })
                .value();
            audit(&world, true);
            let now = world.disk().entries.borrow();
            let user = |text: &str| {
                let link: serde_json::Value = serde_json::from_str(text).unwrap();
                (
                    link["deleted"].clone(),
                    link["category"].clone(),
                    link["user"].clone(),
                )
            };
            for (key, link) in before.iter().filter(|(key, _)| key.starts_with("l:")) {
                assert_eq!(user(link), user(&now[key]));
            }
        }
    }
}

#[test]
fn a_change_that_fails_midway_changes_nothing() {
    let world = World::new(201);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&many(2_600), &SaveOptions::default())
                .await
                .unwrap();
            world.disk().meet([Fault::None, Fault::None, Fault::Full]);
            let failed = engine.trash_links(&all()).await;
            assert_eq!(failed, Err(LibraryError::StorageFull));
            assert_eq!(counts(&engine), (2_600, 0));
            assert_eq!(
                world
                    .disk()
                    .value("u:list")
                    .unwrap()
                    .as_array()
                    .unwrap()
                    .len(),
                0
            );
        })
        .value();
    audit(&world, true);
}

#[test]
fn the_last_twenty_changes_can_be_undone_after_the_worker_was_stopped() {
    let world = World::new(204);
    let made = world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, &many(30)).await;
            let mut made = Vec::new();
            for link in view(&engine, "all").await.into_iter().take(25) {
                let one = LinkSelection::Links(vec![link.id]);
                made.push(engine.favourite_links(&one, true).await.unwrap().id);
            }
            made
        })
        .value();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_eq!(engine.undo(&made[4]).await, Err(LibraryError::NoSuchChange));
            engine.undo(&made[24]).await.unwrap();
            engine.undo(&made[6]).await.unwrap();
            assert_eq!(engine.list_categories().favourites, 23);
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_rebuilt_library_has_its_trash_and_its_tags() {
    for damage in ["i:trash:0", "c:categories", "c:tags"] {
        let world = World::new(208);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                engine
                    .save_urls(&many(5), &SaveOptions::default())
                    .await
                    .unwrap();
                let tags = urlink::model::TagEdit {
                    add: urls(&["kept"]),
                    remove: Vec::new(),
                };
                engine.tag_links(&all(), &tags).await.unwrap();
                let pair = view(&engine, "all").await.into_iter().take(2);
                let pair = LinkSelection::Links(pair.map(|link| link.id).collect());
                engine.trash_links(&pair).await.unwrap();
                world
                    .disk()
                    .entries
                    .borrow_mut()
                    .insert(damage.to_owned(), "{".to_owned());
                let engine = open(&world).await.unwrap();
                assert_eq!(counts(&engine), (3, 2), "{damage}");
                assert_eq!(engine.list_tags()[0].count, 3);
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn changes_whose_list_is_damaged_are_forgotten_and_nothing_else() {
    let world = World::new(209);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, &many(5)).await;
            let change = engine.trash_links(&all()).await.unwrap();
            world
                .disk()
                .entries
                .borrow_mut()
                .insert("u:list".to_owned(), "[{".to_owned());
            let engine = open(&world).await.unwrap();
            assert_eq!(counts(&engine), (0, 5));
            assert_eq!(
                engine.undo(&change.id).await,
                Err(LibraryError::NoSuchChange)
            );
            let back = engine
                .restore_links(&LinkSelection::Category("trash".into()))
                .await;
            assert_eq!(
                (back.unwrap().kind, counts(&engine)),
                (ChangeKind::Restore, (5, 0))
            );
        })
        .value();
    audit(&world, false);
}

#[test]
fn everything_is_erased_also_where_the_worker_dies_of_it() {
    for faults in [
        vec![],
        vec![Fault::CrashAfter],
        vec![Fault::None, Fault::CrashBefore],
    ] {
        let world = World::new(211);
        let dies = !faults.is_empty();
        let ended = world.run(async {
            let engine = open(&world).await.unwrap();
            engine.create_category("c").await.unwrap();
            accept(&engine, &many(700)).await;
            let settings = Settings {
                theme: Theme::Dark,
                ..Settings::default()
            };
            engine.set_settings(settings).await.unwrap();
            world.disk().meet(faults);
            engine.erase_everything().await.unwrap();
            accept(&engine, &many(1)).await;
            assert_eq!(counts(&engine), (1, 0));
        });
        assert_eq!(ended == Ended::Crashed, dies);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                let list = engine.list_categories();
                assert_eq!((list.all, list.categories.len()), (u32::from(!dies), 0));
                assert_eq!(engine.settings(), Settings::default());
                let query = LinkQuery {
                    category: "all".to_owned(),
                    ..LinkQuery::default()
                };
                assert_eq!(
                    engine.query_ids(&query).await.unwrap().len(),
                    usize::from(!dies)
                );
            })
            .value();
        audit(&world, true);
    }
}
