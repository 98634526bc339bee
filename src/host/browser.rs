use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{TextDecodeOptions, TextDecoder, TextDecoderOptions};

#[wasm_bindgen]
extern "C" {
    type URL;

    #[wasm_bindgen(static_method_of = URL, js_name = parse)]
    fn parse(input: &str) -> Option<URL>;

    #[wasm_bindgen(static_method_of = URL, js_name = parse)]
    fn parse_with_base(input: &str, base: &str) -> Option<URL>;

    #[wasm_bindgen(method, getter)]
    fn href(this: &URL) -> String;
}

pub(super) fn parse_url(input: &str, base: Option<&str>) -> Option<String> {
    let parsed = match base {
        Some(base) => URL::parse_with_base(input, base),
        None => URL::parse(input),
    };
    parsed.map(|url| url.href())
}

pub(super) fn nfc(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFC").into()
}

/// Decodes a stream of bytes by the Encoding Standard: malformed sequences become U+FFFD, and a
/// byte order mark is kept (the reader has dealt with it).
pub struct Decoder(TextDecoder);

impl Decoder {
    /// A decoder for a label of the Encoding Standard; none where the label is not one, or names
    /// the `replacement` encoding.
    #[must_use]
    pub fn new(label: &str) -> Option<Self> {
        let options = TextDecoderOptions::new();
        // web-sys knows no setter for it; setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &"ignoreBOM".into(), &true.into());
        TextDecoder::new_with_label_and_options(label, &options)
            .ok()
            .map(Self)
    }

    /// The encoding's name.
    #[must_use]
    pub fn name(&self) -> String {
        standard_case(&self.0.encoding())
    }

    /// Decodes the next bytes onto the end of `text`; `last` says that no more will come.
    pub fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let options = TextDecodeOptions::new();
        options.set_stream(!last);
        let view = js_sys::Uint8Array::from(bytes);
        if let Ok(decoded) = self
            .0
            .decode_with_buffer_source_and_options(view.unchecked_ref(), &options)
        {
            text.push_str(&decoded);
        }
    }
}

/// `TextDecoder.encoding` is in lower case; the Encoding Standard's names are not.
fn standard_case(name: &str) -> String {
    match name {
        "gbk" => "GBK".to_owned(),
        "big5" => "Big5".to_owned(),
        "shift_jis" => "Shift_JIS".to_owned(),
        _ if name.starts_with("windows-") || name.starts_with("x-") || name == "gb18030" => {
            name.to_owned()
        }
        "macintosh" => "macintosh".to_owned(),
        _ => name.to_ascii_uppercase(),
    }
}
