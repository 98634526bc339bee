//! The times that are offered for a reminder, as people mean them.

use urlink::engine::ports::Clock as _;
use urlink::model::Preset;

use super::reminder_steps::{HOUR, library, preset, ring, world};

#[test]
fn times_are_offered_as_people_mean_them() {
    use Preset::{
        Hour, NextMonday, NextWeekend, ThisEvening, ThisMorning, TomorrowEvening, TomorrowMorning,
    };
    let days: [(&str, &[(Preset, &str)]); 6] = [
        // A Monday.
        (
            "2026-11-23T08:30",
            &[
                (Hour, "2026-11-23T09:30"),
                (ThisEvening, "2026-11-23T19:00"),
                (TomorrowMorning, "2026-11-24T09:00"),
                (NextWeekend, "2026-11-28T10:00"),
                (NextMonday, "2026-11-30T09:00"),
            ],
        ),
        // It is evening already.
        (
            "2026-11-24T18:00",
            &[
                (Hour, "2026-11-24T19:00"),
                (TomorrowMorning, "2026-11-25T09:00"),
                (TomorrowEvening, "2026-11-25T19:00"),
                (NextWeekend, "2026-11-28T10:00"),
                (NextMonday, "2026-11-30T09:00"),
            ],
        ),
        // To who is still awake it is the day before.
        (
            "2026-11-25T00:30",
            &[
                (Hour, "2026-11-25T01:30"),
                (ThisMorning, "2026-11-25T09:00"),
                (ThisEvening, "2026-11-25T19:00"),
                (TomorrowMorning, "2026-11-26T09:00"),
                (NextWeekend, "2026-11-28T10:00"),
                (NextMonday, "2026-11-30T09:00"),
            ],
        ),
        // A Saturday, and a Sunday, of which Monday is the next day also late in the evening.
        (
            "2026-11-28T23:30",
            &[
                (Hour, "2026-11-29T00:30"),
                (TomorrowMorning, "2026-11-29T09:00"),
                (TomorrowEvening, "2026-11-29T19:00"),
                (NextMonday, "2026-11-30T09:00"),
                (NextWeekend, "2026-12-05T10:00"),
            ],
        ),
        (
            "2026-11-29T12:00",
            &[
                (Hour, "2026-11-29T13:00"),
                (ThisEvening, "2026-11-29T19:00"),
                (TomorrowMorning, "2026-11-30T09:00"),
                (NextMonday, "2026-11-30T09:00"),
                (NextWeekend, "2026-12-05T10:00"),
            ],
        ),
        (
            "2026-11-29T23:30",
            &[
                (Hour, "2026-11-30T00:30"),
                (TomorrowMorning, "2026-11-30T09:00"),
                (NextMonday, "2026-11-30T09:00"),
                (TomorrowEvening, "2026-11-30T19:00"),
                (NextWeekend, "2026-12-05T10:00"),
            ],
        ),
    ];
    for (now, offered) in days {
        let world = world(402, "Europe/Berlin", now);
        world
            .run(async {
                let (engine, link) = library(&world).await;
                let offers = engine.reminder_offers().unwrap();
                let offers: Vec<_> = offers
                    .iter()
                    .map(|offer| (offer.preset, offer.at.to_string()))
                    .collect();
                let expected = offered
                    .iter()
                    .map(|(preset, at)| (*preset, (*at).to_owned()));
                assert_eq!(offers, expected.collect::<Vec<_>>(), "{now}");
                for (wanted, at) in offered {
                    let set = engine
                        .set_reminder(&link, &preset(*wanted))
                        .await
                        .unwrap()
                        .reminder;
                    assert_eq!(set.at.to_string(), *at);
                }
            })
            .value();
    }
}

#[test]
fn an_hour_is_an_hour_also_when_the_clock_is_set_back() {
    let world = world(403, "America/New_York", "2026-11-01T01:30");
    world
        .run(async {
            let (engine, link) = library(&world).await;
            world.set_wall("2026-11-01T01:30");
            let now = world.now();
            let set = engine.set_reminder(&link, &preset(Preset::Hour)).await;
            let set = set.unwrap().reminder;
            // The wall shows the same hour for the second time.
            assert_eq!(set.at.to_string(), "2026-11-01T01:30");
            assert_eq!(set.due, Some(now + HOUR));
            assert!(ring(&engine).await.is_empty());
            world.set_clock(now + HOUR);
            assert_eq!(ring(&engine).await.len(), 1);
        })
        .value();
}
