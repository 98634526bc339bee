//! When reminders ring: what repeats, over daylight saving, ends of months, other time zones, and
//! clocks that are set.

use urlink::engine::ports::{Calendar as _, Clock as _};
use urlink::model::{Civil, Repeat};

use super::reminder_steps::{HOUR, at, each, library, list, next_times, ring, walls, world};
use super::simulation::open;

#[test]
fn what_repeats_keeps_the_time_on_the_wall() {
    use Repeat::{Daily, Weekly};
    all_ring_at([
        // Daylight saving ends, and begins.
        (
            "America/New_York",
            "2026-10-31T09:00",
            Daily,
            &["2026-10-31T09:00", "2026-11-01T09:00", "2026-11-02T09:00"],
        ),
        (
            "America/New_York",
            "2026-03-07T02:30",
            Daily,
            &["2026-03-07T02:30", "2026-03-08T03:30", "2026-03-09T02:30"],
        ),
        (
            "America/New_York",
            "2026-10-31T01:30",
            Daily,
            &["2026-10-31T01:30", "2026-11-01T01:30", "2026-11-02T01:30"],
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-03T02:15",
            Daily,
            &["2026-10-03T02:15", "2026-10-04T02:45", "2026-10-05T02:15"],
        ),
        (
            "Europe/Berlin",
            "2026-03-22T02:00",
            Weekly,
            &["2026-03-22T02:00", "2026-03-29T03:00", "2026-04-05T02:00"],
        ),
    ]);
}

#[test]
fn what_repeats_keeps_its_day() {
    use Repeat::{Monthly, Weekdays, Weekly};
    all_ring_at([
        // A Friday.
        (
            "Asia/Seoul",
            "2026-11-27T18:00",
            Weekdays,
            &["2026-11-27T18:00", "2026-11-30T18:00", "2026-12-01T18:00"],
        ),
        // A Saturday: the first is the Monday.
        (
            "Asia/Seoul",
            "2026-11-28T18:00",
            Weekdays,
            &["2026-11-30T18:00", "2026-12-01T18:00"],
        ),
        (
            "Asia/Kathmandu",
            "2026-01-31T07:45",
            Monthly,
            &[
                "2026-01-31T07:45",
                "2026-02-28T07:45",
                "2026-03-31T07:45",
                "2026-04-30T07:45",
                "2026-05-31T07:45",
            ],
        ),
        (
            "Europe/Berlin",
            "2027-12-29T23:59",
            Monthly,
            &[
                "2027-12-29T23:59",
                "2028-01-29T23:59",
                "2028-02-29T23:59",
                "2028-03-29T23:59",
            ],
        ),
        (
            "Europe/Berlin",
            "2028-02-29T08:00",
            Monthly,
            &["2028-02-29T08:00", "2028-03-29T08:00"],
        ),
        (
            "Asia/Seoul",
            "2026-12-31T00:00",
            Weekly,
            &["2026-12-31T00:00", "2027-01-07T00:00"],
        ),
    ]);
}

/// Time zones, what is set there, and when it rings first.
fn all_ring_at<const N: usize>(cases: [(&str, &str, Repeat, &[&str]); N]) {
    for (zone, start, repeat, expected) in cases {
        let world = world(404, zone, "2026-01-01T00:00");
        world
            .run(async {
                let (engine, link) = library(&world).await;
                let wish = each(start, repeat);
                engine.set_reminder(&link, &wish).await.unwrap();
                let rung = next_times(&world, &engine, expected.len()).await;
                assert_eq!(rung, expected, "{zone} {start} {repeat:?}");
                assert_eq!(
                    list(&engine).await.rang.len(),
                    1,
                    "one entry, however often"
                );
            })
            .value();
    }
}

