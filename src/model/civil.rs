use std::fmt;

use serde::{Deserialize, Serialize};

/// What a calendar on the wall and a clock below it show, to the minute, in no time zone:
/// `2026-11-23T09:00`, as `<input type="datetime-local">` writes it. Sorts by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Civil {
    /// From 0 to 9999.
    pub year: u16,
    /// From 1 to 12.
    pub month: u8,
    /// From 1 to 31; whether the month has it, the calendar says.
    pub day: u8,
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
}

impl Civil {
    /// Reads what [`fmt::Display`] writes; seconds behind it are passed over.
    ///
    /// ```
    /// # use urlink::model::Civil;
    /// let civil = Civil::parse("2026-11-23T09:05").unwrap();
    /// assert_eq!((civil.month, civil.minute), (11, 5));
    /// assert_eq!(civil.to_string(), "2026-11-23T09:05");
    /// assert_eq!(Civil::parse("2026-11-23T09:05:59"), Some(civil));
    /// assert_eq!(Civil::parse("2026-11-23T24:00"), None);
    /// assert_eq!(Civil::parse("tomorrow"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let mut date = date.split('-');
        let mut time = time.split(':');
        let civil = Self {
            year: number(date.next()?, 4, 0..=9_999)?,
            month: number(date.next()?, 2, 1..=12)?.try_into().ok()?,
            day: number(date.next()?, 2, 1..=31)?.try_into().ok()?,
            hour: number(time.next()?, 2, 0..=23)?.try_into().ok()?,
            minute: number(time.next()?, 2, 0..=59)?.try_into().ok()?,
        };
        date.next().is_none().then_some(civil)
    }

    /// The same day at another time.
    #[must_use]
    pub const fn at(self, hour: u8, minute: u8) -> Self {
        Self {
            hour,
            minute,
            ..self
        }
    }
}

fn number(text: &str, digits: usize, range: std::ops::RangeInclusive<u16>) -> Option<u16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = plain.then(|| text.parse().ok()).flatten()?;
    range.contains(&number).then_some(number)
}

impl fmt::Display for Civil {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            year,
            month,
            day,
            hour,
            minute,
        } = self;
        write!(
            formatter,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"
        )
    }
}

impl From<Civil> for String {
    fn from(civil: Civil) -> Self {
        civil.to_string()
    }
}

impl TryFrom<String> for Civil {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no date and time")
    }
}
