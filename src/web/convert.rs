//! Values across the boundary, by way of serde: plain objects, no maps, no bigints. And promises.

use std::pin::Pin;

use js_sys::{Array, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::error::urlink_error;
use crate::address::Address;

/// What is longer was never meant: JavaScript's lists may be all length and nothing in it.
const MOST: u32 = 1 << 20;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = structuredClone)]
    fn structured_clone(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// Reads what JavaScript passes; `undefined` and `null` are the default.
pub(super) fn from_js<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(T::default());
    }
    given(value)
}

/// Reads what JavaScript must pass. No export takes a `String`, a `bool` or a list: the bindings
/// would believe that a number is one, and read and write where nothing is, or throw before there is
/// a promise.
pub(super) fn given<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(plain(value)?).map_err(not_read)
}

/// A copy of an object: code of its own that threw in the midst of the core would end that.
#[inline(never)]
fn plain(value: JsValue) -> Result<JsValue, JsValue> {
    let list = value.dyn_ref::<Array>();
    if list.is_some_and(|list| list.length() > MOST) {
        return Err(bad_request("a list that is too long"));
    }
    if value.is_object() {
        structured_clone(&value).map_err(|_| bad_request("a value that cannot be copied"))
    } else {
        Ok(value)
    }
}

#[inline(never)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err wants"
)]
fn not_read(error: serde_wasm_bindgen::Error) -> JsValue {
    bad_request(&error.to_string())
}

/// The error of a value that has another shape. A message that repeats the value may be as long.
pub(super) fn bad_request(message: &str) -> JsValue {
    let short: String = message.chars().take(200).collect();
    urlink_error("bad-request", &short)
}

/// The address that a text of JavaScript's is; none for anything else.
pub(super) fn address_of(text: &JsValue) -> Option<Address> {
    Address::parse(&text.as_string()?).ok()
}

/// Gives a value to JavaScript, as storage and messages keep it.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(not_read)
}

/// A promise of what `work` gives. Boxed, since each export's own kind of promise would weigh 1 KB.
pub(super) fn promise(work: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let boxed: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(work);
    future_to_promise(boxed)
}

/// What a function of JavaScript's gives in the end, whether or not it gives a promise.
pub(super) async fn settled(answer: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&answer?)).await
}
