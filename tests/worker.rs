//! The exports in a service worker, where the extension runs them. `cargo xtask test --only
//! rust`, or with the tools on PATH: `wasm-pack test --headless --chrome . --test worker`.
#![cfg(target_arch = "wasm32")]

pub mod web;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_service_worker);
