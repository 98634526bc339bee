//! The exports in a window. `cargo xtask test --only rust`, or with the tools on PATH:
//! `wasm-pack test --headless --chrome . --test browser`.
#![cfg(target_arch = "wasm32")]

pub mod web;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
