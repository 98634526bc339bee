//! What JavaScript throws, as text; what the core reports, as a JavaScript `Error`.

use js_sys::{Error, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// The message of anything that JavaScript may throw.
pub(super) fn message_of(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| thrown.as_string())
        .unwrap_or_else(|| format!("{thrown:?}"))
}

/// A `UrlinkError` of [`super::types`].
pub(super) fn urlink_error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("UrlinkError");
    // Setting a property of an object that was made above cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
