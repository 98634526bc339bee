//! Whatever an export is called with, it answers: by itself, and with a code.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{api, links, memory_store, open};

#[wasm_bindgen(inline_js = r#"
import * as exported from "../../wasm-bindgen-test";
export const allExports = () => exported;
"#)]
extern "C" {
    #[wasm_bindgen(js_name = allExports)]
    fn all_exports() -> JsValue;
}

#[wasm_bindgen(module = "/tests/web/hostile.js")]
extern "C" {
    #[wasm_bindgen(js_name = goThrough)]
    async fn go_through(exported: &JsValue, store: &JsValue) -> JsValue;
}

#[wasm_bindgen_test]
async fn every_export_refuses_what_is_no_such_thing() {
    let store = memory_store();
    let said = go_through(&all_exports(), &store)
        .await
        .as_string()
        .unwrap();
    let calls = said.strip_suffix(" calls");
    let calls: u32 = calls
        .and_then(|calls| calls.parse().ok())
        .unwrap_or_else(|| panic!("{said}"));
    assert!(calls > 3_000, "{calls} calls");

    open().await;
    let urls = ["https://e.com/1", "https://e.com/2"].map(str::to_owned);
    api::accept_urls(super::write(&urls), JsValue::NULL)
        .await
        .unwrap();
    assert_eq!(links().await.len(), 2);
}
