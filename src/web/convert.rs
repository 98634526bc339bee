//! Values across the boundary, as JSON: one string is faster than an object made field by field,
//! and what storage keeps needs the same code. And promises.

use std::borrow::Cow;
use std::pin::Pin;

use js_sys::{JSON, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::error::urlink_error;

/// Reads what JavaScript passes; `undefined` and `null` are the default.
pub(super) fn from_js<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(T::default());
    }
    let json = JSON::stringify(&value)?.as_string().unwrap_or_default();
    serde_json::from_str(&without_halves(&json)).map_err(bad_request)
}

/// Gives a value to JavaScript, as storage and messages keep it.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    JSON::parse(&serde_json::to_string(value).map_err(bad_request)?)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err wants"
)]
fn bad_request(error: serde_json::Error) -> JsValue {
    urlink_error("bad-request", &error.to_string())
}

/// Half of a surrogate pair is no character: it becomes U+FFFD, as in every string that crosses.
/// (`JSON.stringify` escapes halves, and nothing else of U+D000 and above.)
fn without_halves(json: &str) -> Cow<'_, str> {
    if !json.contains(r"\ud") {
        return Cow::Borrowed(json);
    }
    let mut whole = String::with_capacity(json.len());
    for (place, part) in json.split(r"\\").enumerate() {
        whole.push_str(if place > 0 { r"\\" } else { "" });
        let mut pieces = part.split(r"\ud");
        whole.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            whole.push('\u{fffd}');
            whole.push_str(piece.get(3..).unwrap_or_default());
        }
    }
    Cow::Owned(whole)
}

/// A promise of what `work` gives. Boxed, since each export's own kind of promise would weigh 1 KB.
pub(super) fn promise(work: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let boxed: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(work);
    future_to_promise(boxed)
}
