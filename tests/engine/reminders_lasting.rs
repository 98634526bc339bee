//! What becomes of reminders when their links go, and when workers and stores do what they do.

use urlink::engine::ports::Clock as _;
use urlink::model::{LibraryError, LinkSelection, ReminderList, SaveOptions};

use super::reminder_steps::{HOUR, MINUTE, at, library, list, ring, walls, world};
use super::simulation::{Ended, Fault, open};
use super::{urls, view};

#[test]
fn reminders_go_with_their_links_and_come_back_with_them() {
    let world = world(412, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let category = engine.create_category("Read").await.unwrap().id;
            let options = SaveOptions {
                category: Some(category.clone()),
                ..SaveOptions::default()
            };
            engine
                .accept(&urls(&["https://a.example/"]), &options)
                .await
                .unwrap();
            let link = view(&engine, "all").await.remove(0).id;
            let set = engine
                .set_reminder(&link, &at("2026-11-23T09:00"))
                .await
                .unwrap()
                .reminder;
            let deleted = engine.delete_category(&category).await.unwrap();
            assert_eq!(list(&engine).await, ReminderList::default());
            assert_eq!(engine.alarm(None), None);
            assert_eq!(view(&engine, "trash").await[0].reminder, None);
            world.set_clock(set.due.unwrap() + HOUR);
            assert!(ring(&engine).await.is_empty(), "nobody waits for it");
            engine.undo(&deleted.id).await.unwrap();
            let rung = ring(&engine).await;
            assert_eq!(walls(&world, &rung), ["2026-11-23T09:00"]);
            assert!(rung[0].rang.unwrap().missed);

            // Moving leaves them alone, erasing does not.
            let one = LinkSelection::Links(vec![link.clone()]);
            engine
                .set_reminder(&link, &at("2026-11-24T09:00"))
                .await
                .unwrap();
            engine.move_links(&one, None).await.unwrap();
            assert_eq!(list(&engine).await.pending.len(), 1);
            let cancelled = engine.cancel_reminders(&[set.id]).await.unwrap();
            assert_eq!(cancelled.links, 0);
            let cleared = engine.dismiss_reminders(None).await.unwrap();
            engine.trash_links(&one).await.unwrap();
            engine.erase_links(&one).await.unwrap();
            assert!(engine.undo(&cleared.id).await.unwrap().links == 0);
            let left: Vec<String> = world.disk().entries.borrow().keys().cloned().collect();
            let left: Vec<&String> = left.iter().filter(|key| key.starts_with("r:")).collect();
            assert_eq!(left, ["r:list"]);
            assert_eq!(world.disk().value("r:list").unwrap(), serde_json::json!([]));
        })
        .value();
}

#[test]
fn a_worker_that_dies_rings_again_rather_than_not_at_all() {
    for crash in [Fault::CrashBefore, Fault::CrashAfter] {
        let world = world(413, "Asia/Seoul", "2026-11-23T08:30");
        let due = world
            .run(async {
                let (engine, link) = library(&world).await;
                let set = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
                set.unwrap().reminder.due.unwrap()
            })
            .value();
        world.set_clock(due);
        let died = world.run(async {
            let engine = open(&world).await.unwrap();
            world.disk().meet([crash]);
            engine.ring(None).await.unwrap();
            // It has rung, and dies before it has told anybody.
            world.disk().meet([Fault::CrashBefore]);
            engine.told(&[]).await.unwrap();
            engine.create_category("x").await.unwrap();
        });
        assert_eq!(died, Ended::Crashed);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                assert_eq!(ring(&engine).await.len(), 1, "{crash:?}");
                drop(engine);
                let engine = open(&world).await.unwrap();
                assert!(
                    ring(&engine).await.is_empty(),
                    "and once only, when it was told"
                );
                assert_eq!(list(&engine).await.unread, 1);
            })
            .value();
    }
}

#[test]
fn a_store_that_is_full_puts_the_ringing_off() {
    let world = world(414, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let set = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            let due = set.unwrap().reminder.due.unwrap();
            world.set_clock(due);
            world.disk().meet([Fault::Full]);
            assert_eq!(engine.ring(None).await, Err(LibraryError::StorageFull));
            assert_eq!(
                engine.alarm(None),
                Some(world.now() + MINUTE),
                "not over and over"
            );
            world.set_clock(due + MINUTE);
            assert_eq!(ring(&engine).await.len(), 1);
        })
        .value();
}

#[test]
fn a_damaged_reminder_takes_no_other_with_it() {
    let world = world(415, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let first = engine
                .set_reminder(&link, &at("2026-11-23T09:00"))
                .await
                .unwrap()
                .reminder;
            let second = engine
                .set_reminder(&link, &at("2026-11-23T10:00"))
                .await
                .unwrap()
                .reminder;
            drop(engine);
            let damaged = "{\"id\":\"cut o".to_owned();
            let key = format!("r:{}", first.id);
            world
                .disk()
                .entries
                .borrow_mut()
                .insert(key.clone(), damaged.clone());
            let engine = open(&world).await.unwrap();
            assert_eq!(list(&engine).await.pending, std::slice::from_ref(&second));
            let aside = world
                .disk()
                .entries
                .borrow()
                .iter()
                .find(|(name, _)| name.starts_with("d:") && name.ends_with(&key))
                .map(|(_, text)| serde_json::from_str::<String>(text).unwrap());
            assert_eq!(aside, Some(damaged));
            drop(engine);
            // A damaged list is made anew from what is there.
            world
                .disk()
                .entries
                .borrow_mut()
                .insert("r:list".into(), "[".into());
            let engine = open(&world).await.unwrap();
            assert_eq!(list(&engine).await.pending, [second]);
            assert_eq!(
                world
                    .disk()
                    .value("r:list")
                    .unwrap()
                    .as_array()
                    .unwrap()
                    .len(),
                1
            );
        })
        .value();
}
