use serde::{Deserialize, Serialize};

/// The languages that urLink speaks: equals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Korean, in 해요체.
    Ko,
}
