//! The tags of a page as JSON, natively and, with an export more than the core has, in the
//! browser. Nothing of it is shipped.

use serde_json::{Value, json};
use urlink::host::Decoder;
use urlink::page::{Head, Meta};

/// `tags` as JSON text, for JavaScript.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(js_name = readTags)]
#[must_use]
pub fn read_tags(bytes: &[u8], label: &str) -> String {
    tags(bytes, label).to_string()
}

/// What the tags of a whole page say: `title`, `lang`, `base`, `metas`, `links`, `jsonld`.
///
/// `label` is a label of the Encoding Standard; where it is none, the page has no text.
///
/// ```
/// let tags = urlink_probe::tags(b"<html lang=ko><meta name=a content=b>", "utf-8");
/// assert_eq!(tags["lang"], "ko");
/// assert_eq!(tags["metas"], serde_json::json!([["name=a", "b"]]));
/// ```
#[must_use]
pub fn tags(bytes: &[u8], label: &str) -> Value {
    let mut text = String::new();
    if let Some(mut decoder) = Decoder::new(label) {
        decoder.decode(bytes, true, &mut text);
    }
    let head = Head::of(&text);
    let metas: Vec<Value> = head.metas.iter().filter_map(meta).collect();
    let links: Vec<Value> = head
        .links
        .iter()
        .map(|link| {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            json!([part(&link.rel), part(&link.href), part(&link.kind)])
        })
        .collect();
    json!({
        "title": head.title,
        "lang": head.lang,
        "base": head.base,
        "metas": metas,
        "links": links,
        "jsonld": head.json_ld,
    })
}

/// `["name=k", "v"]`, where it has a name and a content.
fn meta(meta: &Meta) -> Option<Value> {
    let key = [
        ("name", &meta.name),
        ("property", &meta.property),
        ("itemprop", &meta.itemprop),
        ("http-equiv", &meta.http_equiv),
    ]
    .into_iter()
    .find_map(|(kind, value)| Some(format!("{kind}={}", value.as_deref()?)))?;
    Some(json!([key, meta.content.clone().unwrap_or_default()]))
}
