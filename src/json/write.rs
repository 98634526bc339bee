use std::collections::{BTreeMap, BTreeSet};

use super::value::Value;

/// What has a JSON.
pub trait ToJson {
    /// Writes it onto the end of `json`.
    fn write(&self, json: &mut String);

    /// Whether it says nothing, so that a record may leave it out: none, empty, false, zero.
    fn is_blank(&self) -> bool {
        false
    }
}

/// Writes an object of names, their values, and whether they are to be written.
pub fn write_record(json: &mut String, members: &[(&str, &dyn ToJson, bool)]) {
    let wanted = members.iter().filter(|(_, _, is_wanted)| *is_wanted);
    write_members(json, &mut wanted.map(|(name, value, _)| (*name, *value)));
}

/// Writes an object.
pub fn write_members<'a>(
    json: &mut String,
    members: &mut dyn Iterator<Item = (&'a str, &'a dyn ToJson)>,
) {
    let mut separator = '{';
    for (name, value) in members {
        json.push(separator);
        separator = ',';
        name.write(json);
        json.push(':');
        value.write(json);
    }
    json.push_str(if separator == '{' { "{}" } else { "}" });
}

/// Writes an array.
pub fn write_list(json: &mut String, values: &mut dyn Iterator<Item = &dyn ToJson>) {
    let mut separator = '[';
    for value in values {
        json.push(separator);
        separator = ',';
        value.write(json);
    }
    json.push_str(if separator == '[' { "[]" } else { "]" });
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, json: &mut String) {
        (**self).write(json);
    }

    fn is_blank(&self) -> bool {
        (**self).is_blank()
    }
}

impl ToJson for str {
    fn write(&self, json: &mut String) {
        json.push('"');
        let mut rest = self;
        while let Some(place) = rest
            .bytes()
            .position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))
        {
            let (plain, behind) = rest.split_at_checked(place).unwrap_or_default();
            json.push_str(plain);
            let mut characters = behind.chars();
            if let Some(character) = characters.next() {
                write_escaped(character, json);
            }
            rest = characters.as_str();
        }
        json.push_str(rest);
        json.push('"');
    }
}

fn write_escaped(character: char, json: &mut String) {
    let letter = match character {
        '"' | '\\' => character,
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        _ => {
            let code = u32::from(character);
            json.push_str("\\u00");
            json.extend(
                [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16).unwrap_or('0')),
            );
            return;
        }
    };
    json.push('\\');
    json.push(letter);
}

impl ToJson for String {
    fn write(&self, json: &mut String) {
        self.as_str().write(json);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl ToJson for bool {
    fn write(&self, json: &mut String) {
        json.push_str(if *self { "true" } else { "false" });
    }

    fn is_blank(&self) -> bool {
        !self
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl ToJson for $number {
            fn write(&self, json: &mut String) {
                json.push_str(&i64::try_from(*self).unwrap_or(i64::MAX).to_string());
            }

            fn is_blank(&self) -> bool {
                *self == 0
            }
        }
    )*};
}

numbers! { u8 u16 u32 u64 i32 }

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, json: &mut String) {
        match self {
            Some(value) => value.write(json),
            None => json.push_str("null"),
        }
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, json: &mut String) {
        write_list(json, &mut self.iter().map(|value| value as &dyn ToJson));
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, json: &mut String) {
        self.as_slice().write(json);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: ToJson, const N: usize> ToJson for [T; N] {
    fn write(&self, json: &mut String) {
        self.as_slice().write(json);
    }
}

impl<T: ToJson> ToJson for BTreeSet<T> {
    fn write(&self, json: &mut String) {
        write_list(json, &mut self.iter().map(|value| value as &dyn ToJson));
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<K: AsRef<str>, T: ToJson> ToJson for BTreeMap<K, T> {
    fn write(&self, json: &mut String) {
        let members = self.iter();
        let mut members = members.map(|(name, value)| (name.as_ref(), value as &dyn ToJson));
        write_members(json, &mut members);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl ToJson for Value {
    fn write(&self, json: &mut String) {
        match self {
            Self::Null => json.push_str("null"),
            Self::Boolean(value) => value.write(json),
            Self::Number(written) => json.push_str(written),
            Self::String(text) => text.write(json),
            Self::Array(values) => values.write(json),
            Self::Object(members) => write_members(
                json,
                &mut members
                    .iter()
                    .map(|(name, value)| (name, value as &dyn ToJson)),
            ),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use crate::json::to_json;

    proptest! {
        #[test]
        fn any_text_is_written_as_the_oracle_reads_it(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&to_json(&text)).unwrap(), text);
        }

        #[test]
        fn numbers_are_written_in_full(number in any::<u32>()) {
            prop_assert_eq!(to_json(&number), number.to_string());
        }
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(
            to_json("\u{0}\u{1f}\n\t\r\"\\/\u{7f}"),
            "\"\\u0000\\u001f\\n\\t\\r\\\"\\\\/\u{7f}\""
        );
        let empty: &[u8] = &[];
        assert_eq!(to_json(empty), "[]");
    }
}
