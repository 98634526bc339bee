//! Values across the boundary, by way of their JSON: the same text that storage keeps.

use js_sys::JSON;
use wasm_bindgen::JsValue;

use crate::json::{FromJson, from_json};
use crate::model::LibraryError;

/// Reads what JavaScript passes; `undefined` and `null` are blank.
pub(super) fn from_js<T: FromJson>(value: &JsValue) -> Result<T, LibraryError> {
    if value.is_null() || value.is_undefined() {
        return Ok(T::blank());
    }
    let json = JSON::stringify(value).map_err(|_| LibraryError::BadRequest)?;
    from_json(&String::from(json)).ok_or(LibraryError::BadRequest)
}

/// Gives JavaScript the value that a JSON is of; nothing where there is none.
pub(super) fn to_js(json: Option<&str>) -> JsValue {
    json.and_then(|json| JSON::parse(json).ok())
        .unwrap_or(JsValue::UNDEFINED)
}
