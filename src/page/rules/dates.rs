//! Dates, as pages write them, to ISO 8601.

/// The date in a path such as `/2024/05/31/`.
pub(super) fn in_address(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1.split(['?', '#']).next()?;
    let mut parts = path.split('/').skip(1);
    loop {
        let year = parts.next()?;
        if year.len() != 4 || !(1990..2100).contains(&year.parse::<u16>().unwrap_or(0)) {
            continue;
        }
        let mut ahead = parts.clone();
        let (Some(month), Some(day)) = (ahead.next(), ahead.next()) else {
            continue;
        };
        let (Ok(month), Ok(day)) = (month.parse::<u8>(), day.parse::<u8>()) else {
            continue;
        };
        if (1..=12).contains(&month) && (1..=31).contains(&day) {
            return Some(format!("{year}-{month:02}-{day:02}"));
        }
    }
}

/// A written date in ISO 8601, as exact as it says; none where it is not a date.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = |range: std::ops::Range<usize>| {
        text.get(range)
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = digits(0..4)?;
    let separator = text.get(4..5)?;
    if matches!(separator, "-" | "/" | ".")
        && let (Some(month), Some(day)) = (digits(5..7), digits(8..10))
    {
        let rest = text.get(10..).unwrap_or_default();
        return Some(format!("{year}-{month}-{day}{rest}"));
    }
    None
}
