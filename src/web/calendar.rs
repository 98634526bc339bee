//! The calendar, from the browser: `Temporal`, with no byte of wasm for time zones. Where it does
//! not exist, naming it throws, and there is no calendar.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::clock::BrowserClock;
use crate::engine::ports::Calendar;
use crate::model::{Civil, Millis};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["Temporal", "Now"], js_name = timeZoneId)]
    fn time_zone() -> Result<JsString, JsValue>;

    #[wasm_bindgen(js_namespace = Temporal)]
    type Instant;

    #[wasm_bindgen(catch, static_method_of = Instant, js_namespace = Temporal, js_name = fromEpochMilliseconds)]
    fn from_epoch(millis: f64) -> Result<Instant, JsValue>;

    #[wasm_bindgen(catch, method, js_name = toZonedDateTimeISO)]
    fn zoned(this: &Instant, zone: &str) -> Result<ZonedDateTime, JsValue>;

    type ZonedDateTime;

    #[wasm_bindgen(method, js_name = toPlainDateTime)]
    fn plain(this: &ZonedDateTime) -> PlainDateTime;

    #[wasm_bindgen(method, getter, js_name = epochMilliseconds)]
    fn epoch(this: &ZonedDateTime) -> f64;

    #[wasm_bindgen(js_namespace = Temporal)]
    type PlainDateTime;

    #[wasm_bindgen(catch, static_method_of = PlainDateTime, js_namespace = Temporal)]
    fn from(text: &str) -> Result<PlainDateTime, JsValue>;

    #[wasm_bindgen(catch, method, js_name = toZonedDateTime)]
    fn zoned(this: &PlainDateTime, zone: &str) -> Result<ZonedDateTime, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn add(this: &PlainDateTime, duration: &Object) -> Result<PlainDateTime, JsValue>;

    #[wasm_bindgen(method, getter, js_name = dayOfWeek)]
    fn weekday(this: &PlainDateTime) -> u8;

    #[wasm_bindgen(method, js_name = toString)]
    fn text(this: &PlainDateTime) -> String;
}

/// What the wall shows in a time zone: as [`Calendar::wall`].
#[must_use]
pub fn wall(zone: &str, at: Millis) -> Option<Civil> {
    #[expect(clippy::cast_precision_loss, reason = "epoch ms are far below 2^53")]
    let instant = Instant::from_epoch(at as f64).ok()?;
    civil(&instant.zoned(zone).ok()?.plain())
}

/// When the wall shows that in a time zone: as [`Calendar::instant`].
#[must_use]
pub fn instant(zone: &str, civil: Civil) -> Option<Millis> {
    let epoch = plain(civil)?.zoned(zone).ok()?.epoch();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not below zero, and far below 2^53"
    )]
    (epoch >= 0.0).then_some(epoch as Millis)
}

/// As [`Calendar::plus`].
#[must_use]
pub fn plus(civil: Civil, months: i32, days: i32) -> Option<Civil> {
    // A duration has one sign.
    let later = add(&plain(civil)?, "months", months)?;
    self::civil(&add(&later, "days", days)?)
}

/// As [`Calendar::weekday`].
#[must_use]
pub fn weekday(civil: Civil) -> Option<u8> {
    Some(plain(civil)?.weekday())
}

fn add(plain: &PlainDateTime, unit: &str, count: i32) -> Option<PlainDateTime> {
    let duration = Object::new();
    Reflect::set(&duration, &unit.into(), &count.into()).ok()?;
    plain.add(&duration).ok()
}

fn plain(civil: Civil) -> Option<PlainDateTime> {
    PlainDateTime::from(&civil.to_string()).ok()
}

fn civil(plain: &PlainDateTime) -> Option<Civil> {
    Civil::parse(&plain.text())
}

fn here() -> Option<String> {
    time_zone().ok().map(String::from)
}

impl Calendar for BrowserClock {
    fn wall(&self, at: Millis) -> Option<Civil> {
        wall(&here()?, at)
    }

    fn instant(&self, civil: Civil) -> Option<Millis> {
        instant(&here()?, civil)
    }

    fn plus(&self, civil: Civil, months: i32, days: i32) -> Option<Civil> {
        plus(civil, months, days)
    }

    fn weekday(&self, civil: Civil) -> Option<u8> {
        weekday(civil)
    }
}
