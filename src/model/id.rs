use std::fmt;

use serde::{Deserialize, Serialize};

use super::Millis;
use super::base36::base36;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

id! {
    /// A link's identity: `<created><sequence><hash>`. The first two sort by time; the hash is of
    /// the key for duplicates, so that the ids alone tell what may be known already.
    ///
    /// No longer, on purpose: for every write Chrome copies a table of all keys, in which a key of up
    /// to 22 bytes (this one and its kind) needs no memory of its own. With 100,000 links, that is
    /// half the time of a write.
    LinkId
}
id! {
    /// A category's identity: sorts by time.
    CategoryId
}
id! {
    /// A job's identity: sorts by time.
    JobId
}
id! {
    /// A change's identity: sorts by time.
    ChangeId
}
id! {
    /// A reminder's identity: sorts by time.
    ReminderId
}

pub(super) const TIME_DIGITS: u32 = 9;

impl CategoryId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl JobId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl ReminderId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

impl ChangeId {
    /// Composes an id from the time and something random.
    #[must_use]
    pub fn new(created: Millis, random: u64) -> Self {
        Self(time_and_random(created, random))
    }
}

fn time_and_random(created: Millis, random: u64) -> String {
    format!(
        "{}{}",
        base36(created, TIME_DIGITS),
        base36(random % 36_u64.pow(5), 5)
    )
}
