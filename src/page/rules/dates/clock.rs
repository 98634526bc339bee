//! The time of a day, and its zone.

/// Halves of the day that are written before the hour, and the hour at which they begin.
const HALVES: [(&str, u8); 4] = [("오전", 0), ("오후", 12), ("午前", 0), ("午後", 12)];

/// The time behind a date, as `T12:34:56+09:00`: as much of it as is written.
pub(super) fn time(rest: &str) -> Option<String> {
    let start = rest.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = rest.split_at_checked(start)?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour_length = digits(rest);
    let mut hour: u8 = rest.get(..hour_length)?.parse().ok()?;
    if let Some((_, begins)) = HALVES.iter().find(|(half, _)| before.contains(half)) {
        hour = hour % 12 + begins;
    }
    let rest = rest
        .get(hour_length..)?
        .strip_prefix([':', '시', '時'])?
        .trim_start();
    let minute = rest.get(..2).filter(|_| digits(rest) == 2)?;
    let mut rest = rest.get(2..)?;
    let mut second = "";
    if let Some(behind) = rest.strip_prefix(':')
        && digits(behind) == 2
    {
        second = rest.get(..3)?;
        rest = behind.get(2..)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.get(digits(fraction)..)?;
        }
    }
    let rest = rest.trim_start();
    let lower = rest.get(..2).unwrap_or_default().to_ascii_lowercase();
    let rest = match lower.as_str() {
        "am" | "pm" => {
            hour = hour % 12 + if lower == "pm" { 12 } else { 0 };
            rest.get(2..)?.trim_start()
        }
        _ => rest,
    };
    (hour < 24).then(|| format!("T{hour:02}:{minute}{second}{}", zone(rest)))
}

/// A zone that is a number, or UTC by one of its names; else nothing.
fn zone(rest: &str) -> String {
    let rest = rest
        .strip_prefix("GMT")
        .or_else(|| rest.strip_prefix("UTC"))
        .map_or(rest, |behind| {
            if behind.starts_with(['+', '-']) {
                behind
            } else {
                "Z"
            }
        });
    if rest.starts_with(['Z', 'z']) {
        return "Z".to_owned();
    }
    let sign = if rest.starts_with('-') { '-' } else { '+' };
    let digits: String = rest
        .strip_prefix(['+', '-'])
        .unwrap_or_default()
        .chars()
        .take_while(|&c| c.is_ascii_digit() || c == ':')
        .filter(char::is_ascii_digit)
        .collect();
    match (digits.get(..2), digits.get(2..)) {
        (Some(hours), Some("")) => format!("{sign}{hours}:00"),
        (Some(hours), Some(minutes)) if minutes.len() == 2 => format!("{sign}{hours}:{minutes}"),
        _ => String::new(),
    }
}
