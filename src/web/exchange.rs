//! What other programs keep, as JavaScript tells it.

use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{bad_request, given, to_js};
use crate::exchange::plan;

/// What to change in a folder of bookmarks so that it says what the library says. It needs no
/// open library.
///
/// # Errors
/// `bad-request`: an argument has another shape.
#[wasm_bindgen(js_name = planBookmarks, unchecked_return_type = "BookmarkPlan")]
pub fn plan_bookmarks(
    #[wasm_bindgen(unchecked_param_type = "BookmarkMirror")] wanted: JsValue,
    #[wasm_bindgen(unchecked_param_type = "BookmarkNode")] top: JsValue,
    #[wasm_bindgen(unchecked_param_type = "BookmarkRecord")] record: &JsValue,
) -> Result<JsValue, JsValue> {
    // As text: what is read as a map is believed to be one, if it can be gone through.
    let record = JSON::stringify(record).ok();
    let record = record.and_then(|record| serde_json::from_str(&record.as_string()?).ok());
    let record = record.ok_or_else(|| bad_request("no record of bookmarks"))?;
    to_js(&plan(&given(wanted)?, &given(top)?, &record))
}
