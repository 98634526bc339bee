//! Reminders: set, rung, cancelled, of one link and of many.

use urlink::engine::ports::{Calendar as _, Clock as _};
use urlink::model::{
    ChangeKind, Civil, LibraryError, LinkId, LinkSelection, ReminderList, ReminderWish, Repeat,
    SaveOptions,
};

use super::reminder_steps::{HOUR, MINUTE, at, each, library, list, ring, walls, world};
use super::simulation::{Fault, open};
use super::{urls, view};

#[test]
fn a_reminder_rings_once_at_its_time() {
    let world = world(400, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            assert_eq!(engine.alarm(None), None);
            let set = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            let set = set.unwrap().reminder;
            assert_eq!(set.at.to_string(), "2026-11-23T09:00");
            assert_eq!(
                (set.title.as_str(), set.url.as_str()),
                ("a.example", "https://a.example/")
            );
            let due = set.due.unwrap();
            assert_eq!(
                Some(due),
                world.instant(Civil::parse("2026-11-23T09:00").unwrap())
            );
            assert_eq!(engine.alarm(None), Some(due));
            assert_eq!(view(&engine, "all").await[0].reminder, Some(due));
            let twice = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            assert_eq!(twice.unwrap().reminder.id, set.id, "not doubled");

            world.set_clock(due);
            let rung = ring(&engine).await;
            assert_eq!(walls(&world, &rung), ["2026-11-23T09:00"]);
            assert!(!rung[0].rang.unwrap().missed);
            let now = list(&engine).await;
            assert_eq!((now.rang.len(), now.pending.len(), now.unread), (1, 0, 1));
            assert_eq!(engine.unread_reminders(), 1);
            assert_eq!(view(&engine, "all").await[0].reminder, None);
            assert_eq!(engine.alarm(Some(due + HOUR)), None);

            engine.read_reminders(Some(&[set.id])).await.unwrap();
            assert_eq!(list(&engine).await.unread, 0);
            assert_eq!(list(&engine).await.rang.len(), 1);
        })
        .value();
}

#[test]
fn a_time_that_is_over_or_none_is_refused() {
    let world = world(401, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            world.set_clock(world.now() + 20_000);
            for (wish, error) in [
                (at("2026-11-23T08:29"), LibraryError::ReminderPast),
                (at("2026-11-23T08:30"), LibraryError::ReminderPast),
                (at("2025-11-23T09:00"), LibraryError::ReminderPast),
                (at("2027-02-29T09:00"), LibraryError::ReminderTime),
                (at("soon"), LibraryError::ReminderTime),
                (at(""), LibraryError::ReminderTime),
                (ReminderWish::default(), LibraryError::ReminderTime),
            ] {
                let refused = engine.set_reminder(&link, &wish).await;
                assert_eq!(refused, Err(error), "{wish:?}");
            }
            let set = engine.set_reminder(&link, &at("2026-11-23T08:31")).await;
            let id = set.unwrap().reminder.id;
            let past = at("2026-11-22T08:31");
            let refused = engine.edit_reminder(&id, &past).await;
            assert_eq!(refused, Err(LibraryError::ReminderPast));
            let refused = engine.snooze_reminder(&id, &past).await;
            assert_eq!(refused, Err(LibraryError::ReminderPast));
            assert_eq!(
                list(&engine).await.pending[0].at.to_string(),
                "2026-11-23T08:31"
            );

            let nothing = engine
                .set_reminder(&"no-link".into(), &at("2027-01-01T09:00"))
                .await;
            assert_eq!(nothing, Err(LibraryError::NoSuchLink));
            let one = LinkSelection::Links(vec![link.clone()]);
            engine.trash_links(&one).await.unwrap();
            let trashed = engine.set_reminder(&link, &at("2027-01-01T09:00")).await;
            assert_eq!(trashed, Err(LibraryError::InTrash));
            let gone = engine
                .edit_reminder(&"none".into(), &at("2027-01-01T09:00"))
                .await;
            assert_eq!(gone, Err(LibraryError::NoSuchReminder));
        })
        .value();
}

#[test]
fn the_alarm_is_left_alone_unless_it_is_late() {
    let world = world(409, "Europe/Berlin", "2026-11-23T08:00");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let set = engine.set_reminder(&link, &at("2026-11-23T12:00")).await;
            let due = set.unwrap().reminder.due.unwrap();
            let now = world.now();
            // Nothing tells a worker of another time zone: it looks once an hour.
            assert_eq!(engine.alarm(None), Some(now + HOUR));
            for elapsed in [0, 1, 30 * MINUTE, HOUR - 1] {
                world.set_clock(now + elapsed);
                assert_eq!(engine.alarm(Some(now + HOUR)), Some(now + HOUR));
            }
            // One that is over, or too late, is set anew.
            world.set_clock(now + HOUR);
            assert_eq!(engine.alarm(Some(now + HOUR)), Some(now + 2 * HOUR));
            assert_eq!(engine.alarm(Some(due + 1)), Some(now + 2 * HOUR));
            world.set_clock(due - MINUTE);
            assert_eq!(engine.alarm(Some(due + 1)), Some(due));
            assert_eq!(engine.alarm(Some(due)), Some(due));
        })
        .value();
}

