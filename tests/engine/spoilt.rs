//! What is left of a library some of whose records are lost, cannot be read, or are at odds.

use serde_json::{Value, json};
use urlink::engine::export::{Format, export};
use urlink::model::{
    JobState, Language, LibraryError, LinkSelection, Preset, SaveOptions, Settings, TagEdit, Theme,
};

use super::reminder_steps::{list, preset, world};
use super::simulation::{SimEngine, SimStore, World, audit, open};
use super::{all, many, urls, view};

/// A library with a category of its own, links in it and beside it, tags, and two reminders.
pub(super) async fn rich(world: &World) -> SimEngine {
    let engine = open(world).await.unwrap();
    let category = engine.create_category("Kept").await.unwrap();
    let options = SaveOptions {
        category: Some(category.id),
        ..SaveOptions::default()
    };
    engine.save_urls(&many(20), &options).await.unwrap();
    let more = urls(&["https://a.example/", "https://b.example/"]);
    engine
        .save_urls(&more, &SaveOptions::default())
        .await
        .unwrap();
    let tags = TagEdit {
        add: vec!["blue".to_owned()],
        ..TagEdit::default()
    };
    engine.tag_links(&all(), &tags).await.unwrap();
    for link in view(&engine, "unsorted").await {
        let wish = preset(Preset::TomorrowMorning);
        engine.set_reminder(&link.id, &wish).await.unwrap();
    }
    engine
}

pub(super) fn here() -> World {
    world(80, "Asia/Seoul", "2026-11-23T09:00")
}

/// Changes what is stored under a key.
pub(super) fn edit(world: &World, key: &str, change: impl FnOnce(&mut Value)) {
    let mut value = world.disk().value(key).unwrap();
    change(&mut value);
    let mut entries = world.disk().entries.borrow_mut();
    entries.insert(key.to_owned(), value.to_string());
}

/// All that a person sees of the library, in words.
async fn seen(engine: &SimEngine) -> String {
    let categories = engine.list_categories();
    let names = categories
        .categories
        .iter()
        .map(|one| (&*one.name, one.count));
    let names: Vec<_> = names.collect();
    let links = view(engine, "all").await;
    let links: Vec<_> = links.iter().map(|link| (&link.url, &link.tags)).collect();
    let jobs = engine.list_jobs();
    let jobs: Vec<_> = jobs.iter().map(|job| (job.state, job.total)).collect();
    let reminders = list(engine).await.pending.len();
    format!(
        "{} {names:?} {links:?} {jobs:?} {reminders}",
        categories.all
    )
}

/// The same is seen after the damage as before, and after the next start too.
fn assert_mended(what: &str, damage: impl FnOnce(&World)) {
    let world = here();
    let before = world.run(async { seen(&rich(&world).await).await }).value();
    damage(&world);
    for _ in 0..2 {
        let after = world
            .run(async { seen(&open(&world).await.unwrap()).await })
            .value();
        assert_eq!(before, after, "{what}");
    }
    audit(&world, true);
}

#[test]
fn lists_that_are_lost_are_found_by_the_keys() {
    for key in [
        "j:list",
        "r:list",
        "c:tags",
        "m:meta",
        "f:touched",
        "j:claims",
    ] {
        assert_mended(key, |world| {
            world.disk().entries.borrow_mut().remove(key);
        });
    }
}

#[test]
fn an_index_at_odds_with_its_counts_is_made_anew_and_the_categories_keep_their_names() {
    let category = |world: &World| {
        let keys = world.disk().under("i:").into_keys();
        let mut own = keys.filter(|key| !key.starts_with("i:-") && !key.starts_with("i:trash"));
        own.next().unwrap()
    };
    assert_mended("tags", |world| {
        edit(world, "c:tags", |tags| *tags = json!(7));
    });
    assert_mended("no chunks", |world| {
        edit(world, "c:categories", |it| {
            for (_, count) in it["chunks"].as_object_mut().unwrap() {
                *count = json!(0);
            }
        });
    });
    assert_mended("four thousand million chunks", |world| {
        edit(world, "c:categories", |it| {
            it["chunks"]["-"] = json!(u32::MAX);
        });
    });
    assert_mended("the counts", |world| {
        edit(world, "c:categories", |it| it["all"] = json!(7));
    });
    assert_mended("a category twice", |world| {
        edit(world, "c:categories", |it| {
            let first = it["categories"][0].clone();
            it["categories"].as_array_mut().unwrap().push(first);
        });
    });
    assert_mended("an empty chunk", |world| {
        edit(world, &category(world), |chunk| *chunk = json!(""));
    });
    assert_mended("a chunk in the place of another", |world| {
        let other = world.disk().value("i:-:0").unwrap();
        edit(world, &category(world), |chunk| *chunk = other);
    });
}

