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
    /// In the address, where neither the title nor the host shows why the link was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Passage>,
    /// In the host, as it is shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub host: Marks,
    /// In each of the tags, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Marks>,
}

/// A text that is shown only for what was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The text, without what would keep what was found out of sight.
    pub text: String,
    /// In this text.
    pub marks: Marks,
}
