//! JSON: what is stored, what crosses to JavaScript, and the JSON-LD of pages.
//!
//! Of our own, for its size: it takes 12 KB (brotli) where `serde` with `serde_json` and
//! `serde-wasm-bindgen` took 60 of the 130 that the whole core may weigh. `serde_json` is the oracle
//! of its tests.

mod parse;
mod record;
mod value;
mod write;

pub use parse::parse;
pub use record::{Fields, FromJson};
pub(crate) use record::{codes, record};
pub use value::{Members, Value};
pub use write::{ToJson, write_list, write_members, write_record};

/// The JSON of a value.
///
/// ```
/// # use urlink::json::to_json;
/// assert_eq!(to_json(&vec!["a\"b", "\n"]), r#"["a\"b","\n"]"#);
/// assert_eq!(to_json(&Some(3_u32)), "3");
/// ```
#[must_use]
pub fn to_json<T: ToJson + ?Sized>(value: &T) -> String {
    let mut json = String::new();
    value.write(&mut json);
    json
}

/// Reads a value from JSON; none where the text is not JSON, or not that of such a value.
///
/// ```
/// # use urlink::json::from_json;
/// assert_eq!(from_json::<Vec<u32>>(" [1, 2] "), Some(vec![1, 2]));
/// assert_eq!(from_json::<Vec<u32>>("[1, 2.5]"), None);
/// assert_eq!(from_json::<Option<u32>>("null"), Some(None));
/// ```
#[must_use]
pub fn from_json<T: FromJson>(json: &str) -> Option<T> {
    T::read(parse(json)?)
}
