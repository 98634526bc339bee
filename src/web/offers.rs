//! What a browser offers to be saved, told from what cannot be.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{given, to_js};
use crate::address::offered;

/// What is known of addresses that a browser knows, one for each; null for what cannot be saved.
/// It needs no open library.
///
/// # Errors
/// `bad-request` for what is no list of texts.
#[wasm_bindgen(js_name = offeredUrls, unchecked_return_type = "(OfferedUrl | null)[]")]
pub fn offered_urls(
    #[wasm_bindgen(unchecked_param_type = "string[]")] urls: JsValue,
) -> Result<JsValue, JsValue> {
    let urls: Vec<String> = given(urls)?;
    let known: Vec<_> = urls.into_iter().map(|url| offered(&url)).collect();
    to_js(&known)
}
