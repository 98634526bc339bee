//! Taking back that a reminder was set, given another time, or put off.

use urlink::model::{ChangeKind, Preset, ReminderList, Repeat};

use super::reminder_steps::{at, each, library, list, preset, ring, world};
use super::simulation::open;

#[test]
fn a_reminder_that_was_set_is_taken_back_and_set_again() {
    let world = world(430, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let wish = each("2026-11-24T09:00", Repeat::Daily);
            let set = engine.set_reminder(&link, &wish).await.unwrap();
            assert_eq!(
                (set.change.kind, set.change.links),
                (ChangeKind::Reminders, 1)
            );
            let twice = engine.set_reminder(&link, &wish).await.unwrap();
            assert_eq!(twice.reminder, set.reminder);
            assert_eq!(twice.change.links, 0, "nothing to take back");
            assert!(engine.undo(&twice.change.id).await.is_err());

            drop(engine);
            let engine = open(&world).await.unwrap();
            let back = engine.undo(&set.change.id).await.unwrap();
            assert_eq!(list(&engine).await, ReminderList::default());
            engine.undo(&back.id).await.unwrap();
            assert_eq!(list(&engine).await.pending, [set.reminder]);
        })
        .value();
}

#[test]
fn another_time_is_taken_back() {
    let world = world(431, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let wish = each("2026-11-24T09:00", Repeat::Daily);
            let daily = engine.set_reminder(&link, &wish).await.unwrap().reminder;
            let wish = each("2026-11-30T07:00", Repeat::Weekly);
            let weekly = engine.edit_reminder(&daily.id, &wish).await.unwrap();
            assert_eq!(list(&engine).await.pending, [weekly.reminder]);
            engine.undo(&weekly.change.id).await.unwrap();
            assert_eq!(list(&engine).await.pending, [daily]);
        })
        .value();
}

#[test]
fn what_rang_and_was_put_off_has_rung_again_and_is_not_told_twice() {
    let world = world(432, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let set = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            let set = set.unwrap().reminder;
            world.set_clock(set.due.unwrap());
            assert_eq!(ring(&engine).await.len(), 1);
            let rang = list(&engine).await.rang;
            let ten = preset(Preset::TenMinutes);
            let later = engine.snooze_reminder(&set.id, &ten).await.unwrap();
            assert_eq!(list(&engine).await.pending, [later.reminder]);
            engine.undo(&later.change.id).await.unwrap();
            assert_eq!(list(&engine).await.rang, rang);
            assert_eq!(ring(&engine).await, []);
        })
        .value();
}

#[test]
fn what_has_changed_since_stays() {
    let world = world(433, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let set = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            let set = set.unwrap();
            let wish = at("2026-11-23T10:00");
            let edited = engine.edit_reminder(&set.reminder.id, &wish).await.unwrap();
            let back = engine.undo(&set.change.id).await.unwrap();
            assert_eq!(back.links, 0);
            assert_eq!(list(&engine).await.pending, [edited.reminder]);
        })
        .value();
}
