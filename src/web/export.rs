//! The export, which needs no open library.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::api::tell_unopened;
use super::convert::{bad_request, from_js, promise};
use super::store::{BrowserStore, LibraryStore};
use crate::engine::export::{Format, export};

/// What can be read of a library, as `json` (every record) or as `bookmarks` (HTML that browsers
/// import). It works where `openLibrary` is refused, and changes nothing. `language` is the
/// browser's.
///
/// # Errors
/// `storage-failed`, where not even the names of the records can be read.
#[wasm_bindgen(js_name = exportLibrary, unchecked_return_type = "Promise<string>")]
pub fn export_library(
    store: LibraryStore,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] language: JsValue,
) -> Promise {
    promise(async move {
        let format = match format.as_string().as_deref() {
            Some("json") => Format::Json,
            Some("bookmarks") => Format::Bookmarks,
            _ => return Err(bad_request("no format of exports")),
        };
        let store = BrowserStore::of(store)?;
        let language: Option<String> = from_js(language)?;
        match export(&store, format).await {
            Ok(export) => Ok(export.text.into()),
            Err(error) => Err(tell_unopened(error, &store, language.as_deref()).await),
        }
    })
}
