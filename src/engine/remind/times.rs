//! The times of reminders: what is offered, what a person asks for, and when it repeats.

use super::super::ports::{Calendar, Clock};
use crate::model::{Civil, LibraryError, Millis, Offer, Preset, Reminder, ReminderWish, Repeat};

const MINUTE: Millis = 60_000;
const MONDAY: u8 = 1;
const FRIDAY: u8 = 5;
const SATURDAY: u8 = 6;
/// From this hour on, the evening that is offered is that of the next day.
const EVENING_BEGINS: u8 = 18;
/// From this hour on, the morning of the day is not offered any more.
const MORNING_ENDS: u8 = 8;

/// What is offered where a reminder is set.
const OFFERED: [Preset; 6] = [
    Preset::Hour,
    Preset::ThisMorning,
    Preset::ThisEvening,
    Preset::TomorrowMorning,
    Preset::NextMonday,
    Preset::NextWeekend,
];

/// A time, on the wall and as an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) wall: Civil,
    pub(super) due: Millis,
    /// Counted from now, as [`Reminder::counted`].
    pub(super) counted: bool,
}

/// The times that are offered now, the next first.
pub(super) fn offers(clock: &impl Clock) -> Result<Vec<Offer>, LibraryError> {
    let now = clock.wall(clock.now()).ok_or(LibraryError::NoCalendar)?;
    let wanted = |preset: &Preset| *preset != Preset::ThisMorning || now.hour < MORNING_ENDS;
    let offers = OFFERED.into_iter().filter(wanted);
    let offers = offers.map(|preset| offer(clock, preset));
    let mut offers = offers
        .collect::<Option<Vec<Offer>>>()
        .ok_or(LibraryError::NoCalendar)?;
    offers.sort_by_key(|offer| offer.due);
    Ok(offers)
}

/// What one of them means now.
fn offer(clock: &impl Clock, preset: Preset) -> Option<Offer> {
    let now = clock.now();
    let today = clock.wall(now)?;
    let weekday = clock.weekday(today)?;
    let later = |days: u8| clock.plus(today, 0, i32::from(days));
    let evening = today.hour >= EVENING_BEGINS && preset == Preset::ThisEvening;
    let preset = if evening {
        Preset::TomorrowEvening
    } else {
        preset
    };
    let wait = match preset {
        Preset::TenMinutes => Some(10 * MINUTE),
        Preset::Hour => Some(60 * MINUTE),
        _ => None,
    };
    if let Some(wait) = wait {
        let due = (now + wait + MINUTE / 2) / MINUTE * MINUTE;
        let at = clock.wall(due)?;
        return Some(Offer { preset, at, due });
    }
    let at = match preset {
        Preset::ThisMorning => today.at(9, 0),
        Preset::ThisEvening => today.at(19, 0),
        Preset::TomorrowEvening => later(1)?.at(19, 0),
        Preset::NextMonday => later(7 - (weekday - MONDAY))?.at(9, 0),
        // From Saturday on, that of the next week.
        Preset::NextWeekend => {
            let week = if weekday < SATURDAY { 0 } else { 7 };
            later(SATURDAY + week - weekday)?.at(10, 0)
        }
        _ => later(1)?.at(9, 0),
    };
    let due = clock.instant(at)?;
    Some(Offer { preset, at, due })
}

/// What a person asks for. Of what repeats from Monday to Friday, the first such day.
pub(super) fn asked(
    clock: &impl Clock,
    wish: &ReminderWish,
    repeat: Repeat,
) -> Result<Time, LibraryError> {
    let now = clock.now();
    let mut time = match (wish.preset, &wish.at) {
        (Some(preset), _) => {
            let offer = offer(clock, preset).ok_or(LibraryError::NoCalendar)?;
            Time {
                wall: offer.at,
                due: offer.due,
                counted: matches!(preset, Preset::TenMinutes | Preset::Hour),
            }
        }
        (None, Some(text)) => {
            clock.wall(now).ok_or(LibraryError::NoCalendar)?;
            let wall = Civil::parse(text).ok_or(LibraryError::ReminderTime)?;
            time(clock, wall).ok_or(LibraryError::ReminderTime)?
        }
        (None, None) => return Err(LibraryError::ReminderTime),
    };
    if time.due <= now {
        return Err(LibraryError::ReminderPast);
    }
    while repeat == Repeat::Weekdays && clock.weekday(time.wall).is_some_and(|day| day > FRIDAY) {
        let next = clock.plus(time.wall, 0, 1);
        time = next
            .and_then(|next| self::time(clock, next))
            .ok_or(LibraryError::ReminderTime)?;
    }
    Ok(time)
}

fn time(clock: &impl Calendar, wall: Civil) -> Option<Time> {
    let due = clock.instant(wall)?;
    Some(Time {
        wall,
        due,
        counted: false,
    })
}

/// A reminder in the time zone that is in force: where the wall does not show its time when it is
/// due, the time zone, or what is known of it, is another now. It rings when the wall shows its
/// time; what was counted from a moment rings at its instant, and the wall shows another time then.
pub(super) fn in_this_zone(clock: &impl Calendar, reminder: &Reminder) -> Reminder {
    let mut now = reminder.clone();
    let Some(due) = now.due else { return now };
    let shown = clock.wall(due);
    let meant = now.snoozed.unwrap_or(now.when);
    if shown == Some(meant) {
        return now;
    }
    match (now.counted, shown) {
        (false, _) => now.due = clock.instant(meant).or(now.due),
        (true, Some(shown)) if now.snoozed.is_some() => now.snoozed = Some(shown),
        (true, Some(shown)) => {
            now.start = shown;
            now.when = shown;
        }
        (true, None) => {}
    }
    now
}

/// The last time until now of a reminder that repeats, not before its next one; and the first
/// time after now, which is the next one itself where it rang because it was put off to a time
/// before that.
pub(super) fn around(clock: &impl Clock, reminder: &Reminder) -> (Option<Time>, Option<Time>) {
    let now = clock.now();
    let mut last = None;
    let mut next = time(clock, reminder.when).filter(|next| next.due > now);
    for step in -4..=4 {
        let Some(time) = near_today(clock, reminder, step) else {
            continue;
        };
        if time.due > now {
            next = next.or(Some(time));
        } else if time.wall >= reminder.when {
            last = Some(time);
        }
    }
    (last, next)
}

/// A time so many days, weeks or months from the one nearest to today: always counted from the
/// first, so that the day of the month stays.
fn near_today(clock: &impl Clock, reminder: &Reminder, step: i32) -> Option<Time> {
    let start = reminder.start;
    let today = clock.wall(clock.now())?.at(start.hour, start.minute);
    let wall = match reminder.repeat {
        Repeat::Never => return None,
        Repeat::Daily | Repeat::Weekdays => clock.plus(today, 0, step)?,
        Repeat::Weekly => {
            let apart = i32::from(clock.weekday(start)?) - i32::from(clock.weekday(today)?);
            clock.plus(today, 0, apart + 7 * step)?
        }
        Repeat::Monthly => {
            let months = |civil: Civil| i32::from(civil.year) * 12 + i32::from(civil.month);
            clock.plus(start, months(today) - months(start) + step, 0)?
        }
    };
    let working = reminder.repeat != Repeat::Weekdays || clock.weekday(wall)? <= FRIDAY;
    (working && wall >= start).then(|| time(clock, wall))?
}
