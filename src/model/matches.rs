use serde::{Deserialize, Serialize};

/// Parts of a text: where each begins and ends, in UTF-16 units, as JavaScript counts. In order,
/// none touching another.
pub type Marks = Vec<(u32, u32)>;

/// What of a link, as it is shown, the words of a search have found. A link that is found by what
/// is not shown has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Matches {
    /// In the title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub title: Marks,
    /// In the description.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub description: Marks,
    /// In the memo.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub memo: Marks,
    /// In the address, as it is written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub url: Marks,
    /// In the host, as it is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub host: Marks,
    /// In each of the tags, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Marks>,
}
