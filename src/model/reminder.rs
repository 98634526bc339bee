use serde::{Deserialize, Serialize};

use super::{Change, Civil, LinkId, Millis, ReminderId};

/// A reminder of a link, as it is stored: one record a reminder.
///
/// What a person chose is what the clock on the wall shows: it holds when daylight saving begins
/// and when the time zone is another. [`Reminder::due`] is the instant that this means in the time
/// zone it was computed in, and is computed anew where that is not what the wall shows any more.
///
/// A reminder that repeats is one record, however often it has rung: it has a next time and says
/// when it rang last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// Its identity.
    pub id: ReminderId,
    /// The link that it is about.
    pub link: LinkId,
    /// The first time, from which the others are counted: the 31st of January, monthly, is the
    /// 28th of February and the 31st of March.
    pub start: Civil,
    /// How it goes on.
    #[serde(default, skip_serializing_if = "Repeat::is_never")]
    pub repeat: Repeat,
    /// Its next time, but for [`Reminder::snoozed`].
    pub when: Civil,
    /// The time to which it was put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed: Option<Civil>,
    /// When it rings; none where it rings no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Millis>,
    /// Whether that was counted from the moment it was asked for ("in an hour"): then it is this
    /// instant in every time zone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub counted: bool,
    /// How it rang last, until that is dismissed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<Ring>,
}

/// How a reminder rang.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ring {
    /// When it was due.
    pub at: Millis,
    /// Whether that was when nobody could ring: the browser was closed, or the link in the trash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub missed: bool,
    /// Whether a person has read it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read: bool,
    /// Whether a person has been told of it: until then, it is told again at each start.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
}

/// How a reminder goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Repeat {
    /// It rings once.
    #[default]
    Never,
    /// Each day.
    Daily,
    /// From Monday to Friday.
    Weekdays,
    /// On the same day of each week.
    Weekly,
    /// On the same day of each month, or on its last where it is shorter.
    Monthly,
}

impl Repeat {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    fn is_never(&self) -> bool {
        *self == Self::Never
    }
}

/// When to be reminded, as a person says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReminderWish {
    /// A date and a time, as [`Civil`] reads them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Or one of the times that are offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// How it goes on; what is put off goes on as before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
}

/// A time that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// In ten minutes, to the nearest minute: for what has rung.
    TenMinutes,
    /// In an hour, to the nearest minute.
    Hour,
    /// At 9:00 of today: offered until 8:00, since to who is still awake tomorrow is another day.
    ThisMorning,
    /// At 19:00; from 18:00 on, that of the next day is offered in its place.
    ThisEvening,
    /// At 19:00 of the next day.
    TomorrowEvening,
    /// At 9:00 of the next day.
    TomorrowMorning,
    /// At 9:00 of the first Monday after today.
    NextMonday,
    /// At 10:00 of the Saturday of this week; on Saturday and Sunday, of the next.
    NextWeekend,
}

/// A time that is offered, and what it means now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub preset: Preset,
    /// What the wall will show.
    pub at: Civil,
    /// When that is.
    pub due: Millis,
}

/// A reminder, ready to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    /// Its identity.
    pub id: ReminderId,
    /// The link that it is about.
    pub link: LinkId,
    /// The link's title; empty where its record cannot be read.
    pub title: String,
    /// The link's address.
    pub url: String,
    /// The address in the form in which it may be opened; none where it must not be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The site's icon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The card's image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What the wall will show when it rings.
    pub at: Civil,
    /// When it rings; none where it rings no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Millis>,
    /// How it goes on.
    pub repeat: Repeat,
    /// Whether it was put off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub snoozed: bool,
    /// How it rang last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<Ring>,
}

/// A reminder that was set, or given another time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderSet {
    /// As it is now.
    pub reminder: ReminderView,
    /// What can be undone; of no link, where nothing is different.
    pub change: Change,
}

/// The reminders of links that are not in the trash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderList {
    /// Those that rang and were not dismissed, the last first.
    pub rang: Vec<ReminderView>,
    /// Those that will ring, the next first. One that repeats may be in both lists.
    pub pending: Vec<ReminderView>,
    /// How many rang and are not read.
    pub unread: u32,
}
