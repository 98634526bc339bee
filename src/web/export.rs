//! The export, which needs no open library.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::promise;
use super::error::urlink_error;
use super::store::{BrowserStore, LibraryStore};
use crate::engine::export::{Format, export};
use crate::model::Language;

/// What can be read of a library, as `json` (every record) or as `bookmarks` (HTML that browsers
/// import). It works where `openLibrary` is refused, and changes nothing.
///
/// # Errors
/// `storage-failed`, where not even the names of the records can be read.
#[wasm_bindgen(js_name = exportLibrary, unchecked_return_type = "Promise<string>")]
pub fn export_library(
    store: LibraryStore,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: String,
) -> Promise {
    promise(async move {
        let format = match format.as_str() {
            "json" => Format::Json,
            _ => Format::Bookmarks,
        };
        match export(&BrowserStore(store), format).await {
            Ok(export) => Ok(export.text.into()),
            Err(error) => Err(urlink_error(error.code(), error.sentence(Language::En))),
        }
    })
}
