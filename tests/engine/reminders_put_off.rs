//! Reminders that are put off, or counted from a moment.

use urlink::engine::ports::Calendar as _;
use urlink::model::{Preset, ReminderWish, Repeat};

use super::reminder_steps::{
    HOUR, MINUTE, at, each, library, list, next_times, preset, ring, world,
};

#[test]
fn a_reminder_is_put_off_and_goes_on_as_before() {
    let world = world(410, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let wish = each("2026-11-23T09:00", Repeat::Daily);
            let daily = engine.set_reminder(&link, &wish).await.unwrap().reminder;
            world.set_clock(daily.due.unwrap() + 30_000);
            ring(&engine).await;
            let ten = preset(Preset::TenMinutes);
            let later = engine
                .snooze_reminder(&daily.id, &ten)
                .await
                .unwrap()
                .reminder;
            assert_eq!(
                (later.at.to_string().as_str(), later.snoozed),
                ("2026-11-23T09:11", true)
            );
            assert_eq!(list(&engine).await.rang, [], "it will ring anew");
            assert_eq!(
                next_times(&world, &engine, 3).await,
                ["2026-11-23T09:11", "2026-11-24T09:00", "2026-11-25T09:00"]
            );

            // One that is pending is put off as well, and what it would have rung at is left out.
            let noon = at("2026-11-26T12:00");
            engine.snooze_reminder(&daily.id, &noon).await.unwrap();
            assert_eq!(
                next_times(&world, &engine, 2).await,
                ["2026-11-26T12:00", "2026-11-27T09:00"]
            );

            let wish = each("2026-11-30T07:00", Repeat::Weekly);
            let weekly = engine
                .edit_reminder(&daily.id, &wish)
                .await
                .unwrap()
                .reminder;
            assert_eq!((weekly.repeat, weekly.snoozed), (Repeat::Weekly, false));
            assert_eq!(
                next_times(&world, &engine, 2).await,
                ["2026-11-30T07:00", "2026-12-07T07:00"]
            );
        })
        .value();
}

#[test]
fn what_is_put_off_before_its_first_time_does_not_lose_that() {
    let world = world(413, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            for repeat in [
                Repeat::Daily,
                Repeat::Weekdays,
                Repeat::Weekly,
                Repeat::Monthly,
            ] {
                let far = each("2027-03-01T09:00", repeat);
                let set = engine.set_reminder(&link, &far).await.unwrap().reminder;
                let ten = preset(Preset::TenMinutes);
                let later = engine
                    .snooze_reminder(&set.id, &ten)
                    .await
                    .unwrap()
                    .reminder;
                world.set_clock(later.due.unwrap());
                assert_eq!(ring(&engine).await.len(), 1);
                let next = list(&engine).await.pending.remove(0);
                assert_eq!(next.at.to_string(), "2027-03-01T09:00", "{repeat:?}");
                engine.cancel_reminders(&[set.id]).await.unwrap();
            }
        })
        .value();
}

#[test]
fn what_was_counted_from_a_moment_rings_then_in_every_time_zone() {
    for zone in ["America/New_York", "Australia/Lord_Howe"] {
        let world = world(409, "Asia/Seoul", "2026-11-23T08:30");
        world
            .run(async {
                let (engine, link) = library(&world).await;
                let wish = ReminderWish {
                    repeat: Some(Repeat::Daily),
                    ..preset(Preset::Hour)
                };
                let set = engine.set_reminder(&link, &wish).await.unwrap().reminder;
                world.travel(zone);
                assert!(ring(&engine).await.is_empty());
                let pending = list(&engine).await.pending.remove(0);
                assert_eq!(pending.due, set.due);
                assert_eq!(Some(pending.at), world.wall(set.due.unwrap()));

                world.set_clock(set.due.unwrap());
                let rung = ring(&engine).await;
                assert_eq!(rung[0].rang.unwrap().at, set.due.unwrap());
                // From here on it is the time on the wall that repeats, wherever that hangs.
                let next = list(&engine).await.pending.remove(0);
                assert_eq!(next.due, Some(set.due.unwrap() + 24 * HOUR));

                let later = preset(Preset::TenMinutes);
                let late = engine.snooze_reminder(&set.id, &later);
                let late = late.await.unwrap().reminder;
                world.travel("Asia/Kathmandu");
                world.set_clock(late.due.unwrap() - MINUTE);
                assert!(ring(&engine).await.is_empty());
                world.set_clock(late.due.unwrap());
                assert_eq!(ring(&engine).await.len(), 1);
            })
            .value();
    }
}
