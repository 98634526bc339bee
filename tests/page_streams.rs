//! What must hold however a page arrives: any split gives the same reading, a cut page says
//! nothing that the whole page does not, hostile pages cost no more than others.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::string_slice, reason = "a test")]

use std::time::Duration;

use cpu_time::ThreadTime;

use urlink::page::{BodyEnd, Demand, Depth, Head, PageReader, Reading, ResponseHead};

/// A page with every trap that a split may fall into.
const PAGE: &str = "\u{feff}<!DOCTYPE html><!----><html lang=ko><head><!-- a > b --!><meta name=x content='a\"b'>\
<script>if(a<b)s=\"</scrip\";<!-- <script></script> --></script><title>제목 &amp; &hellip; 끝 | 어느 곳</TITLE >\
<meta property=\"og:description\" content=\"설명 &quot;하나&quot;\r\n둘\"><link rel=icon href=/i.png sizes=64x64>\
<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"제목\",\"datePublished\":\"2024-05-31\"}</script>\
<svg><title>no</title></svg></head><body><h1>제목 &amp; … 끝</h1><p>글</p></body></html>";

fn head(content_type: &str) -> ResponseHead {
    ResponseHead {
        url: "https://e.example/a/b".to_owned(),
        status: 200,
        content_type: Some(content_type.to_owned()),
        ..ResponseHead::default()
    }
}

fn read(chunks: &[&[u8]], content_type: &str, end: BodyEnd) -> Reading {
    let mut reader = PageReader::with_depth(head(content_type), Depth::Everything);
    for chunk in chunks {
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    reader.finish(end)
}

fn encodings() -> Vec<(Vec<u8>, &'static str)> {
    let plain = PAGE.trim_start_matches('\u{feff}');
    let declared = plain.replace("<meta name=x", "<meta charset=euc-kr><meta name=x");
    let (korean, _, _) = encoding_rs::EUC_KR.encode(&declared);
    let (unlabelled, _, _) = encoding_rs::EUC_KR.encode(plain);
    let wide: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        (PAGE.as_bytes().to_vec(), "text/html"),
        (plain.as_bytes().to_vec(), "text/html; charset=utf-8"),
        (korean.into_owned(), "text/html"),
        (unlabelled.into_owned(), "text/html"),
        (wide, "text/html; charset=latin1"),
    ]
}

#[test]
fn any_split_gives_the_same_reading() {
    for (bytes, content_type) in encodings() {
        let whole = read(&[&bytes], content_type, BodyEnd::Complete);
        assert_eq!(
            whole.metadata.title.as_deref(),
            Some("제목 & … 끝 | 어느 곳"),
            "{content_type}"
        );
        for split in 0..=bytes.len() {
            let (first, second) = bytes.split_at(split);
            let parts = read(&[first, second], content_type, BodyEnd::Complete);
            assert_eq!(parts, whole, "{content_type} split at {split}");
        }
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(
            read(&single, content_type, BodyEnd::Complete),
            whole,
            "byte by byte"
        );
    }
}

#[test]
fn long_pages_stop_at_the_same_place_however_they_are_split() {
    let filler = "<p class=\"x\">word &amp; word</p>\n".repeat(30_000);
    let page = format!("<title>T</title><meta charset=utf-8><body>{filler}<title>late</title>");
    let article = format!("{}{filler}", PAGE.trim_end_matches("</body></html>"));
    for page in [page, article] {
        for depth in [Depth::Card, Depth::Everything] {
            let mut readings = Vec::new();
            for size in [1_000, 4_096, 65_536, page.len()] {
                let mut reader = PageReader::with_depth(head("text/html"), depth);
                for chunk in page.as_bytes().chunks(size) {
                    if reader.feed(chunk) == Demand::Enough {
                        break;
                    }
                }
                readings.push(reader.finish(BodyEnd::Complete));
            }
            assert!(
                readings.windows(2).all(|pair| pair[0] == pair[1]),
                "{readings:#?}"
            );
        }
    }
}

/// A field of a cut page is the whole page's, or a shorter form of it, or absent; the title is
/// absent, or another that the page declares.
#[test]
fn a_cut_page_says_nothing_that_the_whole_one_does_not() {
    let bytes = PAGE.as_bytes();
    let whole = read(&[bytes], "text/html", BodyEnd::Complete).metadata;
    for length in 0..bytes.len() {
        let reading = read(&[&bytes[..length]], "text/html", BodyEnd::Cut);
        let cut = reading.metadata;
        assert!(
            cut.title.is_none() || cut.title == whole.title,
            "{length}: {:?}",
            cut.title
        );
        assert!(
            cut.description.is_none() || cut.description == whole.description,
            "{length}"
        );
        assert!(
            cut.published.is_none() || cut.published == whole.published,
            "{length}"
        );
        assert!(
            cut.language.is_none() || cut.language == whole.language,
            "{length}"
        );
        assert!(
            reading.problem.is_some(),
            "{length}: a cut page is never whole"
        );
    }
}

