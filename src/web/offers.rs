//! What a browser offers to be saved, told from what cannot be.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::to_js;
use crate::address::offered;

/// What is known of addresses that a browser knows, one for each; null for what cannot be saved.
/// It needs no open library.
///
/// # Errors
/// None that is known.
#[wasm_bindgen(js_name = offeredUrls, unchecked_return_type = "(OfferedUrl | null)[]")]
pub fn offered_urls(urls: Vec<String>) -> Result<JsValue, JsValue> {
    let known: Vec<_> = urls.into_iter().map(|url| offered(&url)).collect();
    to_js(&known)
}
