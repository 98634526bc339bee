use super::{HostCases, address, assert_all};
use regex::RegexBuilder;
use urlink::address::policy::{RULE_IDS, block_rules, redirect_allowed};
use urlink::address::{Zone, offered};

/// What the rules for a zone block, told by the expressions that the browser is given.
fn blocks(zone: Zone) -> impl Fn(&str) -> bool {
    let filters: Vec<_> = block_rules("abc", zone)
        .iter()
        .map(|rule| {
            RegexBuilder::new(rule.condition.regex_filter)
                .case_insensitive(true)
                .build()
                .unwrap()
        })
        .collect();
    move |href| filters.iter().any(|filter| filter.is_match(href))
}

#[test]
fn the_browser_blocks_what_rust_refuses() {
    let cases = HostCases::read();
    for zone in [Zone::Public, Zone::Local, Zone::Machine] {
        let blocks = blocks(zone);
        let (from, _) = cases.zones().find(|(_, other)| *other == zone).unwrap();
        let from = address(from);
        assert_all(cases.zones().map(|(text, _)| {
            let to = address(text);
            (
                format!("{zone:?} to {to}"),
                blocks(to.href()),
                redirect_allowed(&from, &to).is_err(),
            )
        }));
    }
}

#[test]
fn rules_have_ids_of_their_own_that_are_known_for_removal() {
    let ids: Vec<u32> = block_rules("abc", Zone::Public)
        .iter()
        .map(|rule| rule.id)
        .collect();
    assert_eq!(ids, RULE_IDS);
}

#[test]
fn of_a_browsers_lists_only_web_pages_can_be_saved() {
    let urls = [
        "https://www.example.com/a?utm_source=x#top",
        "https://www.example.com/a",
        "chrome://history/",
        "chrome-extension://abc/manager.html",
        "file:///etc/hosts",
        "javascript:alert(1)",
        "https://me:pw@example.com/",
        "",
        "https://한글.kr/",
    ];
    let known = urls.map(offered);
    let hosts: Vec<_> = known
        .iter()
        .map(|one| one.as_ref().map(|one| one.host.as_str()))
        .collect();
    let web = Some("example.com");
    assert_eq!(
        hosts,
        [
            web,
            web,
            None,
            None,
            None,
            None,
            None,
            None,
            Some("한글.kr")
        ]
    );
    let [Some(first), Some(second), ..] = known.as_slice() else {
        panic!("both can be saved");
    };
    assert_eq!(
        first.key, second.key,
        "what only tracks makes no second link"
    );
}
