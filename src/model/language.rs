use crate::json::codes;

/// The languages that urLink speaks: equals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Korean, in 해요체.
    Ko,
}

codes!(Language {
    En = "en", Ko = "ko",
});
