//! Reading a page whose bytes the caller has: for the tools that measure and compare the core.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::to_js;
use crate::json::{record, to_json};
use crate::model::{PageMetadata, Problem};
use crate::page::{BodyEnd, Demand, Depth, PageReader, ResponseHead};

/// What the network gives at a time.
const SLICE: u32 = 64 * 1024;

/// `PageReading` of [`super::types`].
struct PageReading {
    metadata: PageMetadata,
    problem: Option<Problem>,
    next: Option<String>,
    left_out: Option<PageMetadata>,
    pulled: u32,
}

record!(@write PageReading {
    always: metadata, pulled;
    unless_blank: problem, next, left_out = "leftOut";
});

/// Reads a page as a save does, or, with `everything`, all that it says. What is wrong with a page
/// is its `problem`.
#[must_use]
#[wasm_bindgen(js_name = readPage, unchecked_return_type = "PageReading")]
pub fn read_page(
    body: &Uint8Array,
    url: String,
    content_type: Option<String>,
    everything: bool,
) -> JsValue {
    let head = ResponseHead {
        url,
        status: 200,
        content_type,
        ..ResponseHead::default()
    };
    let depth = if everything {
        Depth::Everything
    } else {
        Depth::Card
    };
    let mut reader = PageReader::with_depth(head, depth);
    let mut pulled = 0;
    while pulled < body.length() {
        let end = pulled.saturating_add(SLICE).min(body.length());
        let demand = reader.feed(&body.subarray(pulled, end).to_vec());
        pulled = end;
        if demand == Demand::Enough {
            break;
        }
    }
    let reading = reader.finish(BodyEnd::Complete);
    to_js(Some(&to_json(&PageReading {
        metadata: reading.metadata,
        problem: reading.problem,
        next: reading.next,
        left_out: reading.left_out.map(|left_out| *left_out),
        pulled,
    })))
}
