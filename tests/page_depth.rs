//! How far a card reads a page: no further than it pays.
#![cfg(not(target_arch = "wasm32"))]

use urlink::page::{BodyEnd, Demand, Depth, PageReader, Reading, ResponseHead};

/// What makes a card, but for the site's name.
const SHARED: &str = "<!doctype html><html lang=en><head><title>Kettle</title>\
    <meta property=og:title content=Kettle><meta property=og:description content='It sings.'>\
    <meta property=og:image content=/kettle.jpg><link rel=canonical href=/kettle>\
    <link rel=icon href=/icon.png>";
const SITE: &str = "<meta property=og:site_name content='The Kitchen'>";
const ARTICLE: &str = "<meta property=og:type content=article>";
const WEBSITE: &str = "<meta property=og:type content=website>";
const JSON_LD: &str = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\
    \"headline\":\"Kettle\",\"datePublished\":\"2024-05-31\",\"author\":{\"name\":\"A. Writer\"},\
    \"publisher\":{\"name\":\"The Kitchen\"}}</script>";

/// Elements of about a length in all that say nothing.
fn filler(tag: &str, length: usize) -> String {
    format!("<{tag}>{}</{tag}>", "x ".repeat(50)).repeat(length / 100)
}

/// What is read as a card, and how many bytes of the page are taken for it.
fn read(page: &str) -> (Reading, usize) {
    let head = ResponseHead {
        url: "https://kitchen.example/kettle".to_owned(),
        status: 200,
        content_type: Some("text/html; charset=utf-8".to_owned()),
        ..ResponseHead::default()
    };
    let mut reader = PageReader::with_depth(head, Depth::Card);
    let mut pulled = 0;
    for chunk in page.as_bytes().chunks(512) {
        pulled += chunk.len();
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    (reader.finish(BodyEnd::Complete), pulled)
}

#[test]
fn a_head_is_not_read_to_its_end_where_all_is_said() {
    let rest = filler("style", 12_000);
    for (head, is_left) in [
        (format!("{SHARED}{SITE}{WEBSITE}"), true),
        (format!("{SHARED}{SITE}{ARTICLE}{JSON_LD}"), true),
        // An article may still say who wrote it, and when.
        (format!("{SHARED}{SITE}{ARTICLE}"), false),
        // Any page may still say what it is.
        (format!("{SHARED}{SITE}"), false),
        // The best title may still come.
        (format!("<title>Kettle</title>{SITE}{WEBSITE}"), false),
    ] {
        let (reading, pulled) = read(&format!("{head}{rest}</head><body>"));
        assert_eq!(reading.metadata.title.as_deref(), Some("Kettle"), "{head}");
        assert_eq!(pulled < 4_096, is_left, "{pulled} bytes of {head}");
    }
    // What has said nothing for long will not say who wrote it.
    let rest = filler("style", 50_000);
    let (_, pulled) = read(&format!("{SHARED}{SITE}{ARTICLE}{rest}</head><body>"));
    assert!((12_000..25_000).contains(&pulled), "{pulled}");
}

#[test]
fn a_body_is_not_read_where_the_head_says_enough() {
    let page = format!("{SHARED}{SITE}</head><body>{}", filler("p", 50_000));
    assert!(read(&page).1 < 2_048);
}

#[test]
fn a_page_made_to_be_shared_is_read_to_the_name_of_its_site() {
    let body = filler("div", 40_000);
    let page = format!("{SHARED}</head><body>{body}{JSON_LD}{body}");
    let (reading, pulled) = read(&page);
    assert_eq!(reading.metadata.site_name.as_deref(), Some("The Kitchen"));
    assert_eq!(reading.metadata.author.as_deref(), Some("A. Writer"));
    assert!(pulled < 50_000, "{pulled}");
}

#[test]
fn a_head_that_ends_early_is_read_on() {
    let page = format!("<html lang=en><head></head><div></div>{}", &SHARED);
    let (reading, _) = read(&page);
    assert_eq!(
        reading.metadata.image.unwrap().url,
        "https://kitchen.example/kettle.jpg"
    );
}

#[test]
fn a_page_that_does_not_describe_itself_is_read_to_its_text() {
    let prose =
        "The kettle sings long before it boils, and whoever has waited for it knows the note.";
    let page = format!(
        "<title>Kettle</title></head><body>{}<p>{prose}</p>{}",
        filler("nav", 8_000),
        filler("div", 50_000)
    );
    let (reading, pulled) = read(&page);
    assert_eq!(reading.metadata.description.as_deref(), Some(prose));
    assert!(pulled < 10_000, "{pulled}");
}

#[test]
fn a_script_that_says_nothing_is_not_read_to_its_end() {
    let script = format!("<script>{}</script>", "x ".repeat(100_000));
    let page = format!("{SHARED}{SITE}{WEBSITE}{script}</head>");
    assert!(read(&page).1 < 4_096);
    // A whole page in one piece is read as far, and gives the same.
    let page = format!("<title>Kettle</title></head><body>{script}<h1>No</h1>");
    let (reading, pulled) = read(&page);
    assert!(pulled < 20_000, "{pulled}");
    assert_eq!(reading.metadata.title.as_deref(), Some("Kettle"));
}
