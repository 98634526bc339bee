use serde::{Deserialize, Serialize};

/// In which order links are shown. Favourites stand first, but in the order made by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// What was saved last stands first.
    #[default]
    Newest,
    /// What was saved first stands first.
    Oldest,
    /// By the title that is shown.
    Title,
    /// By the host, then by the title.
    Site,
    /// As the user has placed them.
    Hand,
}
