//! Days and months.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) date: u8,
}

impl Day {
    /// None where no page could have been published then.
    pub(super) fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            2 => 28 + u32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1970..2100).contains(&year) && (1..=length).contains(&day)).then_some(())?;
        Some(Self {
            year: u16::try_from(year).ok()?,
            month: u8::try_from(month).ok()?,
            date: u8::try_from(day).ok()?,
        })
    }

    /// The day of so many seconds since the Unix epoch (the civil calendar in days, after
    /// Howard Hinnant's `civil_from_days`).
    pub(super) fn of_epoch(seconds: u64) -> Option<Self> {
        let days = seconds / 86_400 + 719_468;
        let era = days / 146_097;
        let of_era = days % 146_097;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 {
            shifted + 3
        } else {
            shifted - 9
        };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Self::new(
            u32::try_from(year).ok()?,
            u32::try_from(month).ok()?,
            u32::try_from(day).ok()?,
        )
    }
}

/// The month of a name, whole or cut to three letters or more.
pub(super) fn month_of(word: &str) -> Option<u32> {
    /// In English, German, French, Spanish, Italian, Portuguese, Dutch and Russian.
    const MONTHS: [&str; 12] = [
        "january januar janvier enero gennaio janeiro januari января",
        "february februar février fevrier febrero febbraio fevereiro februari февраля",
        "march märz mars marzo março marco maart марта",
        "april avril abril aprile апреля",
        "may mai mayo maggio maio mei мая",
        "june juni juin junio giugno junho июня",
        "july juli juillet julio luglio julho июля",
        "august août aout agosto augustus августа",
        "september septembre septiembre settembre setembro сентября",
        "october oktober octobre octubre ottobre outubro октября",
        "november novembre noviembre novembro ноября",
        "december dezember décembre decembre diciembre dicembre dezembro декабря",
    ];
    let word = word.to_lowercase();
    let is_meant = |names: &&str| names.split(' ').any(|name| name.starts_with(&word));
    let place = MONTHS
        .iter()
        .position(|names| word.chars().count() >= 3 && is_meant(names))?;
    u32::try_from(place + 1).ok()
}