#[test]
fn what_is_cancelled_or_dismissed_comes_back_with_undo() {
    let world = world(411, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let once = engine
                .set_reminder(&link, &at("2026-11-23T09:00"))
                .await
                .unwrap()
                .reminder;
            let daily = each("2026-11-23T09:00", Repeat::Daily);
            let daily = engine.set_reminder(&link, &daily).await.unwrap().reminder;
            let ids = [once.id.clone(), daily.id.clone()];
            let before = list(&engine).await;

            let cancelled = engine.cancel_reminders(&ids).await.unwrap();
            assert_eq!(
                (cancelled.kind, cancelled.links),
                (ChangeKind::Reminders, 2)
            );
            assert_eq!(list(&engine).await, ReminderList::default());
            assert_eq!(engine.alarm(None), None);
            drop(engine);
            let engine = open(&world).await.unwrap();
            let undone = engine.undo(&cancelled.id).await.unwrap();
            assert_eq!(undone.links, 2);
            assert_eq!(list(&engine).await, before);
            let redone = engine.undo(&undone.id).await.unwrap();
            assert_eq!(list(&engine).await, ReminderList::default());
            engine.undo(&redone.id).await.unwrap();

            world.set_clock(once.due.unwrap());
            ring(&engine).await;
            let before = list(&engine).await;
            assert_eq!((before.rang.len(), before.pending.len()), (2, 1));
            let cleared = engine.dismiss_reminders(None).await.unwrap();
            let now = list(&engine).await;
            assert_eq!((now.rang.len(), now.pending.len()), (0, 1));
            engine.undo(&cleared.id).await.unwrap();
            assert_eq!(list(&engine).await, before);

            // What cannot be cancelled is not a change.
            let nothing = engine.cancel_reminders(&[once.id]).await.unwrap();
            assert_eq!(nothing.links, 0);
            assert!(engine.undo(&nothing.id).await.is_err());
        })
        .value();
}

#[test]
fn several_links_are_reminded_of_in_one_write_and_undone_as_one() {
    let world = world(412, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, first) = library(&world).await;
            let more = urls(&["https://b.example/", "https://c.example/"]);
            engine.accept(&more, &SaveOptions::default()).await.unwrap();
            let links: Vec<LinkId> = view(&engine, "all")
                .await
                .into_iter()
                .map(|link| link.id)
                .collect();
            let wish = each("2026-11-24T09:00", Repeat::Weekly);
            let known = engine.set_reminder(&first, &wish).await.unwrap().reminder;
            let trashed = links.iter().find(|id| **id != first).unwrap().clone();
            let trashed = LinkSelection::Links(vec![trashed]);
            engine.trash_links(&trashed).await.unwrap();

            let all = LinkSelection::Links([links.clone(), vec!["none".into()]].concat());
            let set = engine.remind_links(&all, &wish).await.unwrap();
            assert_eq!((set.kind, set.links), (ChangeKind::Reminders, 1));
            let pending = list(&engine).await.pending;
            assert_eq!(pending.len(), 2, "not doubled, and none in the trash");
            assert!(pending.iter().all(|one| one.due == known.due));
            assert!(pending.iter().all(|one| one.repeat == Repeat::Weekly));
            drop(engine);
            let engine = open(&world).await.unwrap();
            assert_eq!(list(&engine).await.pending, pending);
            engine.undo(&set.id).await.unwrap();
            assert_eq!(list(&engine).await.pending, [known]);

            let over = engine.remind_links(&all, &at("2020-01-01T09:00")).await;
            assert_eq!(over, Err(LibraryError::ReminderPast));
        })
        .value();
}

#[test]
fn of_more_than_a_hundred_links_nobody_is_reminded_at_once() {
    let world = world(413, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let many: Vec<String> = (0..101).map(|n| format!("https://a.example/{n}")).collect();
            engine.accept(&many, &SaveOptions::default()).await.unwrap();
            let all = LinkSelection::Category("all".into());
            let wish = at("2026-11-24T09:00");
            let refused = engine.remind_links(&all, &wish).await;
            assert_eq!(refused, Err(LibraryError::TooManyReminders));
            assert_eq!(list(&engine).await, ReminderList::default());
            let one = view(&engine, "all").await.remove(0).id;
            let one = LinkSelection::Links(vec![one]);
            engine.trash_links(&one).await.unwrap();
            // All of them, or none: it is one write.
            world.disk().meet([Fault::Full]);
            let full = engine.remind_links(&all, &wish).await;
            assert_eq!(full, Err(LibraryError::StorageFull));
            assert_eq!(list(&engine).await, ReminderList::default());
            world.disk().meet([Fault::None, Fault::Full]);
            let set = engine.remind_links(&all, &wish).await.unwrap();
            assert_eq!(set.links, 100);
            assert_eq!(list(&engine).await.pending.len(), 100);
        })
        .value();
}
