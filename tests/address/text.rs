//! Lists cut into lines, and text made clean.

use urlink::address::split_list;
use urlink::text::{clean_block, clean_line};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn lists_are_cut_at_every_kind_of_line_end() {
    for (text, lines) in [
        ("", vec![]),
        ("\u{feff}", vec![]),
        ("a", vec!["a"]),
        ("a\n", vec!["a"]),
        ("\n", vec![""]),
        (
            "a\r\nb\nc\rd\u{2028}e\u{2029}f",
            vec!["a", "b", "c", "d", "e", "f"],
        ),
        ("\u{feff}a\r\n\r\n\r\nb\r\n", vec!["a", "", "", "b"]),
        ("a\r\rb", vec!["a", "", "b"]),
        (
            "https://a.com https://b.com\thttp://c.com",
            vec!["https://a.com", "https://b.com", "http://c.com"],
        ),
        ("https://a.com/한글 경로", vec!["https://a.com/한글 경로"]),
        (
            "one https://a.com two https://b.com",
            vec!["one https://a.com", "two https://b.com"],
        ),
        (
            "https://a.com and https://b.com",
            vec!["https://a.com", "and https://b.com"],
        ),
        (
            "- https://a.com, https://b.com",
            vec!["- https://a.com,", "https://b.com"],
        ),
        (
            "see https://a.com and\u{3000}https://b.com now",
            vec!["see https://a.com", "and\u{3000}https://b.com now"],
        ),
        (
            "https://a.com | https://a.com",
            vec!["https://a.com | https://a.com"],
        ),
        (
            "[https://a.com](https://a.com)",
            vec!["[https://a.com](https://a.com)"],
        ),
        (
            "x https://a.com?u=https://b.com",
            vec!["x https://a.com?u=https://b.com"],
        ),
    ] {
        assert_eq!(split_list(text), lines, "{text:?}");
    }
}

#[test]
fn text_is_one_clean_line() {
    for (text, max, clean) in [
        ("", 8, ""),
        (" \t\r\n ", 8, ""),
        ("  한 \n\t 줄  ", 8, "한 줄"),
        ("a\u{0}b\u{1b}[31mc", 16, "ab[31mc"),
        ("a\u{202e}b\u{2066}c\u{200b}d\u{feff}e\u{ad}f", 16, "abcdef"),
        ("\u{3164}\u{3164}a\u{3164}b\u{2800}", 16, "a b"),
        ("\u{1112}\u{1161}\u{11ab}", 1, "한"),
        ("e\u{301}", 1, "é"),
        ("q\u{301}x", 1, "q"),
        ("aq\u{301}x", 2, "a"),
        ("a👩‍👩‍👧", 3, "a"),
        ("a👩‍👩‍👧", 6, "a👩‍👩‍👧"),
        ("a🇰🇷🇯🇵", 4, "a🇰🇷"),
        ("a🇰🇷🇯🇵", 3, "a🇰🇷"),
        ("a👍🏽", 2, "a"),
        (
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            8,
            "🏴\u{e0067}\u{e0062}\u{e007f}",
        ),
        ("a\u{e0067}\u{e0062}", 8, "ab".get(..1).unwrap()),
        ("नमस्ते", 8, "नमस्ते"),
        ("ab cd", 3, "ab"),
        ("می\u{200c}خواهم", 16, "می\u{200c}خواهم"),
        ("\u{200d}a\u{200d}", 16, "a"),
        ("\u{fffd}", 8, "\u{fffd}"),
    ] {
        assert_eq!(clean_line(text, max), clean, "{text:?} at {max}");
    }
}

#[test]
fn memos_keep_their_lines() {
    assert_eq!(
        clean_block("\u{feff}\n\n  a\r\n\tb  \r\rc\u{202e}\n\n", 64),
        "  a\n\tb\n\nc"
    );
    assert_eq!(clean_block("\u{1112}\u{1161}\u{11ab}\nq\u{301}", 3), "한");
    assert_eq!(clean_block(" \n \u{3164}\n", 64), "");
}
