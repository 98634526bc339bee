//! `host` has two bodies, the browser's own functions and crates: this runs natively and in
//! Chromium, and both have to say the same. (Where Chromium is known to differ from the standard
//! there is no row: it escapes `|` in paths.)

use urlink::host::{Decoder, nfc, parse_url};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn addresses_are_parsed_by_the_url_standard() {
    for (input, expected) in [
        ("http://example.test", Some("http://example.test/")),
        (
            "HTTPS://User@EXAMPLE.test:443/a/../b?c#d",
            Some("https://User@example.test/b?c#d"),
        ),
        ("http://example.test:80", Some("http://example.test/")),
        (
            "http://example.test:8080",
            Some("http://example.test:8080/"),
        ),
        (
            " \thttp://example.test/a\nb ",
            Some("http://example.test/ab"),
        ),
        (
            "http:\\\\example.test\\a b",
            Some("http://example.test/a%20b"),
        ),
        (
            "http://한글.test/길 잃은/글?검색=말#끝",
            Some(
                "http://xn--bj0bj06e.test/%EA%B8%B8%20%EC%9E%83%EC%9D%80/%EA%B8%80?\
             %EA%B2%80%EC%83%89=%EB%A7%90#%EB%81%9D",
            ),
        ),
        ("http://faß.test/", Some("http://xn--fa-hia.test/")),
        ("http://0x7f.1/", Some("http://127.0.0.1/")),
        ("http://2130706433/", Some("http://127.0.0.1/")),
        (
            "http://[::ffff:127.0.0.1]/",
            Some("http://[::ffff:7f00:1]/"),
        ),
        ("http://ｅｘａｍｐｌｅ.test/", Some("http://example.test/")),
        (
            "http://example.test/%7Ea'\"<>`",
            Some("http://example.test/%7Ea'%22%3C%3E%60"),
        ),
        ("http://exa mple.test/", None),
        ("http://exam%00ple.test/", None),
        ("http://256.256.256.256/", None),
        ("http://example.test:65536/", None),
        ("http://", None),
        ("//example.test/", None),
        ("example.test", None),
        ("", None),
    ] {
        assert_eq!(parse_url(input, None).as_deref(), expected, "{input:?}");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn relative_addresses_are_resolved_by_the_url_standard() {
    let base = Some("https://example.test/a/b/c.html?d#e");
    for (input, expected) in [
        ("../x.png", Some("https://example.test/a/x.png")),
        ("/x.png", Some("https://example.test/x.png")),
        ("//other.test/x", Some("https://other.test/x")),
        ("?q", Some("https://example.test/a/b/c.html?q")),
        ("#f", Some("https://example.test/a/b/c.html?d#f")),
        ("", Some("https://example.test/a/b/c.html?d")),
        ("data:text/plain,x", Some("data:text/plain,x")),
        ("http://[/", None),
    ] {
        assert_eq!(parse_url(input, base).as_deref(), expected, "{input:?}");
    }
    assert_eq!(parse_url("/x", Some("no base")), None);
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn text_is_normalised_to_form_c() {
    for (input, expected) in [
        ("", ""),
        ("plain", "plain"),
        ("한글", "한글"),
        ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
        ("e\u{301}", "é"),
        ("\u{212b}", "Å"),
        ("か\u{3099}", "が"),
        ("q\u{307}\u{323}", "q\u{323}\u{307}"),
        ("\u{fb01}", "\u{fb01}"),
        ("👩\u{200d}💻", "👩\u{200d}💻"),
    ] {
        assert_eq!(nfc(input), expected, "{input:?}");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn bytes_are_decoded_by_the_encoding_standard() {
    for (label, bytes, name, expected) in [
        ("utf-8", &b"a\xea\xb0\x80"[..], "UTF-8", "a가"),
        ("utf8", b"\xff\xea\xb0b", "UTF-8", "\u{fffd}\u{fffd}b"),
        ("utf-8", b"\xef\xbb\xbfa", "UTF-8", "\u{feff}a"),
        ("euc-kr", b"\xb0\xa1\xc7\xd1", "EUC-KR", "가한"),
        ("ks_c_5601-1987", b"\x81\x41", "EUC-KR", "갂"),
        (" Shift_JIS ", b"\x93\xfa\x96\x7b", "Shift_JIS", "日本"),
        ("euc-jp", b"\xc6\xfc", "EUC-JP", "日"),
        ("iso-2022-jp", b"\x1b$BF|\x1b(Ba", "ISO-2022-JP", "日a"),
        ("gb2312", b"\xd6\xd0", "GBK", "中"),
        ("gb18030", b"\x81\x30\x81\x30", "gb18030", "\u{80}"),
        ("big5", b"\xa4\xa4", "Big5", "中"),
        ("latin1", b"\x80\xe9", "windows-1252", "€é"),
        ("windows-1251", b"\xcf", "windows-1251", "П"),
        ("koi8-r", b"\xf0", "KOI8-R", "П"),
        ("utf-16le", b"a\0\0\xac", "UTF-16LE", "a가"),
        ("utf-16be", b"\0a\xac\0", "UTF-16BE", "a가"),
        ("macintosh", b"\x8e", "macintosh", "é"),
        ("x-user-defined", b"\x80", "x-user-defined", "\u{f780}"),
    ] {
        let mut decoder = Decoder::new(label).expect(label);
        assert_eq!(decoder.name(), name, "{label:?}");
        let mut whole = String::new();
        decoder.decode(bytes, true, &mut whole);
        assert_eq!(whole, expected, "{label:?}");

        let mut decoder = Decoder::new(label).expect(label);
        let mut pieces = String::new();
        for byte in bytes.chunks(1) {
            decoder.decode(byte, false, &mut pieces);
        }
        decoder.decode(&[], true, &mut pieces);
        assert_eq!(pieces, expected, "{label:?}, byte by byte");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn what_is_no_encoding_is_refused() {
    for label in ["", "utf-9", "iso-2022-kr", "replacement", "utf 8"] {
        assert!(Decoder::new(label).is_none(), "{label:?}");
    }
}
