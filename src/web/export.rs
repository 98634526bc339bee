//! The export, which needs no open library.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::error::urlink_error;
use super::store::{BrowserStore, LibraryStore};
use crate::engine::export::{Format, export};
use crate::model::Language;

/// What can be read of a library, as `json` (every record) or as `bookmarks` (HTML that browsers
/// import). It works where `openLibrary` is refused, and changes nothing.
///
/// # Errors
/// `storage-failed`, where not even the names of the records can be read.
#[wasm_bindgen(js_name = exportLibrary)]
pub async fn export_library(
    store: LibraryStore,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: String,
) -> Result<String, JsValue> {
    let format = match format.as_str() {
        "json" => Format::Json,
        _ => Format::Bookmarks,
    };
    match export(&BrowserStore(store), format).await {
        Ok(export) => Ok(export.text),
        Err(error) => Err(urlink_error(error.code(), error.sentence(Language::En))),
    }
}
