use serde::{Deserialize, Serialize};

use super::{CategoryId, Millis};

/// A named place for links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// Its identity.
    pub id: CategoryId,
    /// What the user calls it: NFC, at most [`Category::NAME_LIMIT`] characters.
    pub name: String,
    /// Whether it stands among the favourites, above the others.
    pub favourite: bool,
    /// How many links it holds (the trash not counted).
    pub count: u32,
    /// When it was created.
    pub created: Millis,
}

impl Category {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 100;
}
