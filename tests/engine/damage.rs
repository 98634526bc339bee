//! What becomes of records that are damaged, and of libraries of other versions.

use urlink::engine::export::{Format, chosen_language, export};
use urlink::model::{JobState, Language, LibraryError, LinkSelection, SaveOptions, Settings};

use super::simulation::{SimStore, World, audit, open};
use super::storage::many;
use super::{urls, view};

/// A library whose `m:meta` is this is not opened, and nothing of it is written.
fn assert_left_alone(seed: u64, meta: &str, error: LibraryError) {
    let world = World::new(seed);
    let entry = ("m:meta".to_owned(), meta.to_owned());
    world.disk().entries.borrow_mut().extend([entry]);
    let before = world.disk().entries.borrow().clone();
    let refused = world.run(async { open(&world).await.err() }).value();
    assert_eq!(refused, Some(error));
    assert_eq!(*world.disk().entries.borrow(), before);
}

#[test]
fn a_library_of_a_newer_version_is_left_alone() {
    assert_left_alone(31, r#"{"schema":4}"#, LibraryError::NewerVersion);
}

#[test]
fn a_record_that_is_gone_or_damaged_ends_its_job_all_the_same() {
    let world = World::new(39);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(3), &SaveOptions::default())
                .await
                .unwrap();
            let keys: Vec<String> = world.disk().under("l:").into_keys().collect();
            world.disk().entries.borrow_mut().remove(&keys[0]);
            world
                .disk()
                .entries
                .borrow_mut()
                .insert(keys[1].clone(), "{\"id\":".to_owned());
            engine.run_jobs().await.unwrap();
            let done = &engine.list_jobs()[0];
            assert_eq!(
                (done.state, done.counts.saved, done.counts.failed),
                (JobState::Done, 1, 2)
            );
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!((report.saved.len(), report.failed.len()), (1, 2));
        })
        .value();
}

#[test]
fn a_damaged_index_is_made_anew_from_the_links() {
    for damage in ["i:-:0", "c:categories", "m:meta"] {
        for lost in [true, false] {
            if damage == "m:meta" && !lost {
                continue;
            }
            let world = World::new(40);
            world
                .run(async {
                    let engine = open(&world).await.unwrap();
                    let category = engine.create_category("Kept").await.unwrap();
                    let options = SaveOptions {
                        category: Some(category.id),
                        ..SaveOptions::default()
                    };
                    engine.save_urls(&many(700), &options).await.unwrap();
                    let more = urls(&["https://more.example/"]);
                    engine
                        .save_urls(&more, &SaveOptions::default())
                        .await
                        .unwrap();
                    let before = (view(&engine, "all").await, engine.list_categories().all);
                    {
                        let mut entries = world.disk().entries.borrow_mut();
                        if lost {
                            entries.remove(damage);
                        } else {
                            entries.insert(damage.to_owned(), "\"{".to_owned());
                        }
                    }
                    let engine = open(&world).await.unwrap();
                    let after = (view(&engine, "all").await, engine.list_categories().all);
                    assert_eq!(before, after, "{damage}");
                    let categories = engine.list_categories().categories;
                    let name = if damage == "c:categories" {
                        "Recovered 1"
                    } else {
                        "Kept"
                    };
                    assert_eq!((&*categories[0].name, categories[0].count), (name, 700));
                })
                .value();
            audit(&world, true);
        }
    }
}

#[test]
fn a_version_that_cannot_be_read_is_left_alone() {
    assert_left_alone(41, "{", LibraryError::StorageDamaged);
}

