//! The bytes of an answer to what it says.

use urlink::host::{Decoder, parse_url};
use urlink::model::PageMetadata;
use urlink::page::{BodyEnd, Demand, Depth, PageReader, Reading, ResponseHead};
use urlink::text::clean_line;

use super::places;

const URL: &str = "https://e.example/a/b.html?c=d";

const HEADERS: [Option<&str>; 8] = [
    Some("text/html"),
    Some("text/html; charset=utf-8"),
    Some("text/html; charset=EUC-KR"),
    Some("text/html;charset=\"shift_jis\""),
    Some("text/html; charset=utf-16le"),
    Some("text/html; charset=nonsense"),
    Some("application/xhtml+xml"),
    None,
];

const TYPES: [Option<&str>; 8] = [
    Some("text/html"),
    Some("application/pdf"),
    Some("application/rss+xml"),
    Some("image/png"),
    Some("text/plain"),
    Some("application/json"),
    Some("application/octet-stream"),
    None,
];

const STATUSES: [u16; 4] = [200, 404, 403, 503];

/// The longest text that a page may give.
const TEXT_LENGTH: usize = 2_048;

/// The first byte chooses the header, the rest is a page in some encoding. Any split of it gives
/// the same reading, and the encoding that is found is one.
///
/// # Panics
/// Where that does not hold.
pub fn charset(data: &[u8]) {
    let Some((&choice, body)) = data.split_first() else {
        return;
    };
    let head = ResponseHead {
        content_type: HEADERS[usize::from(choice) % HEADERS.len()].map(str::to_owned),
        ..answer()
    };
    let reading = check(&head, Depth::Everything, &placed(body, choice & 8 != 0));
    if let Some(name) = reading.metadata.charset {
        let decoder = Decoder::new(&name).map(|decoder| decoder.name());
        assert_eq!(
            decoder.as_deref(),
            Some(name.as_str()),
            "the name of an encoding"
        );
    }
}

/// The first byte chooses status, type and depth, the rest is the body of an answer.
///
/// # Panics
/// Where that does not hold.
pub fn page(data: &[u8]) {
    let Some((&choice, body)) = data.split_first() else {
        return;
    };
    let choice = usize::from(choice);
    let head = ResponseHead {
        status: STATUSES[choice / 64],
        content_type: TYPES[choice % 8].map(str::to_owned),
        content_length: (choice & 16 != 0).then_some(body.len() as u64),
        ..answer()
    };
    let depth = if choice & 8 == 0 {
        Depth::Everything
    } else {
        Depth::Card
    };
    check(&head, depth, &placed(body, choice & 32 != 0));
}

/// The body; or behind so much that it is known to be a page before it comes.
fn placed(body: &[u8], is_late: bool) -> Vec<u8> {
    let before = format!("<!--{:600}-->", "");
    let before = if is_late { before.as_bytes() } else { &[] };
    [before, body].concat()
}

/// What is read of a body; fails where a split of it gives something else, where it is not fit to
/// be stored, or where a part of it is taken for the whole.
pub(super) fn check(head: &ResponseHead, depth: Depth, body: &[u8]) -> Reading {
    let whole = read(head, depth, [body], BodyEnd::Complete);
    assert_fit(&whole);
    let bytes = read(head, depth, body.chunks(1), BodyEnd::Complete);
    assert_eq!(bytes, whole, "byte by byte");
    for place in places(body, 4) {
        let (first, second) = body.split_at(place);
        let parts = read(head, depth, [first, second], BodyEnd::Complete);
        assert_eq!(parts, whole, "split at {place}");
        let cut = read(head, depth, [first], BodyEnd::Cut);
        let (early, late) = first.split_at(place / 2);
        let again = read(head, depth, [early, late], BodyEnd::Cut);
        assert_eq!(again, cut, "cut at {place}, split");
        assert_fit(&cut);
    }
    whole
}

fn answer() -> ResponseHead {
    ResponseHead {
        url: URL.to_owned(),
        status: 200,
        ..ResponseHead::default()
    }
}

fn read<'a>(
    head: &ResponseHead,
    depth: Depth,
    chunks: impl IntoIterator<Item = &'a [u8]>,
    end: BodyEnd,
) -> Reading {
    let mut reader = PageReader::with_depth(head.clone(), depth);
    for chunk in chunks {
        if reader.feed(chunk) == Demand::Enough {
            return reader.finish(BodyEnd::Complete);
        }
    }
    reader.finish(end)
}

/// Addresses are absolute and canonical, texts are clean and of some length.
fn assert_fit(reading: &Reading) {
    let readings = [Some(&reading.metadata), reading.left_out.as_deref()];
    for metadata in readings.into_iter().flatten() {
        assert_clean(metadata);
        let image = metadata.image.as_ref().map(|image| &image.url);
        let urls = [image, metadata.canonical.as_ref(), metadata.icon.as_ref()];
        let urls = urls.into_iter().flatten().chain(&metadata.feeds);
        for url in urls.chain(&reading.next) {
            let is_icon = metadata.icon.as_ref() == Some(url) && url.starts_with("data:");
            assert!(
                is_icon || url.starts_with("http"),
                "{url:?} is no address of the web"
            );
            assert!(
                is_icon || parse_url(url, None).as_ref() == Some(url),
                "{url:?}"
            );
        }
    }
}

fn assert_clean(metadata: &PageMetadata) {
    let texts = [
        &metadata.title,
        &metadata.display_title,
        &metadata.description,
        &metadata.site_name,
        &metadata.author,
        &metadata.language,
        &metadata.published,
        &metadata.modified,
        &metadata.kind,
        &metadata.theme_color,
    ];
    let alt = metadata.image.as_ref().and_then(|image| image.alt.as_ref());
    let texts = texts.into_iter().flatten().chain(alt);
    for text in texts.chain(&metadata.keywords) {
        assert_eq!(
            &clean_line(text, TEXT_LENGTH),
            text,
            "a text fit to be shown"
        );
        assert!(!text.is_empty(), "a text that says nothing");
    }
}
