//! What holds in every scope: real `fetch` of the test runner's own server, which serves the
//! files of the package; a store in memory, as JavaScript would pass one.

mod hostile;
mod reminders;

use urlink::model::{Job, LinkPage, LinkQuery, LinkState, LinkView, SaveOptions, SaveReport};
use urlink::web::{api, shelves};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = r#"
export function memoryStore() {
  const values = new Map();
  const beside = new Map();
  let broken;
  return {
    break(message) { broken = message; },
    async get(keys) {
      return Object.fromEntries(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)]));
    },
    async keys() { return [...values.keys()]; },
    async set(entries) {
      if (broken) throw new Error(broken);
      for (const [key, value] of Object.entries(entries)) values.set(key, value);
    },
    async remove(keys) { for (const key of keys) values.delete(key); },
    async kept(names) { return names.map((name) => beside.get(name)); },
    async keep(parts) { for (const [name, bytes] of Object.entries(parts)) beside.set(name, bytes); },
    async forget() { beside.clear(); },
  };
}
export function breakStore(store, message) { store.break(message); }
export function origin() { return self.location.origin; }
"#)]
extern "C" {
    #[wasm_bindgen(js_name = memoryStore)]
    fn memory_store() -> JsValue;
    #[wasm_bindgen(js_name = breakStore)]
    fn break_store(store: &JsValue, message: &str);
    fn origin() -> String;
}

async fn open() -> JsValue {
    let store = memory_store();
    api::open_library(store.clone().unchecked_into(), None, "en".into())
        .await
        .unwrap();
    store
}

fn read<T: serde::de::DeserializeOwned>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap()
}

fn write(value: &impl serde::Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap()
}

fn page(name: &str) -> String {
    format!("{}/tests/data/web/{name}", origin())
}

fn options(language: &str) -> JsValue {
    write(&SaveOptions {
        language: Some(serde_json::from_str(&format!("\"{language}\"")).unwrap()),
        ..SaveOptions::default()
    })
}

async fn links() -> Vec<LinkView> {
    let query = LinkQuery {
        category: "all".to_owned(),
        limit: 50,
        ..LinkQuery::default()
    };
    read::<LinkPage>(shelves::query_links(write(&query)).await.unwrap()).links
}

async fn find(words: &str) -> LinkPage {
    let query = LinkQuery {
        category: "all".to_owned(),
        search: Some(words.to_owned()),
        limit: 50,
        ..LinkQuery::default()
    };
    let query = serde_wasm_bindgen::to_value(&query).unwrap();
    read(shelves::query_links(query).await.unwrap())
}

fn code_of(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"code".into())
        .unwrap()
        .as_string()
        .unwrap()
}

/// JavaScript's strings may hold half a character.
#[wasm_bindgen_test]
async fn half_a_character_costs_only_itself() {
    open().await;
    let options = r#"{ "hints": ["a\udc00b\ud83d", "\\ud83d \\\ud83d", "\ud83d\ude00"] }"#;
    let urls = (1..=3).map(|number| format!("https://mill.example/{number}"));
    let options = js_sys::JSON::parse(options).unwrap();
    api::accept_urls(write(&urls.collect::<Vec<_>>()), options)
        .await
        .unwrap();
    let mut titles: Vec<String> = links().await.into_iter().map(|link| link.title).collect();
    titles.sort();
    assert_eq!(titles, [r"\ud83d \�", "a�b�", "😀"]);
}

#[wasm_bindgen_test]
async fn save_urls_reads_pages_and_reports_every_line() {
    open().await;
    let urls = vec![
        page("article.html"),
        page("euc-kr.html"),
        "javascript:alert(1)".to_owned(),
        String::new(),
        page("article.html").replace("http:", "HTTP:"),
        page("missing.html"),
        "# a comment".to_owned(),
    ];
    let report: SaveReport = read(api::save_urls(write(&urls), options("ko")).await.unwrap());

    let lines = |entries: &[urlink::model::ReportEntry]| {
        entries.iter().map(|entry| entry.line).collect::<Vec<_>>()
    };
    assert_eq!(lines(&report.saved), [0, 1]);
    assert_eq!(lines(&report.blocked), [2]);
    assert_eq!(lines(&report.duplicates), [4]);
    assert_eq!(lines(&report.skipped), [3, 6]);
    let broken: Vec<u32> = lines(&[report.partial, report.failed].concat());
    assert_eq!(broken, [5]);
    let blocked = report.blocked.first().unwrap();
    assert!(blocked.message.as_deref().unwrap().ends_with("요."));

    let links = links().await;
    let titles: Vec<&str> = links.iter().map(|link| link.title.as_str()).collect();
    assert!(
        titles.contains(&"A quiet page") && titles.contains(&"조용한 쪽"),
        "{titles:?}"
    );
    let article = links
        .iter()
        .find(|link| link.title == "A quiet page")
        .unwrap();
    assert_eq!(article.state, LinkState::Saved);
    assert_eq!(article.href, Some(page("article.html")));
    assert_eq!(
        article.description.as_deref(),
        Some("What a page says & means.")
    );
    assert_eq!(article.image.as_ref().unwrap().url, page("moss.png"));
}

