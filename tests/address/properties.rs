use std::time::Duration;

use cpu_time::ThreadTime;
use proptest::prelude::*;
use urlink::address::{Address, Line, MAX_LENGTH, read_line, split_list};
use urlink::text::{clean_block, clean_line};

/// Text made of the pieces that the readers look for, so that their branches meet.
fn tangled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "https://", "http://", "HTTPS:", "javascript:", "//", "/", "?", "#", "&", "=", "%", "%4", "%41", "%2e",
            "%ea%b0%80", "utm_source=x", "e.com", "www.", "localhost", ":3000", "[::1]", "127.1", "xn--", "한글.kr",
            "@", " ", "\t", " | ", " - ", "](", "[", ")", "<a href=", "<", ">", "\"", "\",\"", "'", ",", ".", "…",
            "\u{0}", "\u{202e}", "\u{200d}", "\u{feff}", "\u{1112}\u{1161}", "\u{301}", "🇰🇷", "\r\n", "\u{2028}",
            "#!", "#/", ":~:",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn check_address(address: &Address) -> Result<(), TestCaseError> {
    prop_assert!(address.href().len() <= MAX_LENGTH && address.href().is_ascii());
    prop_assert!(!address.host().is_empty());
    prop_assert_eq!(Address::parse(address.href()), Ok(address.clone()));
    let rebuilt = [
        Some(address.origin().to_owned()),
        Some(address.path().to_owned()),
        address.query().map(|query| format!("?{query}")),
        address.fragment().map(|fragment| format!("#{fragment}")),
    ];
    prop_assert_eq!(
        rebuilt.into_iter().flatten().collect::<String>(),
        address.href()
    );
    let key = address.key();
    let again = Address::parse(&key).map(|address| (address.href().to_owned(), address.key()));
    prop_assert_eq!(again, Ok((key.clone(), key)));
    prop_assert!(!address.readable().is_empty() && !address.display_host().is_empty());
    prop_assert_eq!(clean_line(&address.readable(), 512), address.readable());
    Ok(())
}

fn is_clean(text: &str) -> bool {
    !text.contains(['\r', '\u{202e}', '\0'])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_ends_somewhere(text in prop_oneof![tangled(), any::<String>()]) {
        for line in split_list(&text) {
            if let Line::Link { address, hint } = read_line(line) {
                check_address(&address)?;
                if let Some(hint) = hint {
                    prop_assert_eq!(clean_line(&hint, 512), hint);
                }
            }
        }
    }

    #[test]
    fn addresses_hold_what_they_promise(rest in tangled()) {
        if let Ok(address) = Address::parse(&format!("https://{rest}")) {
            check_address(&address)?;
        }
        if let Ok(address) = Address::parse(&format!("http://e.com/{rest}")) {
            check_address(&address)?;
        }
    }

    #[test]
    fn no_line_is_lost(text in tangled()) {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').count();
        let kept: usize = split_list(&text).into_iter().map(letters).sum();
        prop_assert_eq!(kept, letters(&text));
    }

    #[test]
    fn clean_text_is_clean(text in prop_oneof![tangled(), any::<String>()], max in 0_usize..40) {
        let line = clean_line(&text, max);
        prop_assert!(line.chars().count() <= max && is_clean(&line) && !line.contains('\n'));
        prop_assert_eq!(clean_line(&line, max), line);
        let block = clean_block(&text, max);
        prop_assert!(block.chars().count() <= max && is_clean(&block));
        prop_assert_eq!(clean_block(&block, max), block);
    }
}

/// Of the processor alone, whatever else the machine does. Thirty-two times the text takes some thirty-two times as long; were reading quadratic, it would
/// take a thousand times as long. The limit is as far from the one as from the other.
#[test]
fn reading_a_line_takes_linear_time() {
    for piece in [
        "(",
        "a ",
        "https://e.com/a ",
        "\"",
        "\",",
        "[x](",
        "<a ",
        " - ",
        " | ",
        "x\t",
        ".",
        "%41",
        "://",
        "가",
        "((a))",
        ")",
        "<<",
        "e.com ",
        "http://",
        "\u{202e}",
    ] {
        let time = |length: usize| {
            let line = piece.repeat(length / piece.len());
            let once = || {
                let start = ThreadTime::now();
                std::hint::black_box(split_list(&line).into_iter().map(read_line).count());
                start.elapsed()
            };
            (0..5)
                .map(|_| once())
                .min()
                .unwrap_or_default()
                .max(Duration::from_micros(20))
        };
        let (short, long) = (time(8 << 10), time(256 << 10));
        println!("{piece:?}: {short:?} for 8 KiB, {long:?} for 256 KiB");
        assert!(
            long < short * 180,
            "{piece:?}: {short:?} for 8 KiB, {long:?} for 256 KiB"
        );
    }
}
