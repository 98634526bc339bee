//! Pages beside what is to be read of them: `tests/data/pages/NAME.html` and `NAME.json`. The
//! same table runs natively and in the browser (`wasm-pack test`).
//!
//! The JSON has the page's `url`, and, where they are not the usual ones, `status` and `end`
//! (`cut`); then what is expected: `metadata`, `problem`, `next`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use serde_json::{Value, json};
use urlink::model::Problem;
use urlink::page::{BodyEnd, Demand, Depth, PageReader, ResponseHead};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

macro_rules! pages {
    ($($name:ident)*) => {
        $(
            #[cfg_attr(not(target_arch = "wasm32"), test)]
            #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
            fn $name() {
                check(
                    include_bytes!(concat!("data/pages/", stringify!($name), ".html")),
                    include_str!(concat!("data/pages/", stringify!($name), ".json")),
                );
            }
        )*

        /// A page that the table forgets would never be read.
        #[cfg(not(target_arch = "wasm32"))]
        #[test]
        fn every_page_of_the_folder_stands_in_the_table() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/pages");
            let mut names: Vec<String> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
                .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
                .collect();
            names.sort();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

pages! {
    base
    blog_frame
    bot_wall
    broken_json_ld
    cut
    dublin_core
    frameset
    korean_news
    late
    login_ko
    manifest_icon
    minified
    not_found
    placeholder
    product
    refresh
    shell
    soft_404_ko
    traps
}

fn check(html: &[u8], json: &str) {
    let expected: Value = serde_json::from_str(json).unwrap();
    let head = ResponseHead {
        url: expected["url"].as_str().unwrap().to_owned(),
        status: expected["status"]
            .as_u64()
            .map_or(200, |status| status.try_into().unwrap()),
        content_type: Some("text/html".to_owned()),
        ..ResponseHead::default()
    };
    let end = match expected["end"].as_str() {
        Some("cut") => BodyEnd::Cut,
        _ => BodyEnd::Complete,
    };
    let mut reader = PageReader::with_depth(head, Depth::Everything);
    for chunk in html.chunks(100) {
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    let reading = reader.finish(end);
    let metadata: Value = serde_json::to_value(&reading.metadata).unwrap();
    let read = json!({
        "metadata": metadata,
        "problem": reading.problem.map(Problem::code),
        "next": reading.next,
    });
    for key in ["metadata", "problem", "next"] {
        assert_eq!(
            read[key],
            expected[key],
            "\nread: {}",
            serde_json::to_string_pretty(&read).unwrap()
        );
    }
}