#[wasm_bindgen_test]
async fn words_are_found_in_what_links_say_and_marked() {
    open().await;
    let urls = vec![page("article.html"), page("euc-kr.html")];
    api::save_urls(write(&urls), options("ko")).await.unwrap();
    shelves::prepare_search().await.unwrap();
    for (words, total, title) in [
        ("QUIET", 1, Some((2, 7))),
        ("조요", 1, Some((0, 2))),
        ("\u{110c}\u{1169} 쪽", 1, Some((0, 1))),
        ("%EC%AA%BD html", 1, Some((4, 5))),
        ("html", 2, None),
        ("means page", 1, Some((8, 12))),
        ("ｎｏｔｈｉｎｇ", 0, None),
    ] {
        let found = find(words).await;
        assert_eq!(found.total, total, "{words}");
        let matches = found.links.first().and_then(|link| link.matches.as_ref());
        let first = matches.and_then(|matches| matches.title.first().copied());
        assert_eq!(first, title, "{words}");
    }
}

#[wasm_bindgen_test]
async fn links_are_safe_before_their_pages_are_read() {
    open().await;
    let job: Job = read(
        api::accept_urls(write(&[page("article.html")]), JsValue::NULL)
            .await
            .unwrap(),
    );
    assert_eq!((job.total, job.counts.waiting), (1, 1));
    assert_eq!(links().await.first().unwrap().state, LinkState::Waiting);
    assert!(api::has_work().unwrap());

    api::run_jobs().await.unwrap();
    assert_eq!(links().await.first().unwrap().state, LinkState::Saved);
    assert!(!api::has_work().unwrap());
}

#[wasm_bindgen_test]
async fn a_save_that_is_over_leaves_the_run_to_the_other_jobs() {
    open().await;
    let many: Vec<String> = (0..40)
        .map(|n| format!("{}?{n}", page("article.html")))
        .collect();
    api::accept_urls(write(&many), JsValue::NULL).await.unwrap();
    let one = vec![page("euc-kr.html")];
    let report: SaveReport = read(api::save_urls(write(&one), JsValue::NULL).await.unwrap());
    assert_eq!(report.saved.len(), 1);
    // Shares what goes on of the run, or finds that all is read.
    api::run_jobs().await.unwrap();
    let links = links().await;
    assert_eq!(links.len(), 41);
    assert!(links.iter().all(|link| link.state == LinkState::Saved));
}

#[wasm_bindgen_test]
async fn a_full_store_is_an_error_with_a_code_and_a_sentence() {
    let store = open().await;
    break_store(&store, "Resource::kQuotaBytes quota exceeded");
    let error = api::accept_urls(write(&[page("article.html")]), JsValue::NULL)
        .await
        .unwrap_err();
    assert_eq!(code_of(&error), "storage-full");
    let error: js_sys::Error = error.unchecked_into();
    assert_eq!(String::from(error.name()), "UrlinkError");
    assert!(String::from(error.message()).contains("room"), "{error:?}");
}

#[wasm_bindgen_test]
async fn options_that_are_none_are_refused() {
    open().await;
    let error = api::accept_urls(write(&[(); 0]), JsValue::from_f64(7.0))
        .await
        .unwrap_err();
    assert_eq!(code_of(&error), "bad-request");
}

#[wasm_bindgen_test]
fn a_public_page_gets_no_picture_from_a_private_network() {
    assert!(api::picture_allowed(
        &"https://example.com/".into(),
        &"https://cdn.example.net/a.png".into()
    ));
    assert!(!api::picture_allowed(
        &"https://example.com/".into(),
        &"http://127.0.0.1/a.png".into()
    ));
    assert!(api::picture_allowed(
        &"http://192.168.0.2/".into(),
        &"http://192.168.0.2/a.png".into()
    ));
}
