use serde::{Deserialize, Serialize};

use super::{Language, Sort};

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// The language; none: the browser's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
    /// How many pages are read at once at most, from 1 to [`Settings::MOST_CONNECTIONS`]; none: as
    /// many as go well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connections: Option<u32>,
    /// How links are laid out; none: as cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// In which order links are shown; none: the newest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
}

impl Settings {
    /// So many pages are never read at once.
    pub const MOST_CONNECTIONS: u32 = 64;
}

/// Which colours the pages have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the operating system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How links are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// With their pictures.
    #[default]
    Cards,
    /// A line each.
    List,
}
