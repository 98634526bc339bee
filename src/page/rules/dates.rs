//! Dates, as pages write them, to ISO 8601.

mod calendar;
mod clock;

use calendar::{Day, month_of};
use clock::time;

/// A written date in ISO 8601, with its time where that is clear; none where it is not a date.
///
/// Understood: ISO 8601 in both forms, months by their names in eight languages in any order, `31.12.2024`,
/// `12/31/2024`, `2024년 12월 31일`, `2024年12月31日`, and the Unix time in seconds or milliseconds.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 100 {
        return None;
    }
    let (day, rest) = compact(text)
        .or_else(|| epoch(text))
        .or_else(|| in_words(text))
        .or_else(|| in_numbers(text))?;
    let Day { year, month, date } = day;
    let time = time(rest).unwrap_or_default();
    Some(format!("{year:04}-{month:02}-{date:02}{time}"))
}

/// The date in a path such as `/2024/05/31/` or `/2024-05-31-`.
pub(super) fn in_address(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1.split(['?', '#']).next()?;
    let (_, path) = path.split_once('/')?;
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    parts.windows(3).find_map(|window| {
        let [year, month, day] = window else {
            return None;
        };
        let is_whole = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
        let day = Day::new(
            year.parse().ok().filter(|_| is_whole)?,
            month.parse().ok()?,
            day.parse().ok()?,
        )?;
        (day.year >= 1990).then(|| format!("{:04}-{:02}-{:02}", day.year, day.month, day.date))
    })
}