#[test]
fn what_is_whole_can_be_exported_from_a_library_that_does_not_open() {
    let world = World::new(42);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let category = engine.create_category("A & B").await.unwrap();
            let options = SaveOptions {
                category: Some(category.id),
                ..SaveOptions::default()
            };
            let list = urls(&["https://a.example/?x=1&y=\"2\"", "https://b.example/"]);
            engine.save_urls(&list, &options).await.unwrap();
            let all = LinkSelection::Category("all".into());
            engine.favourite_links(&all, true).await.unwrap();
            let more = many(300);
            engine
                .save_urls(&more, &SaveOptions::default())
                .await
                .unwrap();
        })
        .value();
    let hurt = world.disk().under("l:").into_keys().next_back().unwrap();
    let erased = "l:erased".to_owned();
    {
        let mut entries = world.disk().entries.borrow_mut();
        entries.insert("m:meta".to_owned(), "{".to_owned());
        entries.insert(hurt.clone(), "{\"url\":\"https://".to_owned());
        let gone = serde_json::to_string(&[&erased]).unwrap();
        entries.insert("m:gone".to_owned(), gone);
        entries.insert(
            erased.clone(),
            "{\"url\":\"https://erased.example/\"}".to_owned(),
        );
    }
    let before = world.disk().entries.borrow().clone();
    let (json, html) = world
        .run(async {
            assert_eq!(open(&world).await.err(), Some(LibraryError::StorageDamaged));
            let store = SimStore::new(&world);
            // One group of records cannot be read at once, but one by one.
            world.disk().failing_reads.set(1);
            let json = export(&store, Format::Json).await.unwrap();
            (json, export(&store, Format::Bookmarks).await.unwrap())
        })
        .value();
    assert_eq!(*world.disk().entries.borrow(), before, "nothing is changed");

    let all: serde_json::Value = serde_json::from_str(&json.text).unwrap();
    let records = all["records"].as_object().unwrap();
    let kept = before.keys().filter(|key| **key != erased);
    let (internal, kept): (Vec<_>, Vec<_>) = kept.partition(|key| {
        key.starts_with("u:") || key.starts_with("f:") || ["m:gone", "m:write"].contains(&&***key)
    });
    assert!(internal.len() > 4, "{internal:?}");
    assert!(
        records.keys().eq(kept),
        "what urLink keeps for itself stays"
    );
    assert_eq!(records[&hurt], "{\"url\":\"https://");
    assert_eq!((json.links, json.damaged), (301, 2));

    assert_eq!((html.links, html.damaged), (301, 1));
    assert_eq!(html.text.matches("<DT><A ").count(), 301);
    assert!(html.text.contains("<H3>A &amp; B</H3>"));
    let link =
        "<A HREF=\"https://a.example/?x=1&amp;y=%222%22\" ADD_DATE=\"1795305600\">A page</A>";
    assert!(html.text.contains(link), "{}", html.text);
}

#[test]
fn the_language_of_a_library_that_does_not_open_can_be_read() {
    let world = World::new(48);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let store = SimStore::new(&world);
            assert_eq!(chosen_language(&store).await, None, "none was chosen");
            let korean = Settings {
                language: Some(Language::Ko),
                ..engine.settings()
            };
            engine.set_settings(korean).await.unwrap();
            let meta = ("m:meta".to_owned(), "{".to_owned());
            world.disk().entries.borrow_mut().extend([meta]);
            assert!(open(&world).await.is_err());
            assert_eq!(chosen_language(&store).await, Some(Language::Ko));
            world.disk().failing_reads.set(1);
            assert_eq!(chosen_language(&store).await, None);
        })
        .value();
}

#[test]
fn a_queue_of_an_older_version_goes_on() {
    let world = World::new(43);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&many(3), &SaveOptions::default())
                .await
                .unwrap();
        })
        .value();
    {
        // Before there were claims, holds and urgent jobs.
        let mut entries = world.disk().entries.borrow_mut();
        entries.remove("j:claims");
        let jobs = entries.iter_mut().filter(|(key, _)| key.starts_with("j:"));
        for (_, value) in jobs {
            let Ok(serde_json::Value::Object(mut job)) = serde_json::from_str(value) else {
                continue;
            };
            for new in ["hold", "urgent", "problems"] {
                job.remove(new);
            }
            *value = serde_json::Value::Object(job).to_string();
        }
    }
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            let job = &engine.list_jobs()[0];
            assert_eq!((job.state, job.counts.saved), (JobState::Done, 3));
        })
        .value();
}

#[test]
fn a_damaged_job_is_made_anew_from_its_lines_and_goes_on() {
    for damage in ["list", "job"] {
        for lost in [true, false] {
            let world = World::new(44);
            world
                .run(async {
                    let engine = open(&world).await.unwrap();
                    engine
                        .accept(&many(600), &SaveOptions::default())
                        .await
                        .unwrap();
                })
                .value();
            let job =
                world.disk().under("j:").into_keys().find(|key| {
                    key.matches(':').count() == 1 && key != "j:list" && key != "j:claims"
                });
            let hurt = if damage == "list" {
                "j:list".to_owned()
            } else {
                job.unwrap()
            };
            {
                let mut entries = world.disk().entries.borrow_mut();
                if lost && damage == "job" {
                    entries.remove(&hurt);
                } else {
                    entries.insert(hurt.clone(), "[\"".to_owned());
                }
            }
            world
                .run(async {
                    let engine = open(&world).await.unwrap();
                    let job = engine.list_jobs().remove(0);
                    assert_eq!((job.state, job.total), (JobState::Running, 600));
                    engine.run_jobs().await.unwrap();
                    let job = engine.list_jobs().remove(0);
                    assert_eq!((job.state, job.counts.saved), (JobState::Done, 600));
                    let more = urls(&["https://more.example/"]);
                    engine
                        .save_urls(&more, &SaveOptions::default())
                        .await
                        .unwrap();
                    assert_eq!(engine.list_jobs().len(), 2);
                })
                .value();
            let aside = world.disk().under("d:");
            let kept = aside.values().any(|text| text == "[\"");
            assert!(kept || (lost && damage == "job"), "{aside:?}");
            audit(&world, true);
        }
    }
}
