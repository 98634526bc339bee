use proptest::prelude::*;
use urlink::address::{push_legible, spelled};
use urlink::find::{Query, fold, marks, passage_of};

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
        // What 뿌 may become reaches over the letters that begin with the same byte.
        ("0뿌", "10뿔 0쀠 뿌", vec!["0뿔", "0쀠"]),
        ("뿌", "0뿔 쀠 빠", vec!["뿔", "쀠"]),
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
fn an_address_is_shown_as_people_read_it_around_what_was_found() {
    let long = "https://docs.example.com/guide/2026/how-to-collect-links-by-the-hundred";
    for (query, url, text, parts) in [
        (
            "글",
            "https://ko.example/%ED%95%9C%EA%B8%80/a",
            "https://ko.example/한글/a",
            vec!["글"],
        ),
        (
            "%ED%95%9C",
            "https://ko.example/%ED%95%9C",
            "https://ko.example/한",
            vec!["한"],
        ),
        (
            "EXAMPLE",
            "https://ko.example/",
            "https://ko.example/",
            vec!["example"],
        ),
        // EUC-KR, and a line break: as they are written.
        (
            "%c7%d1",
            "https://ko.example/%C7%D1",
            "https://ko.example/%C7%D1",
            vec!["%C7%D1"],
        ),
        (
            "0a",
            "https://ko.example/%0A",
            "https://ko.example/%0A",
            vec!["0A"],
        ),
        (
            "한",
            "https://ko.example/%E1%84%92%E1%85%A1%E1%86%AB",
            "https://ko.example/\u{1112}\u{1161}\u{11ab}",
            vec!["\u{1112}\u{1161}\u{11ab}"],
        ),
        // What would not be seen for what it is.
        (
            "b",
            "https://ko.xmple/a%20%E2%80%AEb%E3%85%A4",
            "…%20%E2%80%AEb%E3%85%A4",
            vec!["b"],
        ),
        ("hundred", long, "…-links-by-the-hundred", vec!["hundred"]),
        ("docs hundred", long, long, vec!["docs", "hundred"]),
        (
            "끝",
            "https://ko.example/%EA%B0%80%EB%82%98%EB%8B%A4%EB%9D%BC%EB%A7%88%EB%B0%94%EC%82%AC%EC%95%84%EC%9E%90%EC%B0%A8%EC%B9%B4%ED%83%80%ED%8C%8C%ED%95%98%EB%81%9D",
            "…/가나다라마바사아자차카타파하끝",
            vec!["끝"],
        ),
    ] {
        let passage = passage_of(&Query::new(query), url).unwrap();
        assert_eq!(passage.text, text);
        assert_eq!(cut(text, &passage.marks), parts, "{query} in {url}");
    }
    for query in ["", "none"] {
        assert_eq!(passage_of(&Query::new(query), long), None);
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
    fn an_address_has_a_passage_where_what_it_spells_is_found(typed in text(), url in text()) {
        let passage = passage_of(&Query::new(&typed), &url);
        let found = Typed::new(&typed).stands_in(&fold(&spelled(&url)));
        prop_assert_eq!(passage.is_some(), found.contains(&true));
        let Some(passage) = passage else { return Ok(()) };
        let mut shown = String::new();
        spelled(&url).chars().for_each(|character| push_legible(&mut shown, character));
        let rest = passage.text.trim_start_matches('…');
        prop_assert!(shown.ends_with(rest), "{} of {}", passage.text, shown);
        prop_assert!(passage.marks.windows(2).all(|pair| pair[0].1 < pair[1].0));
        let length = passage.text.encode_utf16().count();
        prop_assert!(passage.marks.last().is_some_and(|last| last.1 as usize <= length));
    }
}
