use serde::{Deserialize, Serialize};

use super::ChangeId;

/// What was done to the library at once, and can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its identity, by which it is taken back.
    pub id: ChangeId,
    /// What was done.
    pub kind: ChangeKind,
    /// How many links it made different, or reminders.
    pub links: u32,
    /// The name of the category that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
}

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Deletes a category; its links go to the trash.
    DeleteCategory,
    /// Changes what a person says about a link.
    Edit,
    /// Puts links among the favourites, or takes them away from them.
    Favourite,
    /// Brings links into a category.
    Move,
    /// Adds tags to links, and takes tags away.
    Tag,
    /// Puts links at a place in the order by hand.
    Place,
    /// Puts links into the trash.
    Trash,
    /// Takes links out of the trash.
    Restore,
    /// Cancels or dismisses reminders, or brings them back: it is they who are counted.
    Reminders,
}

impl ChangeKind {
    /// What the taking back of such a change does.
    #[must_use]
    pub const fn reverse(self) -> Self {
        match self {
            Self::DeleteCategory | Self::Trash => Self::Restore,
            Self::Restore => Self::Trash,
            Self::Edit
            | Self::Favourite
            | Self::Move
            | Self::Tag
            | Self::Place
            | Self::Reminders => self,
        }
    }
}

/// What a person says about a link; what is none stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LinkEdit {
    /// The title; blank or null: the page's shows again.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The memo; blank or null: none.
    #[serde(deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub memo: Option<String>,
    /// All its tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

/// What is there is said: null is a blank text.
fn given<'a, D: serde::Deserializer<'a>>(value: D) -> Result<Option<String>, D::Error> {
    let text = Option::<String>::deserialize(value)?;
    Ok(Some(text.unwrap_or_default()))
}

/// How the tags of links change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TagEdit {
    /// Those that each of the links gets.
    pub add: Vec<String>,
    /// Those that none of them keeps.
    pub remove: Vec<String>,
}

/// A tag, and how many links have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagCount {
    /// The tag.
    pub tag: String,
    /// How many links (the trash not counted).
    pub count: u32,
}
