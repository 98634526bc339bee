use std::collections::{BTreeMap, BTreeSet};

use super::value::{Members, Value};

/// What can be read from JSON.
pub trait FromJson: Sized {
    /// Reads a value; none where it is that of something else.
    fn read(value: Value) -> Option<Self>;

    /// What an absent field of this type means: none, empty, false, zero.
    fn blank() -> Self;
}

/// The fields of a record while they are read.
pub struct Fields {
    members: Members,
    is_sound: bool,
}

impl Fields {
    /// Those of an object; none for anything else.
    #[must_use]
    pub fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self {
                members,
                is_sound: true,
            }),
            _ => None,
        }
    }

    /// A field that must be there.
    pub fn required<T: FromJson>(&mut self, name: &str) -> T {
        self.field(name, true)
    }

    /// A field that is left out where it is blank.
    pub fn optional<T: FromJson>(&mut self, name: &str) -> T {
        self.field(name, false)
    }

    fn field<T: FromJson>(&mut self, name: &str, is_required: bool) -> T {
        let read = match self.members.take(name) {
            Some(value) => T::read(value),
            None if is_required => None,
            None => return T::blank(),
        };
        self.is_sound &= read.is_some();
        read.unwrap_or_else(T::blank)
    }

    /// Whether every field was what it should be.
    #[must_use]
    pub const fn are_sound(&self) -> bool {
        self.is_sound
    }
}

/// Makes a struct a JSON object. Fields under `always` are always there; those under
/// `unless_blank` are left out where they are blank. The name is that of the field, unless
/// another is given.
macro_rules! record {
    ($type:ty {
        $(always: $($field:ident $(= $name:literal)?),+;)?
        $(unless_blank: $($extra:ident $(= $alias:literal)?),+;)?
    }) => {
        $crate::json::record!(@write $type {
            $(always: $($field $(= $name)?),+;)?
            $(unless_blank: $($extra $(= $alias)?),+;)?
        });

        impl $crate::json::FromJson for $type {
            fn read(value: $crate::json::Value) -> Option<Self> {
                let mut fields = $crate::json::Fields::of(value)?;
                let record = Self {
                    $($($field: fields.required($crate::json::record!(@name $field $($name)?)),)+)?
                    $($($extra: fields.optional($crate::json::record!(@name $extra $($alias)?)),)+)?
                };
                fields.are_sound().then_some(record)
            }

            fn blank() -> Self {
                Self {
                    $($($field: $crate::json::FromJson::blank(),)+)?
                    $($($extra: $crate::json::FromJson::blank(),)+)?
                }
            }
        }
    };
    (@write $type:ty {
        $(always: $($field:ident $(= $name:literal)?),+;)?
        $(unless_blank: $($extra:ident $(= $alias:literal)?),+;)?
    }) => {
        impl $crate::json::ToJson for $type {
            fn write(&self, json: &mut String) {
                $crate::json::write_record(json, &[
                    $($((
                        $crate::json::record!(@name $field $($name)?),
                        &self.$field,
                        true,
                    ),)+)?
                    $($((
                        $crate::json::record!(@name $extra $($alias)?),
                        &self.$extra,
                        !$crate::json::ToJson::is_blank(&self.$extra),
                    ),)+)?
                ]);
            }

            fn is_blank(&self) -> bool {
                let always: &[&str] = &[$($(stringify!($field)),+)?];
                always.is_empty() $($(&& $crate::json::ToJson::is_blank(&self.$extra))+)?
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}

/// Makes an enum of plain variants a JSON string. The first variant is what an absent one means.
macro_rules! codes {
    ($type:ty { $first:ident = $code:literal $(, $variant:ident = $other:literal)* $(,)? }) => {
        impl $crate::json::ToJson for $type {
            fn write(&self, json: &mut String) {
                let code = match self {
                    Self::$first => $code,
                    $(Self::$variant => $other,)*
                };
                code.write(json);
            }
        }

        impl $crate::json::FromJson for $type {
            fn read(value: $crate::json::Value) -> Option<Self> {
                match value.as_str()? {
                    $code => Some(Self::$first),
                    $($other => Some(Self::$variant),)*
                    _ => None,
                }
            }

            fn blank() -> Self {
                Self::$first
            }
        }
    };
}

pub(crate) use {codes, record};

impl FromJson for String {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl FromJson for bool {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Boolean(value) => Some(value),
            _ => None,
        }
    }

    fn blank() -> Self {
        false
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl FromJson for $number {
            fn read(value: Value) -> Option<Self> {
                u64::read(value)?.try_into().ok()
            }

            fn blank() -> Self {
                0
            }
        }
    )*};
}

numbers! { u8 u16 u32 }

impl FromJson for u64 {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Number(written) => written.parse().ok(),
            _ => None,
        }
    }

    fn blank() -> Self {
        0
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::read(value).map(Some),
        }
    }

    fn blank() -> Self {
        None
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Array(values) => values.into_iter().map(T::read).collect(),
            _ => None,
        }
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl<T: FromJson + Ord> FromJson for BTreeSet<T> {
    fn read(value: Value) -> Option<Self> {
        Vec::read(value).map(Self::from_iter)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl<K: From<String> + Ord, T: FromJson> FromJson for BTreeMap<K, T> {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => members
                .0
                .into_iter()
                .map(|(name, value)| Some((K::from(name), T::read(value)?)))
                .collect(),
            _ => None,
        }
    }

    fn blank() -> Self {
        Self::new()
    }
}
