//! The browser: exports, `fetch`, storage glue, conversions. Holds no rule: what could be tested
//! natively stands in another layer.

pub mod api;
pub mod calendar;
pub mod changes;
mod clock;
pub mod control;
mod convert;
mod error;
pub mod exchange;
pub mod export;
mod network;
pub mod offers;
pub mod reader;
pub mod reminders;
pub mod shelves;
mod store;
mod types;

use wasm_bindgen::prelude::wasm_bindgen;

pub use network::{NetworkReport, network_rules, zone_of};
pub use store::LibraryStore;

/// Says what happened, if the core should ever panic; the worker is lost with it.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
    }));
}
