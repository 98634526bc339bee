//! The calendar of the browser (`Temporal`) and that of the simulation (jiff) held to one table,
//! which a third one has made (Python's `zoneinfo`): daylight saving of an hour and of half an
//! hour, what it skips and what it shows twice, ends of months, leap days.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(
    unreachable_pub,
    reason = "the calendar is a part of the simulation, too"
)]

use serde::Deserialize;
use urlink::model::{Civil, Millis};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[cfg(target_arch = "wasm32")]
use urlink::web::calendar::{instant, plus, wall, weekday};

#[cfg(not(target_arch = "wasm32"))]
#[path = "simulation/calendar.rs"]
mod simulation;

#[cfg(not(target_arch = "wasm32"))]
use simulation::{plus, weekday};

#[cfg(not(target_arch = "wasm32"))]
fn wall(zone: &str, at: Millis) -> Option<Civil> {
    simulation::wall(&simulation::zone(zone), at)
}

#[cfg(not(target_arch = "wasm32"))]
fn instant(zone: &str, civil: Civil) -> Option<Millis> {
    simulation::instant(&simulation::zone(zone), civil)
}

#[derive(Deserialize)]
struct Table {
    /// A time zone, what the wall is asked to show, when that is, what the wall shows then.
    instants: Vec<(String, Civil, Millis, Civil)>,
    /// A time, months and days to add, the sum, the first one's day of the week.
    sums: Vec<(Civil, i32, i32, Civil, u8)>,
}

fn table() -> Table {
    serde_json::from_str(include_str!("data/calendar.json")).unwrap()
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn walls_show_what_they_show_in_each_time_zone() {
    for (zone, asked, at, shown) in table().instants {
        assert_eq!(instant(&zone, asked), Some(at), "{asked} in {zone}");
        assert_eq!(wall(&zone, at), Some(shown), "{at} in {zone}");
        assert_eq!(wall(&zone, at + 59_999), Some(shown), "seconds are cut off");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn months_end_where_they_end() {
    for (civil, months, days, sum, day) in table().sums {
        assert_eq!(
            plus(civil, months, days),
            Some(sum),
            "{civil} {months} {days}"
        );
        assert_eq!(weekday(civil), Some(day), "{civil}");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn a_day_that_does_not_exist_is_no_day() {
    for text in ["2026-02-29T09:00", "2026-04-31T09:00", "2026-02-30T09:00"] {
        let civil = Civil::parse(text).unwrap();
        assert_eq!(instant("Europe/Berlin", civil), None, "{text}");
        assert_eq!(weekday(civil), None, "{text}");
    }
}
