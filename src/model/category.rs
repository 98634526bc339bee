use super::{CategoryId, Millis};
use crate::json::record;

/// A named place for links.
#[derive(Clone, Debug, PartialEq, Eq)]
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

record!(Category {
    always: id, name, favourite, count, created;
});

impl Category {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 100;
}