#[test]
fn what_was_missed_rings_once_and_says_so() {
    for (repeat, missed_at, next) in [
        (Repeat::Never, "2026-11-24T09:00", None),
        (Repeat::Daily, "2026-12-24T09:00", Some("2026-12-25T09:00")),
        (
            Repeat::Weekdays,
            "2026-12-24T09:00",
            Some("2026-12-25T09:00"),
        ),
        (Repeat::Weekly, "2026-12-22T09:00", Some("2026-12-29T09:00")),
        (
            Repeat::Monthly,
            "2026-12-24T09:00",
            Some("2027-01-24T09:00"),
        ),
    ] {
        let world = world(405, "Asia/Seoul", "2026-11-23T08:30");
        world
            .run(async {
                let (engine, link) = library(&world).await;
                let wish = each("2026-11-24T09:00", repeat);
                engine.set_reminder(&link, &wish).await.unwrap();
                drop(engine);
                world.set_wall("2026-12-24T09:02");
                let engine = open(&world).await.unwrap();
                let rung = ring(&engine).await;
                assert_eq!(walls(&world, &rung), [missed_at], "{repeat:?}");
                assert!(rung[0].rang.unwrap().missed);
                let pending = list(&engine).await.pending;
                let pending = pending.first().map(|one| one.at.to_string());
                assert_eq!(pending.as_deref(), next, "{repeat:?}");
            })
            .value();
    }
}

#[test]
fn what_repeats_and_was_missed_for_days_is_not_late_where_it_is_due_just_now() {
    let world = world(406, "Asia/Seoul", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let wish = each("2026-11-24T09:00", Repeat::Daily);
            engine.set_reminder(&link, &wish).await.unwrap();
            world.set_wall("2026-12-24T09:00");
            let rung = ring(&engine).await;
            assert_eq!(walls(&world, &rung), ["2026-12-24T09:00"]);
            assert!(!rung[0].rang.unwrap().missed);
        })
        .value();
}

#[test]
fn the_time_on_the_wall_holds_in_another_time_zone() {
    for (zone, wall_there, missed) in [
        // To the west it is earlier: nothing is due yet.
        ("America/New_York", "2026-11-23T19:00", None),
        ("Asia/Kathmandu", "2026-11-24T05:45", None),
        // To the east it is over.
        ("Australia/Lord_Howe", "2026-11-24T11:00", Some(true)),
    ] {
        let world = world(407, "Asia/Seoul", "2026-11-23T08:30");
        world
            .run(async {
                let (engine, link) = library(&world).await;
                let wish = at("2026-11-24T09:00");
                let due = engine
                    .set_reminder(&link, &wish)
                    .await
                    .unwrap()
                    .reminder
                    .due
                    .unwrap();
                world.set_clock(due);
                world.travel(zone);
                assert_eq!(world.wall(due).unwrap().to_string(), wall_there);
                let rung = ring(&engine).await;
                let was = rung.first().map(|one| one.rang.unwrap().missed);
                assert_eq!(was, missed, "{zone}");
                if missed.is_none() {
                    let there = world.instant(Civil::parse("2026-11-24T09:00").unwrap());
                    assert_eq!(list(&engine).await.pending[0].due, there);
                    assert_eq!(
                        engine.alarm(None),
                        Some(there.unwrap().min(world.now() + HOUR))
                    );
                    world.set_clock(there.unwrap());
                    assert_eq!(walls(&world, &ring(&engine).await), ["2026-11-24T09:00"]);
                } else {
                    assert_eq!(walls(&world, &rung), ["2026-11-24T09:00"]);
                }
            })
            .value();
    }
}

#[test]
fn a_clock_that_is_set_back_rings_nothing_twice() {
    let world = world(408, "Europe/Berlin", "2026-11-23T08:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            let once = engine.set_reminder(&link, &at("2026-11-23T09:00")).await;
            let daily = each("2026-11-23T09:00", Repeat::Daily);
            engine.set_reminder(&link, &daily).await.unwrap();
            world.set_clock(once.unwrap().reminder.due.unwrap());
            assert_eq!(ring(&engine).await.len(), 2);
            world.set_wall("2026-11-23T08:00");
            assert!(ring(&engine).await.is_empty());
            world.set_wall("2026-11-23T09:00");
            assert!(ring(&engine).await.is_empty());
            world.set_wall("2026-11-24T09:00");
            assert_eq!(ring(&engine).await.len(), 1);
        })
        .value();
}
