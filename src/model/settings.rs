use super::Language;
use crate::json::{codes, record};

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language; none: the browser's.
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
}

record!(Settings {
    always: theme;
    unless_blank: language;
});

/// Which colours the pages have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the operating system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

codes!(Theme {
    System = "system", Light = "light", Dark = "dark",
});