const LENGTH: usize = 4 * 1024 * 1024;
/// A hostile page may cost so many times what an ordinary one costs; were anything quadratic, it
/// would cost thousands of times as much.
const TIMES: u32 = 16;

/// What an ordinary page of `LENGTH` costs: the measure for hostile ones.
fn ordinary() -> (Duration, Duration) {
    let paragraph = "<p class=a>Some <b>words</b> &amp; <a href=/x>more</a> of them</p>\n";
    costs(&paragraph.repeat(LENGTH / paragraph.len()))
}

/// What reading a page costs the processor, whatever else the machine does: within the limits, and
/// its whole head.
fn costs(page: &str) -> (Duration, Duration) {
    let chunks: Vec<&[u8]> = page.as_bytes().chunks(65_536).collect();
    let start = ThreadTime::now();
    let _ = read(&chunks, "text/html", BodyEnd::Complete);
    let limited = start.elapsed();
    let start = ThreadTime::now();
    let _ = Head::of(page);
    (limited, start.elapsed())
}

#[test]
fn hostile_pages_cost_no_more_than_others() {
    let ordinary = ordinary();
    let attributes = format!("<meta {}>", "a=b ".repeat(400_000));
    let patterns = [
        "<b>",
        "<!--",
        "<!-- -",
        "<",
        "</",
        "<a",
        "<a b='",
        "&",
        "&amp;",
        "<title>",
        "<script>",
        "<script><!--<script>",
        "<svg>",
        "<svg><foreignObject>",
        "<template>",
        "<textarea>",
        "<h1>",
        "<div itemprop=x>",
        "<meta name=a content=b>",
        "<link rel=icon href=x>",
        "<html lang=x>",
        "<iframe src=x>",
        "<frameset><frame src=x>",
        "<script type=application/ld+json>{",
        "[",
        "\0",
        "\u{3000}",
        "<meta charset=euc-kr>\u{e9}",
        "</svg>",
        "<math><mi>",
        "<time datetime=2024-01-01>",
    ];
    for pattern in patterns.iter().copied().chain([attributes.as_str()]) {
        let page = pattern.repeat(LENGTH / pattern.len() + 1);
        let (limited, whole) = costs(&page);
        let shown = &pattern[..pattern.len().min(40)];
        assert!(limited < ordinary.0 * TIMES, "{shown}: {limited:?}");
        assert!(whole < ordinary.1 * TIMES, "{shown}: {whole:?}");
    }
}

/// JSON-LD of every kind of damage ends, and in time.
#[test]
fn damaged_json_ld_is_passed_over() {
    let (ordinary, _) = ordinary();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let nested = format!("{}1{}", "{\"@graph\":[".repeat(5_000), "]}".repeat(5_000));
    let commas = format!("{{\"a\":[{}]}}", ",".repeat(200_000));
    let quotes = format!("{{\"a\":\"{}", "\\\"".repeat(100_000));
    for json in [
        deep,
        nested,
        commas,
        quotes,
        "{".repeat(200_000),
        "\\".repeat(200_000),
    ] {
        let page = format!(
            "<title>T</title><script type=application/ld+json>{json}</script>\
             <script type=application/ld+json>{{\"@type\":\"Article\",\"datePublished\":\"2024-01-02\",}}</script>"
        );
        let start = ThreadTime::now();
        let reading = read(&[page.as_bytes()], "text/html", BodyEnd::Complete);
        assert_eq!(reading.metadata.published.as_deref(), Some("2024-01-02"));
        let cost = start.elapsed();
        assert!(cost < ordinary * TIMES, "{cost:?}");
    }
}

#[test]
fn what_a_card_hangs_on_is_read_however_much_stands_before_it() {
    let vital = "<title>Kettle</title><meta property=og:image content=/k.jpg>\
        <meta name=description content='It sings.'><link rel=canonical href=/k><h1>Kettle</h1>";
    for crowd in [
        "<meta name=x content=y>".repeat(3_000),
        "<link rel=preload href=/y>".repeat(3_000),
        "<iframe src=/y></iframe>".repeat(3_000),
        "<b itemprop=offer>y</b>".repeat(3_000),
        format!("<meta name=x content='{}'>", "y".repeat(60_000)).repeat(8),
    ] {
        let metadata = read(
            &[format!("{crowd}{vital}").as_bytes()],
            "text/html",
            BodyEnd::Complete,
        )
        .metadata;
        assert_eq!(metadata.title.as_deref(), Some("Kettle"));
        assert_eq!(metadata.description.as_deref(), Some("It sings."));
        assert_eq!(metadata.canonical.as_deref(), Some("https://e.example/k"));
        assert!(metadata.image.is_some());
    }
    // The crowd itself is kept only in part.
    let head = Head::of(&"<meta name=x content=y>".repeat(3_000));
    assert_eq!(head.metas.len(), 2_000);
    let head = Head::of(&"<b itemprop=offer>y</b>".repeat(3_000));
    assert_eq!(head.items.len(), 200);
    let head = Head::of(&format!(
        "{}<h1>y</h1>",
        "<b itemprop=offer>y</b>".repeat(3_000)
    ));
    assert_eq!(head.items.len(), 201);
}
