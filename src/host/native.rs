use encoding_rs::Encoding;
use unicode_normalization::UnicodeNormalization;
use url::Url;

pub(super) fn parse_url(input: &str, base: Option<&str>) -> Option<String> {
    let parsed = match base {
        Some(base) => Url::parse(base).ok()?.join(input),
        None => Url::parse(input),
    };
    parsed.ok().map(String::from)
}

pub(super) fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Decodes a stream of bytes by the Encoding Standard: malformed sequences become U+FFFD, and a
/// byte order mark is kept (the reader has dealt with it).
pub struct Decoder(encoding_rs::Decoder);

impl Decoder {
    /// A decoder for a label of the Encoding Standard; none where the label is not one, or names
    /// the `replacement` encoding.
    #[must_use]
    pub fn new(label: &str) -> Option<Self> {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
        Some(Self(encoding.new_decoder_without_bom_handling()))
    }

    /// The encoding's name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.encoding().name().to_owned()
    }

    /// Decodes the next bytes onto the end of `text`; `last` says that no more will come.
    pub fn decode(&mut self, bytes: &[u8], last: bool, text: &mut String) {
        let Some(needed) = self.0.max_utf8_buffer_length(bytes.len()) else {
            return;
        };
        text.reserve(needed);
        let (_, _, _) = self.0.decode_to_string(bytes, text, last);
    }
}
