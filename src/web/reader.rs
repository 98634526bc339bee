//! Reading a page whose bytes the caller has: for the tools that measure and compare the core.

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::convert::{bad_request, from_js, given, to_js};
use crate::model::{PageMetadata, Problem};
use crate::page::{BodyEnd, Demand, Depth, PageReader, ResponseHead};

/// How many bytes cross at a time: more cost less, what is not read of them costs little.
const COPY: u32 = 16 * 1024;

/// `PageReading` of [`super::types`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageReading {
    metadata: PageMetadata,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<PageMetadata>,
    pulled: usize,
}

/// Reads a page as a save does, or, with `everything`, all that it says. What is wrong with a page
/// is its `problem`.
///
/// # Errors
/// `bad-request`: an argument has another shape.
#[wasm_bindgen(js_name = readPage, unchecked_return_type = "PageReading")]
pub fn read_page(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] body: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] url: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | null | undefined")] content_type: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean")] everything: JsValue,
) -> Result<JsValue, JsValue> {
    let body: Uint8Array = body.dyn_into().map_err(|_| bad_request("no bytes"))?;
    let head = ResponseHead {
        url: given(url)?,
        status: 200,
        content_type: from_js(content_type)?,
        ..ResponseHead::default()
    };
    let depth = if given(everything)? {
        Depth::Everything
    } else {
        Depth::Card
    };
    let mut reader = PageReader::with_depth(head, depth);
    let (mut copied, mut pulled) = (0, 0);
    'page: while copied < body.length() {
        let end = copied.saturating_add(COPY).min(body.length());
        let bytes = body.subarray(copied, end).to_vec();
        copied = end;
        for slice in bytes.chunks(PageReader::SLICE) {
            pulled += slice.len();
            if reader.feed(slice) == Demand::Enough {
                break 'page;
            }
        }
    }
    let reading = reader.finish(BodyEnd::Complete);
    to_js(&PageReading {
        metadata: reading.metadata,
        problem: reading.problem,
        next: reading.next,
        left_out: reading.left_out.map(|left_out| *left_out),
        pulled,
    })
}
