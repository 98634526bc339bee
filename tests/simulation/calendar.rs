//! The calendar of the world: jiff's, with the time zones it brings along. `tests/calendar.rs` and
//! `tests/web/calendar.rs` show that it agrees with the browser's.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use urlink::model::{Civil, Millis};

/// A time zone, by its name.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

pub fn wall(zone: &TimeZone, at: Millis) -> Option<Civil> {
    let at = Timestamp::from_millisecond(at.try_into().ok()?).ok()?;
    civil(zone.to_datetime(at))
}

pub fn instant(zone: &TimeZone, civil: Civil) -> Option<Millis> {
    let zoned = datetime(civil)?.to_zoned(zone.clone()).ok()?;
    zoned.timestamp().as_millisecond().try_into().ok()
}

pub fn plus(civil: Civil, months: i32, days: i32) -> Option<Civil> {
    // A span has one sign.
    let months = Span::new().try_months(months).ok()?;
    let days = Span::new().try_days(days).ok()?;
    let later = datetime(civil)?.checked_add(months).ok()?;
    self::civil(later.checked_add(days).ok()?)
}

pub fn weekday(civil: Civil) -> Option<u8> {
    let day = datetime(civil)?.weekday().to_monday_one_offset();
    day.try_into().ok()
}

fn datetime(civil: Civil) -> Option<DateTime> {
    let signed = |number: u8| i8::try_from(number).ok();
    DateTime::new(
        civil.year.try_into().ok()?,
        signed(civil.month)?,
        signed(civil.day)?,
        signed(civil.hour)?,
        signed(civil.minute)?,
        0,
        0,
    )
    .ok()
}

fn civil(datetime: DateTime) -> Option<Civil> {
    Civil::parse(&datetime.strftime("%Y-%m-%dT%H:%M").to_string())
}
