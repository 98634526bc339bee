//! Lists that can be read, and say less than there is, or something else.

use serde_json::{Value, json};
use urlink::model::{JobState, Preset, SaveOptions};

use super::many;
use super::reminder_steps::{list, preset};
use super::simulation::{World, audit, open};
use super::spoilt::{edit, here, rich};

/// Two jobs that wait, and a list of them that was changed so.
fn assert_both_read(what: &str, damage: impl FnOnce(&mut Vec<Value>)) {
    let world = World::new(81);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.accept(&many(300), &options).await.unwrap();
            engine.accept(&many(400), &options).await.unwrap();
        })
        .value();
    edit(&world, "j:list", |list| {
        damage(list.as_array_mut().unwrap());
    });
    let hurt = world.disk().value("j:list").unwrap().to_string();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let waiting = engine.list_jobs().into_iter().map(|job| job.counts.waiting);
            assert_eq!(waiting.collect::<Vec<_>>(), [100, 300], "{what}");
            // What is mended is not looked for once more.
            world.disk().unlistable.set(true);
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            let over = engine.list_jobs().into_iter().map(|job| job.state);
            assert_eq!(over.collect::<Vec<_>>(), [JobState::Done; 2], "{what}");
            assert_eq!(world.sites().requests.borrow().len(), 400);
        })
        .value();
    let aside = world.disk().under("d:");
    assert!(
        aside.values().any(|kept| *kept == hurt),
        "{what}: {aside:?}"
    );
    audit(&world, true);
}

#[test]
fn jobs_that_their_list_does_not_name_go_on() {
    assert_both_read("none", Vec::clear);
    assert_both_read("one", |ids| drop(ids.remove(0)));
    assert_both_read("one twice", |ids| ids[1] = ids[0].clone());
    assert_both_read("another", |ids| ids[0] = json!("nobody"));
}

#[test]
fn reminders_that_their_list_does_not_name_ring() {
    for damage in ["[]", "[\"nobody\"]"] {
        let world = here();
        world.run(async { rich(&world).await }).value();
        let mut entries = world.disk().entries.borrow_mut();
        entries.insert("r:list".to_owned(), damage.to_owned());
        drop(entries);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                assert_eq!(list(&engine).await.pending.len(), 2, "{damage}");
                world.disk().unlistable.set(true);
                open(&world).await.unwrap();
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn a_list_that_lost_jobs_with_their_records_is_believed_at_the_next_start() {
    let world = World::new(82);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&many(3), &options).await.unwrap();
            let keys: Vec<String> = world.disk().under("j:").into_keys().collect();
            let of_job = keys.into_iter().filter(|key| key != "j:claims");
            for key in of_job {
                world.disk().entries.borrow_mut().remove(&key);
            }
            let engine = open(&world).await.unwrap();
            assert!(engine.list_jobs().is_empty());
            world.disk().unlistable.set(true);
            open(&world).await.unwrap();
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_library_is_opened_without_what_its_last_write_said() {
    for damage in [None, Some("7"), Some("\"0123456789abcdef\""), Some("{")] {
        let world = here();
        world
            .run(async {
                let engine = rich(&world).await;
                let wish = preset(Preset::TomorrowMorning);
                let link = super::view(&engine, "all").await.remove(0).id;
                engine.set_reminder(&link, &wish).await.unwrap();
                let key = "m:write".to_owned();
                match damage {
                    Some(text) => {
                        let mut entries = world.disk().entries.borrow_mut();
                        entries.insert(key, text.to_owned());
                    }
                    None => drop(world.disk().unreadable.borrow_mut().insert(key)),
                }
                let engine = open(&world).await.unwrap();
                assert_eq!(engine.list_categories().all, 22);
                assert_eq!(engine.list_jobs().len(), 2);
                assert!(list(&engine).await.pending.len() > 1);
            })
            .value();
    }
}
