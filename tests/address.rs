//! `urlink::address` and `urlink::text`, natively and in the browser: the same tables, so both
//! bodies of `urlink::host` must agree.

#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests")]

use serde::Deserialize;
use urlink::address::policy::redirect_allowed;
use urlink::address::{Address, Line, MAX_LENGTH, Zone, read_line};
use urlink::model::Problem;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[cfg(not(target_arch = "wasm32"))]
#[path = "address/properties.rs"]
mod properties;

#[cfg(not(target_arch = "wasm32"))]
#[path = "address/rules.rs"]
mod rules;

#[path = "address/text.rs"]
mod text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineCase {
    line: String,
    is: Option<String>,
    href: Option<String>,
    hint: Option<String>,
    problem: Option<Problem>,
}

#[derive(Deserialize)]
struct KeyCases {
    same: Vec<Vec<String>>,
    different: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct HostCases {
    machine: Vec<String>,
    local: Vec<String>,
    public: Vec<String>,
    shown: Vec<(String, String)>,
    readable: Vec<(String, String)>,
}

impl HostCases {
    fn read() -> Self {
        serde_json::from_str(include_str!("data/address/hosts.json")).unwrap()
    }

    /// Addresses and the zones that they are in.
    fn zones(&self) -> impl Iterator<Item = (&String, Zone)> {
        let in_zone = |texts, zone| std::iter::zip(texts, std::iter::repeat(zone));
        in_zone(&self.public, Zone::Public)
            .chain(in_zone(&self.local, Zone::Local))
            .chain(in_zone(&self.machine, Zone::Machine))
    }
}

fn address(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|problem| panic!("{text:?}: {problem:?}"))
}

/// Compares every case and reports all that differ at once.
fn assert_all<T: PartialEq + std::fmt::Debug>(cases: impl IntoIterator<Item = (String, T, T)>) {
    let mut count = 0;
    let failures: Vec<String> = cases
        .into_iter()
        .inspect(|_| count += 1)
        .filter(|(_, got, wanted)| got != wanted)
        .map(|(name, got, wanted)| format!("{name:?}\n     got {got:?}\n  wanted {wanted:?}"))
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {count} differ:\n{}",
        failures.len(),
        failures.join("\n")
    );
    assert!(count > 0, "the table is empty");
}

#[test]
fn lines_are_read_as_people_mean_them() {
    let cases: Vec<LineCase> =
        serde_json::from_str(include_str!("data/address/lines.json")).unwrap();
    assert_all(cases.into_iter().map(|case| {
        let wanted = match (case.is.as_deref(), case.href, case.problem) {
            (Some("blank"), None, None) => Line::Blank,
            (Some("comment"), None, None) => Line::Comment,
            (None, Some(href), None) => {
                let address = address(&href);
                assert_eq!(
                    address.href(),
                    href,
                    "the table must hold serialised addresses"
                );
                Line::Link {
                    address,
                    hint: case.hint,
                }
            }
            (None, None, Some(problem)) => Line::Rejected(problem),
            _ => panic!("{:?} must end in exactly one place", case.line),
        };
        (case.line.clone(), read_line(&case.line), wanted)
    }));
}

#[test]
fn what_was_read_is_read_the_same_again() {
    let cases: Vec<LineCase> =
        serde_json::from_str(include_str!("data/address/lines.json")).unwrap();
    assert_all(cases.into_iter().filter_map(|case| case.href).map(|href| {
        let again = match read_line(&href) {
            Line::Link {
                address,
                hint: None,
            } => address.href().to_owned(),
            other => format!("{other:?}"),
        };
        (href.clone(), again, href)
    }));
}

#[test]
fn links_that_are_one_have_one_key_and_others_do_not() {
    let cases: KeyCases = serde_json::from_str(include_str!("data/address/keys.json")).unwrap();
    for group in &cases.same {
        let first = address(&group[0]).key();
        assert_all(
            group
                .iter()
                .map(|text| (text.clone(), address(text).key(), first.clone())),
        );
    }
    for group in &cases.different {
        let mut keys: Vec<String> = group.iter().map(|text| address(text).key()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), group.len(), "{group:?} gave {keys:?}");
    }
    let all = cases.same.iter().chain(&cases.different).flatten();
    assert_all(all.map(|text| {
        let key = address(text).key();
        (text.clone(), address(&key).key(), key)
    }));
}

