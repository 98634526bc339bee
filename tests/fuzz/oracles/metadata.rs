//! JSON-LD.

use urlink::page::{Depth, Reading, ResponseHead};

use super::pages::check;

/// The input is a block of JSON-LD. What is sound is read the same where it has to be mended.
///
/// # Panics
/// Where that does not hold.
pub fn json_ld(data: &[u8]) {
    let Ok(block) = std::str::from_utf8(data) else {
        return;
    };
    let reading = read(block);
    let is_sound = serde_json::from_str::<serde_json::Value>(block)
        .is_ok_and(|value| value.is_object() || value.is_array());
    if is_sound && !block.contains(['<', '>']) && !block.contains(char::is_control) {
        assert_eq!(read(&format!("//<![CDATA[\n{block}\n//]]>")), reading);
        assert_eq!(read(&format!("{block};")), reading);
    }
}

fn read(block: &str) -> Reading {
    let head = ResponseHead {
        url: "https://e.example/".to_owned(),
        status: 200,
        content_type: Some("text/html; charset=utf-8".to_owned()),
        ..ResponseHead::default()
    };
    let page = format!("<title>T</title><script type=application/ld+json>{block}</script>");
    check(&head, Depth::Everything, page.as_bytes())
}
