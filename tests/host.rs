//! The two bodies of `host` (crates natively, the browser's own library in wasm) held to one
//! table: it runs in both places.

use urlink::host::{Decoder, nfc, parse_url};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn urls_are_parsed_by_the_standard() {
    for (input, base, expected) in [
        (
            "HTTP://Example.COM:80/a b",
            None,
            Some("http://example.com/a%20b"),
        ),
        (
            "https://한국.example/길?q=값#끝",
            None,
            Some("https://xn--3e0b707e.example/%EA%B8%B8?q=%EA%B0%92#%EB%81%9D"),
        ),
        (
            "../c?x",
            Some("https://e.example/a/b/"),
            Some("https://e.example/a/c?x"),
        ),
        (
            "//img.example/i.png",
            Some("https://e.example/"),
            Some("https://img.example/i.png"),
        ),
        (
            "?page=2",
            Some("https://e.example/list#top"),
            Some("https://e.example/list?page=2"),
        ),
        ("", Some("https://e.example/a"), Some("https://e.example/a")),
        ("\t https://e.example/\n ", None, Some("https://e.example/")),
        ("https:\\\\e.example\\a", None, Some("https://e.example/a")),
        ("https://e.example/%zz", None, Some("https://e.example/%zz")),
        ("http://0x7f.1/", None, Some("http://127.0.0.1/")),
        ("http://[::1]:8080/", None, Some("http://[::1]:8080/")),
        ("mailto:a@b.example", None, Some("mailto:a@b.example")),
        (
            "javascript:alert(1)",
            Some("https://e.example/"),
            Some("javascript:alert(1)"),
        ),
        ("no scheme", None, None),
        ("http://", None, None),
        ("http://e.example:99999/", None, None),
        ("x", Some("data:text/plain,a"), None),
    ] {
        assert_eq!(
            parse_url(input, base).as_deref(),
            expected,
            "{input} against {base:?}"
        );
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn text_is_composed() {
    for (text, expected) in [
        ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
        ("e\u{301}a\u{30a}", "éå"),
        ("\u{212b}", "Å"),
        ("が", "が"),
        ("か\u{3099}", "が"),
        ("plain", "plain"),
        ("\u{f900}", "\u{8c48}"),
        ("a\u{323}\u{307}", "\u{1ea1}\u{307}"),
    ] {
        assert_eq!(nfc(text), expected, "{}", text.escape_unicode());
    }
}

/// Labels of the Encoding Standard, some bytes, and their text.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn bytes_are_decoded_by_the_standard() {
    for (label, name, bytes, expected) in [
        (
            "utf8",
            "UTF-8",
            &b"\xed\x95\x9c\xf0\x9f\x98\x80\xff\xe2\x82"[..],
            "한😀\u{fffd}\u{fffd}",
        ),
        ("UTF-8", "UTF-8", b"\xef\xbb\xbfa", "\u{feff}a"),
        (
            " ks_c_5601-1987 ",
            "EUC-KR",
            b"\xc7\xd1\xb1\xdb\x8c\x63\x81",
            "한글똠\u{fffd}",
        ),
        (
            "x-sjis",
            "Shift_JIS",
            b"\x93\xfa\x96{\xb1\x81",
            "日本ｱ\u{fffd}",
        ),
        ("euc-jp", "EUC-JP", b"\xc6\xfc\xcb\xdc\x8e\xb1", "日本ｱ"),
        ("iso-2022-jp", "ISO-2022-JP", b"\x1b$BF|K\\\x1b(B!", "日本!"),
        ("gb2312", "GBK", b"\xd6\xd0\xce\xc4", "中文"),
        (
            "gb18030",
            "gb18030",
            b"\x81\x30\x81\x30\xd6\xd0",
            "\u{80}中",
        ),
        ("big5-hkscs", "Big5", b"\xa4\xa4\xa4\xe5", "中文"),
        (
            "latin1",
            "windows-1252",
            b"caf\xe9 \x93x\x94\x81",
            "café “x”\u{81}",
        ),
        ("windows-1250", "windows-1250", b"\x9e\xfd", "žý"),
        ("cp1251", "windows-1251", b"\xcf\xf0\xe8", "При"),
        ("koi8-r", "KOI8-R", b"\xf0\xd2\xc9", "При"),
        ("koi8-u", "KOI8-U", b"\xa6", "і"),
        ("iso-8859-2", "ISO-8859-2", b"\xb1\xb6", "ąś"),
        ("iso-8859-15", "ISO-8859-15", b"\xa4", "€"),
        ("ibm866", "IBM866", b"\x8f\xe0", "Пр"),
        ("macintosh", "macintosh", b"\x8e", "é"),
        ("tis-620", "windows-874", b"\xb9", "น"),
        ("utf-16", "UTF-16LE", b"a\0\x00\xac\x3d\xd8", "a가\u{fffd}"),
        ("utf-16be", "UTF-16BE", b"\0a\xac\0", "a가"),
        ("x-user-defined", "x-user-defined", b"a\x80", "a\u{f780}"),
    ] {
        let mut decoder = Decoder::new(label).unwrap();
        assert_eq!(decoder.name(), name, "{label}");
        let mut whole = String::new();
        decoder.decode(bytes, true, &mut whole);
        assert_eq!(whole, expected, "{label}");
        for split in 0..=bytes.len() {
            let (first, second) = bytes.split_at(split);
            let mut decoder = Decoder::new(label).unwrap();
            let mut text = String::new();
            decoder.decode(first, false, &mut text);
            decoder.decode(second, false, &mut text);
            decoder.decode(&[], true, &mut text);
            assert_eq!(text, expected, "{label} split at {split}");
        }
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn labels_that_are_none_have_no_decoder() {
    for label in [
        "",
        "unknown",
        "utf-7",
        "iso-2022-kr",
        "hz-gb-2312",
        "replacement",
        "none",
    ] {
        assert!(Decoder::new(label).is_none(), "{label}");
    }
}
