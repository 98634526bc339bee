/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as written.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(Members),
}

impl Value {
    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}

/// The members of an object, in the order in which they are written. Where a name stands twice,
/// the last counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(pub(super) Vec<(String, Value)>);

impl Members {
    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let mut newest_first = self.0.iter().rev();
        newest_first
            .find(|member| member.0 == name)
            .map(|member| &member.1)
    }

    /// Takes a member out.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let place = self.0.iter().rposition(|member| member.0 == name)?;
        Some(self.0.remove(place).1)
    }

    /// All of them, as written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}