/// `20241231`, perhaps with a time behind it.
fn compact(text: &str) -> Option<(Day, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 8 && digits != 12 && digits != 14 {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    let day = Day::new(number(0, 4)?, number(4, 6)?, number(6, 8)?)?;
    Some((
        day,
        text.get(8..)?
            .trim_start_matches(|c: char| c.is_ascii_digit()),
    ))
}

fn epoch(text: &str) -> Option<(Day, &str)> {
    let number: u64 = text.parse().ok()?;
    let seconds = match text.len() {
        10 => number,
        13 => number / 1_000,
        _ => return None,
    };
    Some((Day::of_epoch(seconds)?, ""))
}

/// A date whose month is a word: the numbers beside it are the day and the year.
fn in_words(text: &str) -> Option<(Day, &str)> {
    let mut month = None;
    let mut numbers: Vec<u32> = Vec::new();
    for (place, token) in tokens(text) {
        let rest = text.get(place + token.len()..).unwrap_or_default();
        if let Ok(number) = token.parse::<u32>() {
            // Numbers of a time are not the date's.
            let is_time = rest.starts_with(':')
                || text
                    .get(..place)
                    .is_some_and(|before| before.ends_with(':'));
            if !is_time {
                numbers.push(number);
            }
        } else if month.is_none() {
            month = month_of(token);
        }
        if let (Some(month), [first, second, ..]) = (month, numbers.as_slice()) {
            let (day, year) = if *first > 31 {
                (*second, *first)
            } else {
                (*first, *second)
            };
            return Some((Day::new(year, month, day)?, rest));
        }
    }
    None
}

/// A date of three numbers.
fn in_numbers(text: &str) -> Option<(Day, &str)> {
    let mut numbers = tokens(text)
        .map(|(place, token)| Some((place, token, token.parse::<u32>().ok()?)))
        .skip_while(Option::is_none)
        .map_while(|number| number);
    let (start, first_text, first) = numbers.next()?;
    let (_, _, second) = numbers.next()?;
    let (place, third_text, third) = numbers.next()?;
    let behind = text.get(place + third_text.len()..).unwrap_or_default();
    // A date has no time before it, and its parts stand together.
    let separator = text
        .get(start + first_text.len()..)?
        .trim_start()
        .chars()
        .next()?;
    // What stands before it is a word such as "posted", and no number of a version.
    let is_labelled = text
        .get(..start)
        .is_none_or(|label| label.is_empty() || label.ends_with([' ', ':', '：']));
    if !is_labelled || separator == ':' {
        return None;
    }
    let day = if first_text.len() == 4 {
        Day::new(first, second, third)
    } else if third_text.len() == 4 {
        let (month, day) = match separator {
            '.' => (second, first),
            _ if first > 12 => (second, first),
            _ => (first, second),
        };
        Day::new(third, month, day)
    } else {
        None
    };
    Some((day?, behind))
}

/// The runs of digits and of letters.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(char::is_alphanumeric)?;
        let body = rest.get(start..)?;
        let is_digit = body.starts_with(|c: char| c.is_ascii_digit());
        let length = body
            .find(|c: char| !c.is_alphanumeric() || c.is_ascii_digit() != is_digit)
            .unwrap_or(body.len());
        let place = text.len() - rest.len() + start;
        rest = body.get(length..)?;
        Some((place, text.get(place..place + length)?))
    })
    .filter(|(_, token)| !matches!(*token, "년" | "월" | "일" | "年" | "月" | "日"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_understood_in_every_notation() {
        for (written, expected) in [
            ("2024-05-31", Some("2024-05-31")),
            (
                "2024-05-31T08:09:10+09:00",
                Some("2024-05-31T08:09:10+09:00"),
            ),
            ("2024-05-31T08:09:10.123Z", Some("2024-05-31T08:09:10Z")),
            ("2024-05-31 08:09", Some("2024-05-31T08:09")),
            ("20240531T080910Z", Some("2024-05-31")),
            ("20240531", Some("2024-05-31")),
            ("2024/5/1", Some("2024-05-01")),
            ("2024. 5. 1. 18:30", Some("2024-05-01T18:30")),
            ("2024년 5월 1일", Some("2024-05-01")),
            ("2024年5月1日", Some("2024-05-01")),
            ("2024年5月1日 18時30分", Some("2024-05-01T18:30")),
            ("2024年5月1日 午後6:30", Some("2024-05-01T18:30")),
            ("2024년 5월 1일 오후 3:05", Some("2024-05-01T15:05")),
            ("2024. 5. 1. 오전 12:05", Some("2024-05-01T00:05")),
            ("입력 2024.05.01. 오후 3:05", Some("2024-05-01T15:05")),
            ("2024년 5월 1일 15시 05분", Some("2024-05-01T15:05")),
            ("Posted: 2024-05-01", Some("2024-05-01")),
            ("1 de mayo de 2024", Some("2024-05-01")),
            ("1. März 2024", Some("2024-03-01")),
            ("le 1 août 2024 à 12:30", Some("2024-08-01T12:30")),
            ("3 июня 2024", Some("2024-06-03")),
            ("2 juil. 2024", Some("2024-07-02")),
            ("2024-02-29", Some("2024-02-29")),
            ("2023-02-29", None),
            ("31.4.2024", None),
            ("version2.1.2024", None),
            ("5월 1일", None),
            (
                "Tue, 4 May 2021 19:18:00 +0200",
                Some("2021-05-04T19:18:00+02:00"),
            ),
            ("Thursday, September 29, 2016", Some("2016-09-29")),
            ("June 03, 2020, 06:46 PM EDT", Some("2020-06-03T18:46")),
            ("2012 Nov 26", Some("2012-11-26")),
            ("Fri Feb 18 10:27:24 2022", Some("2022-02-18")),
            (
                "Tue Nov 19 2019 05:44:06 GMT+0000",
                Some("2019-11-19T05:44:06+00:00"),
            ),
            ("14 Sep 2013 00:00:00 GMT", Some("2013-09-14T00:00:00Z")),
            ("31.12.2024", Some("2024-12-31")),
            ("12/31/2024", Some("2024-12-31")),
            ("31/12/2024", Some("2024-12-31")),
            ("1529283660000", Some("2018-06-18")),
            ("1529283660", Some("2018-06-18")),
            (
                "2013-06-7T03:37:27GMT+05:30",
                Some("2013-06-07T03:37:27+05:30"),
            ),
            ("12:06 PM", None),
            ("PT3M08S", None),
            ("2024-13-01", None),
            ("2024-05", None),
            ("recently", None),
            ("", None),
        ] {
            assert_eq!(iso(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn a_path_may_hold_a_date() {
        for (url, expected) in [
            ("https://e.example/2024/05/31/title", Some("2024-05-31")),
            (
                "https://e.example/blog/2024-05-31-title.html",
                Some("2024-05-31"),
            ),
            ("https://e.example/2024/05/title", None),
            ("https://e.example/v/1.2.3", None),
            ("https://e.example/?d=2024/05/31", None),
        ] {
            assert_eq!(in_address(url).as_deref(), expected, "{url}");
        }
    }
}
