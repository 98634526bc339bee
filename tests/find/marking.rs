use proptest::prelude::*;
use urlink::find::{Query, fold, marks, marks_in_address};

use super::{Typed, text};

fn marked(query: &str, text: &str) -> Vec<(u32, u32)> {
    marks(&Query::new(query), text)
}

/// The marked parts, as JavaScript would cut them.
fn cut(text: &str, marks: &[(u32, u32)]) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    marks
        .iter()
        .map(|&(start, end)| String::from_utf16(&units[start as usize..end as usize]).unwrap())
        .collect()
}

#[test]
fn marks_are_those_of_the_text_as_shown() {
    for (query, text, expected) in [
        ("title", "A Title, subtitle", vec!["Title", "title"]),
        ("ss", "Straße", vec!["ß"]),
        ("traß", "STRASSE", vec!["TRASS"]),
        ("stan", "İstanbul", vec!["stan"]),
        ("istan", "İstanbul", vec!["İstan"]),
        ("istan", "i\u{307}stanbul", vec!["i\u{307}stan"]),
        (
            "글",
            "한\u{1100}\u{1173}\u{11af}자",
            vec!["\u{1100}\u{1173}\u{11af}"],
        ),
        (
            "한글",
            "\u{1112}\u{1161}\u{11ab}글",
            vec!["\u{1112}\u{1161}\u{11ab}글"],
        ),
        ("\u{1112}\u{1161}\u{11ab}", "한글", vec!["한"]),
        ("é", "cafe\u{301}s", vec!["e\u{301}"]),
        ("ガイド", "ｶﾞｲﾄﾞ付", vec!["ｶﾞｲﾄﾞ"]),
        ("１２", "no. 12", vec!["12"]),
        ("b", "👩‍👧 b", vec!["b"]),
        ("👩", "a 👩 b", vec!["👩"]),
        ("ab bc", "abcd", vec!["abc"]),
        ("aa", "aaab", vec!["aaa"]),
        ("don't", "I DON’T", vec!["DON’T"]),
        ("й", "мои\u{306} й", vec!["и\u{306}", "й"]),
        // Half typed.
        ("한구", "한국어", vec!["한국"]),
        ("한ㄱ", "한국어 한글", vec!["한국", "한글"]),
        ("간", "가나 가다", vec!["가나"]),
        ("값", "갑사 갑자", vec!["갑사"]),
        ("고", "과일 교정", vec!["과"]),
        ("고 ", "과일 고정", vec!["고"]),
        ("각", "갂 갃", vec!["갃"]),
        ("ㅋ", "ㅋㅋ 크다", vec!["ㅋㅋ", "크"]),
        ("none", "A title", vec![]),
        ("", "A title", vec![]),
        ("a", "", vec![]),
    ] {
        assert_eq!(
            cut(text, &marked(query, text)),
            expected,
            "{query} in {text}"
        );
    }
}

#[test]
fn marks_in_an_address_cover_the_escapes() {
    for (query, url, expected) in [
        (
            "한글",
            "https://ko.example/%ED%95%9C%EA%B8%80/a",
            vec!["%ED%95%9C%EA%B8%80"],
        ),
        (
            "글",
            "https://ko.example/%ED%95%9C%EA%B8%80",
            vec!["%EA%B8%80"],
        ),
        (
            "%ED%95%9C",
            "https://ko.example/%ED%95%9C",
            vec!["%ED%95%9C"],
        ),
        ("EXAMPLE", "https://ko.example/", vec!["example"]),
        // EUC-KR, and a line break: as they are written.
        ("%c7%d1", "https://ko.example/%C7%D1", vec!["%C7%D1"]),
        ("0a", "https://ko.example/%0A", vec!["0A"]),
        (
            "한",
            "https://ko.example/%E1%84%92%E1%85%A1%E1%86%AB",
            vec!["%E1%84%92%E1%85%A1%E1%86%AB"],
        ),
    ] {
        let marks = marks_in_address(&Query::new(query), url);
        assert_eq!(cut(url, &marks), expected, "{query} in {url}");
    }
}

proptest! {
    #[test]
    fn what_is_marked_is_what_is_found(typed in text(), text in text()) {
        let query = Query::new(&typed);
        let typed = Typed::new(&typed);
        let found = |text: &str| typed.stands_in(&fold(text)).contains(&true);
        let marks = marks(&query, &text);
        prop_assert_eq!(!marks.is_empty(), found(&text));
        prop_assert!(marks.windows(2).all(|pair| pair[0].1 < pair[1].0));
        for part in cut(&text, &marks) {
            prop_assert!(found(&part), "{part}");
        }
        let ends = marks.iter().map(|mark| mark.1);
        let starts = marks.iter().map(|mark| mark.0);
        let length = u32::try_from(text.encode_utf16().count()).unwrap();
        let between = [0].into_iter().chain(ends).zip(starts.chain([length]));
        for part in cut(&text, &between.collect::<Vec<_>>()) {
            prop_assert!(!found(&part), "{part}");
        }
    }

    #[test]
    fn an_address_is_marked_where_what_it_spells_is_found(typed in text(), url in text()) {
        let spelled: String = urlink::address::spelled(&url).map(|(c, _)| c).collect();
        let marks = marks_in_address(&Query::new(&typed), &url);
        let found = Typed::new(&typed).stands_in(&fold(&spelled));
        prop_assert_eq!(!marks.is_empty(), found.contains(&true));
        prop_assert!(marks.last().is_none_or(|last| last.1 as usize <= url.encode_utf16().count()));
    }

    #[test]
    fn the_ends_of_what_an_address_spells_rise_to_its_length(url in text()) {
        let ends: Vec<u32> = urlink::address::spelled(&url).map(|(_, end)| end).collect();
        prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert_eq!(ends.last().copied().unwrap_or(0) as usize, url.encode_utf16().count());
    }
}
