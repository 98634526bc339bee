//! [`Store`] over the JavaScript object that JavaScript passes in (`LibraryStore`).

use js_sys::{Array, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::convert::{bad_request, settled};
use super::error::message_of;
use crate::engine::ports::{Store, StoreError};

#[wasm_bindgen]
extern "C" {
    /// `LibraryStore` of [`super::types`].
    #[derive(Clone)]
    #[wasm_bindgen(typescript_type = "LibraryStore")]
    pub type LibraryStore;

    #[wasm_bindgen(catch, method, structural)]
    fn get(this: &LibraryStore, keys: Vec<String>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn keys(this: &LibraryStore) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn set(this: &LibraryStore, entries: Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn kept(this: &LibraryStore, names: Vec<String>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn keep(this: &LibraryStore, parts: Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn forget(this: &LibraryStore) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn remove(this: &LibraryStore, keys: Vec<String>) -> Result<JsValue, JsValue>;

    /// The browser's own: the bindings copy a text letter by letter, which takes long where there
    /// are megabytes of it and the worker has just started.
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Uint8Array;
}

/// `chrome.storage.local`.
#[derive(Clone)]
pub(super) struct BrowserStore(LibraryStore);

impl BrowserStore {
    /// # Errors
    /// `bad-request`, where a function is missing.
    pub(super) fn of(store: LibraryStore) -> Result<Self, JsValue> {
        let names = ["get", "keys", "set", "remove", "kept", "keep", "forget"];
        let has = |name: &str| {
            Reflect::get(&store, &name.into()).is_ok_and(|function| function.is_function())
        };
        if names.into_iter().all(has) {
            Ok(Self(store))
        } else {
            Err(bad_request("no store"))
        }
    }
}

impl Store for BrowserStore {
    async fn get(&self, keys: &[String]) -> Result<Vec<(String, String)>, StoreError> {
        let record = settled(self.0.get(keys.to_vec()))
            .await
            .map_err(store_error)?;
        if !record.is_object() {
            return Err(store_error(record));
        }
        let entries = Object::entries(record.unchecked_ref());
        let encoder = TextEncoder::new();
        Ok(entries
            .iter()
            .filter_map(|entry| {
                let pair: Array = entry.unchecked_into();
                Some((pair.get(0).as_string()?, text_of(&pair.get(1), &encoder)))
            })
            .collect())
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        let keys = settled(self.0.keys()).await.map_err(store_error)?;
        let keys: Array = keys.dyn_into().map_err(store_error)?;
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    async fn set(&self, entries: &[(String, String)]) -> Result<(), StoreError> {
        let record = Object::new();
        for (key, value) in entries {
            Reflect::set(&record, &key.into(), &value.into()).map_err(store_error)?;
        }
        let written = settled(self.0.set(record)).await;
        written.map(drop).map_err(store_error)
    }

    async fn kept(&self, names: &[String]) -> Vec<Option<Vec<u8>>> {
        let found = settled(self.0.kept(names.to_vec())).await;
        let Ok(Ok(parts)) = found.map(JsCast::dyn_into::<Array>) else {
            return Vec::new();
        };
        let bytes = |part: JsValue| part.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        parts.iter().map(bytes).collect()
    }

    async fn keep(&self, parts: &[(String, Vec<u8>)]) -> bool {
        let record = Object::new();
        for (name, bytes) in parts {
            let bytes = Uint8Array::from(bytes.as_slice());
            if Reflect::set(&record, &name.into(), &bytes.into()).is_err() {
                return false;
            }
        }
        settled(self.0.keep(record)).await.is_ok()
    }

    async fn forget_kept(&self) {
        let _ = settled(self.0.forget()).await;
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        let removed = settled(self.0.remove(keys.to_vec())).await;
        removed.map(drop).map_err(store_error)
    }
}

/// A value as JSON. One that is no text was written by no urLink that there has been: it is there
/// all the same, and must not count as missing.
fn text_of(value: &JsValue, encoder: &TextEncoder) -> String {
    if value.is_string() {
        return String::from_utf8(encoder.encode(value).to_vec()).unwrap_or_default();
    }
    JSON::stringify(value).map_or_else(|_| String::new(), String::from)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err wants"
)]
fn store_error(thrown: JsValue) -> StoreError {
    StoreError::from_message(message_of(&thrown))
}
