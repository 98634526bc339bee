//! Our tokenizer, token by token: `tests/data/tokens.json`, written from the HTML Standard's
//! section 13.2.5 (the states of the tokenizer) and the parts of 13.2.6 that switch them.
//!
//! A case has a `name`, the `html`, and the `tokens` that it gives: `["meta", {...}]`, the same
//! for `link`, `html` and `base`; `["title", "text"]`; `["json", "text"]` for JSON-LD. Many end in
//! a `<meta>` that is seen where the construct before it has ended, and only there. The same list
//! is read in Chromium (`cargo xtask test --only hosts`).
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod oracle;

use std::collections::BTreeSet;

use oracle::tags;
use serde_json::Value;
use urlink::page::{Head, HeadReader};

struct Case {
    name: String,
    html: String,
    head: Head,
}

fn cases() -> Vec<Case> {
    let table: Vec<Value> = serde_json::from_str(include_str!("data/tokens.json")).unwrap();
    let case = |case: &Value| Case {
        name: case["name"].as_str().unwrap().to_owned(),
        html: case["html"].as_str().unwrap().to_owned(),
        head: head_of(case["tokens"].as_array().unwrap()),
    };
    table.iter().map(case).collect()
}

/// What the tokens say together.
fn head_of(tokens: &[Value]) -> Head {
    let mut head = Head::default();
    for token in tokens {
        let value = &token[1];
        let text = || value.as_str().unwrap().to_owned();
        let attribute = |name: &str| Some(value.get(name)?.as_str().unwrap().to_owned());
        match token[0].as_str().unwrap() {
            "title" => head.title = Some(text()),
            "json" => head.json_ld.push(text()),
            "base" => head.base = attribute("href"),
            "html" => (head.lang, head.xml_lang) = (attribute("lang"), attribute("xml:lang")),
            "meta" => head.metas.push(oracle::meta(attribute)),
            "link" => head.links.push(oracle::link(attribute)),
            other => panic!("there is no token {other}"),
        }
    }
    head
}

/// Fails with every case that does not read as the table says.
fn check(read: impl Fn(&str) -> Head) {
    let wrong: Vec<String> = cases()
        .into_iter()
        .map(|case| (read(&case.html), case))
        .filter(|(read, case)| *read != case.head)
        .map(|(read, Case { name, html, head })| {
            format!("{name}: {html:?}\n  read     {read:?}\n  expected {head:?}\n")
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[test]
fn every_case_has_a_name_of_its_own() {
    let cases = cases();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len());
    assert!(cases.len() > 500);
}

#[test]
fn every_case_reads_as_the_standard_says() {
    check(|html| tags(Head::of(html)));
}

#[test]
fn html5ever_reads_every_case_so_too() {
    check(oracle::head_of);
}

#[test]
fn any_split_of_a_case_gives_the_same_tags() {
    for Case { name, html, .. } in cases() {
        let (bytes, whole) = (html.as_bytes(), Head::of(&html));
        let read = |chunks: &mut dyn Iterator<Item = &[u8]>| {
            let mut reader = HeadReader::default();
            chunks.for_each(|chunk| reader.feed(chunk));
            reader.finish()
        };
        for split in 0..=bytes.len() {
            let (first, second) = bytes.split_at(split);
            let parts = read(&mut [first, second].into_iter());
            assert_eq!(parts, whole, "{name}: {html:?} split at {split}");
        }
        assert_eq!(read(&mut bytes.chunks(1)), whole, "{name}: byte by byte");
    }
}
