//! Values across the boundary, by way of serde: plain objects, no maps, no bigints. And promises.

use std::pin::Pin;

use js_sys::Promise;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use super::error::urlink_error;

/// Reads what JavaScript passes; `undefined` and `null` are the default.
pub(super) fn from_js<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_null() || value.is_undefined() {
        return Ok(T::default());
    }
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| urlink_error("bad-request", &error.to_string()))
}

/// Gives a value to JavaScript, as storage and messages keep it.
pub(super) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value
        .serialize(&Serializer::json_compatible())
        .map_err(|error| urlink_error("bad-request", &error.to_string()))
}

/// A promise of what `work` gives. Boxed, since each export's own kind of promise would weigh 1 KB.
pub(super) fn promise(work: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    let boxed: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(work);
    future_to_promise(boxed)
}