#[test]
fn categories_that_are_no_record_are_put_aside_and_no_link_is_lost_of_sight() {
    for text in ["{}", "[]", "null", r#"{"categories":[]}"#] {
        let world = here();
        world.run(async { rich(&world).await }).value();
        world
            .disk()
            .entries
            .borrow_mut()
            .insert("c:categories".to_owned(), text.to_owned());
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                let list = engine.list_categories();
                assert_eq!((list.all, list.categories[0].count), (22, 20), "{text}");
                assert_eq!(list.categories[0].name, "Recovered 1");
            })
            .value();
        let aside = world.disk().under("d:");
        assert!(aside.values().any(|kept| kept == text), "{aside:?}");
        audit(&world, true);
    }
}

#[test]
fn a_category_that_is_lost_leaves_its_links_in_sight() {
    let world = here();
    world
        .run(async {
            rich(&world).await;
            edit(&world, "c:categories", |it| it["categories"] = json!([]));
            let engine = open(&world).await.unwrap();
            let list = engine.list_categories();
            assert_eq!((list.all, list.categories[0].count), (22, 20));
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_category_that_cannot_be_read_costs_its_own_name_alone() {
    for damage in ["name", "id", "created"] {
        let world = here();
        world
            .run(async {
                let engine = rich(&world).await;
                let other = engine.create_category("Other").await.unwrap();
                let more = LinkSelection::Category("unsorted".into());
                engine.move_links(&more, Some(&other.id)).await.unwrap();
                edit(&world, "c:categories", |it| {
                    it["categories"][1][damage] = json!([1]);
                });
                let engine = open(&world).await.unwrap();
                let list = engine.list_categories();
                let categories = list.categories.iter();
                let names: Vec<_> = categories.map(|one| (&*one.name, one.count)).collect();
                assert_eq!(names, [("Other", 2), ("Recovered 2", 20)], "{damage}");
                assert_eq!(list.all, 22);
                open(&world).await.unwrap();
            })
            .value();
        audit(&world, true);
        let aside: Vec<Value> = world.disk().under("d:").into_values().collect();
        assert_eq!(aside.len(), 1, "once");
        assert!(aside[0].as_str().unwrap().contains("[1]"));
    }
}

#[test]
fn settings_that_cannot_be_read_are_put_aside() {
    let world = here();
    world
        .run(async {
            let engine = rich(&world).await;
            let korean = Settings {
                language: Some(Language::Ko),
                ..engine.settings()
            };
            engine.set_settings(korean).await.unwrap();
            edit(&world, "s:settings", |it| it["theme"] = json!(12));
            let engine = open(&world).await.unwrap();
            let settings = engine.settings();
            assert_eq!(settings.language, Some(Language::Ko), "it can be read");
            assert_eq!(settings.theme, Theme::System);
            engine.set_settings(Settings::default()).await.unwrap();
            open(&world).await.unwrap();
        })
        .value();
    let aside: Vec<Value> = world.disk().under("d:").into_values().collect();
    assert_eq!(aside.len(), 1, "once");
    assert!(aside[0].as_str().unwrap().contains(r#""language":"ko""#));
}

#[test]
fn what_may_not_be_lost_and_cannot_be_read_is_named_and_left_alone_and_given_out() {
    for key in ["m:meta", "c:categories", "j:list", "r:list"] {
        let world = here();
        world.run(async { rich(&world).await }).value();
        world.disk().unreadable.borrow_mut().insert(key.to_owned());
        let before = world.disk().entries.borrow().clone();
        world
            .run(async {
                let refused = open(&world).await.err();
                assert_eq!(refused, Some(LibraryError::StorageDamaged), "{key}");
                let given = export(&SimStore::new(&world), Format::Bookmarks).await;
                assert_eq!(given.unwrap().links, 22);
            })
            .value();
        assert_eq!(*world.disk().entries.borrow(), before);
    }
}

#[test]
fn what_can_be_read_is_given_out_though_the_keys_cannot_be_listed() {
    let world = here();
    world
        .run(async {
            rich(&world).await;
            let store = SimStore::new(&world);
            world.disk().unlistable.set(true);
            let whole = export(&store, Format::Json).await.unwrap();
            assert_eq!((whole.links, whole.damaged), (22, 0));
            for kind in ["\"r:", "\"c:categories"] {
                assert!(whole.text.contains(kind), "{kind}");
            }
            let link = world.disk().under("l:").into_keys().next().unwrap();
            world.disk().unreadable.borrow_mut().insert(link);
            let bookmarks = export(&store, Format::Bookmarks).await.unwrap();
            assert_eq!((bookmarks.links, bookmarks.damaged), (21, 1));
            assert!(bookmarks.text.contains("<H3>Kept</H3>"));
            let shelves = "c:categories".to_owned();
            world.disk().unreadable.borrow_mut().insert(shelves);
            let refused = export(&store, Format::Bookmarks).await;
            assert_eq!(refused, Err(LibraryError::StorageDamaged));
        })
        .value();
}

#[test]
fn a_job_with_more_lines_than_there_can_be_ends() {
    let world = here();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine.accept(&many(20), &SaveOptions::default()).await;
            let key = format!("j:{}", job.unwrap().id);
            edit(&world, &key, |job| job["lines"] = json!(u32::MAX));
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            let job = &engine.list_jobs()[0];
            assert_eq!((job.state, job.counts.saved), (JobState::Done, 20));
        })
        .value();
    audit(&world, true);
}
