//! urLink's core: many urls in, cards out.
//!
//! # Layout
//! Arrows point down only.
//!
//! | layer | module | what it is for | may use |
//! |---|---|---|---|
//! | L3 | `web` | exports, `fetch`, storage glue; wasm32 only, no rules | everything |
//! | L2 | [`engine`] | saving, the library's operations, over [`engine::ports`] | L1, L0 |
//! | L1 | [`address`] | text to addresses, duplicates, private networks | L0 |
//! | L1 | [`page`] | the bytes of a page to what it says about itself | L0 |
//! | L1 | [`find`] | the words of a search, the links that hold them, the order of titles | L0, `address` |
//! | L1 | [`exchange`] | what other programs keep, and what to change there | L0 |
//! | L0 | [`model`] | links, categories, jobs, problems, reports: plain data | nothing |
//! | L0 | [`text`] | titles and memos made fit to store and to show | `host` |
//! | L0 | [`host`] | what the host does better: WHATWG urls, NFC, decoding | nothing |
//!
//! `host` is the only module with two bodies: the browser's own `URL`, `String.normalize` and
//! `TextDecoder` in wasm (they cost no bytes), well-kept crates natively. A test in the browser
//! shows that both agree.

pub mod address;
pub mod engine;
pub mod exchange;
pub mod find;
pub mod host;
pub mod model;
pub mod page;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
