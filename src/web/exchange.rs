//! What other programs keep, as JavaScript tells it.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{from_js, to_js};
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
    #[wasm_bindgen(unchecked_param_type = "BookmarkRecord")] record: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&plan(&from_js(wanted)?, &from_js(top)?, &from_js(record)?))
}