#[test]
fn the_network_of_a_host_is_known_in_every_spelling() {
    let cases = HostCases::read();
    assert_all(
        cases
            .zones()
            .map(|(text, zone)| (text.clone(), address(text).zone(), zone)),
    );
    assert_all(cases.zones().map(|(text, zone)| {
        (
            text.clone(),
            address(text).is_private(),
            zone != Zone::Public,
        )
    }));
}

#[test]
fn no_page_leads_further_in() {
    let cases = HostCases::read();
    for (from, outer) in cases.zones() {
        let from = address(from);
        assert_all(cases.zones().map(|(to, inner)| {
            let wanted = if inner > outer {
                Err(Problem::PrivateNetwork)
            } else {
                Ok(())
            };
            (
                format!("{from} to {to}"),
                redirect_allowed(&from, &address(to)),
                wanted,
            )
        }));
    }
}

#[test]
fn addresses_are_shown_as_people_read_them() {
    let cases = HostCases::read();
    assert_all(
        cases
            .shown
            .into_iter()
            .map(|(text, shown)| (text.clone(), address(&text).display_host(), shown)),
    );
    assert_all(
        cases
            .readable
            .into_iter()
            .map(|(text, title)| (text.clone(), address(&text).readable(), title)),
    );
}

#[test]
fn the_pieces_of_an_address_are_told_apart() {
    let full = address("https://[2001:db8::1]:8443/a@b:c/?q=1/2?3#f?/#:");
    assert_eq!(full.scheme(), "https");
    assert_eq!(full.host(), "[2001:db8::1]");
    assert_eq!(full.port(), Some(8443));
    assert_eq!(full.origin(), "https://[2001:db8::1]:8443");
    assert_eq!(full.path(), "/a@b:c/");
    assert_eq!(full.query(), Some("q=1/2?3"));
    assert_eq!(full.fragment(), Some("f?/#:"));
    let bare = address("http://e.com");
    assert_eq!(
        (bare.host(), bare.port(), bare.path()),
        ("e.com", None, "/")
    );
    assert_eq!((bare.query(), bare.fragment()), (None, None));
    assert_eq!(bare.to_string(), "http://e.com/");
    assert_eq!(address("http://[::1]/").host(), "[::1]");
}

#[test]
fn the_limit_counts_the_serialised_address() {
    let fits = format!(
        "https://e.com/{}",
        "a".repeat(MAX_LENGTH - "https://e.com/".len())
    );
    assert_eq!(address(&fits).href().len(), MAX_LENGTH);
    assert_eq!(Address::parse(&format!("{fits}a")), Err(Problem::TooLong));
    // Three bytes of text, nine of address.
    let korean = format!("https://e.com/{}", "가".repeat(MAX_LENGTH / 9));
    assert_eq!(Address::parse(&korean), Err(Problem::TooLong));
}

#[test]
fn twenty_kilobytes_of_junk_are_one_rejected_line() {
    let repeated = |piece: &str| piece.repeat(20_480 / piece.len());
    for piece in [
        "a",
        "가",
        ".",
        "a.",
        "(",
        ")",
        "[",
        "<",
        "\"",
        "'",
        "- ",
        "1. ",
        "%",
        "://",
        "http",
        "](",
        "<a ",
        "x\t",
        " | ",
        " - ",
        "\",",
        "\u{fffd}",
        "\u{0}a",
        "\u{1100}",
        "\u{202e}x",
        "xn--",
        "😀",
        "@",
        "#a ",
        "x#",
    ] {
        let line = repeated(piece);
        let read = read_line(&line);
        let is_told = matches!(
            read,
            Line::Rejected(Problem::InvalidUrl | Problem::TooLong) | Line::Comment
        );
        assert!(is_told, "{piece:?} gave {read:?}");
    }
    for start in [
        "https://e.com/",
        "https://",
        "https://e.com/?",
        "http://http://",
        "e.com/",
    ] {
        for piece in [
            "a", "가", "%", "a b ", "((", ")", "../", "&&", ",", "\u{fffd}",
        ] {
            let line = format!("{start}{}", repeated(piece));
            match read_line(&line) {
                Line::Rejected(Problem::InvalidUrl | Problem::TooLong) => {}
                Line::Link { address, .. } => {
                    assert!(address.href().len() <= MAX_LENGTH, "{piece:?}");
                }
                other => panic!("{start}{piece:?} gave {other:?}"),
            }
        }
    }
    let data = format!("data:image/png;base64,{}", repeated("A"));
    assert_eq!(read_line(&data), Line::Rejected(Problem::UnsupportedScheme));
}
