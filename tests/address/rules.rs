use super::{HostCases, address, assert_all};
use regex::RegexBuilder;
use urlink::address::Zone;
use urlink::address::policy::{RULE_IDS, block_rules, redirect_allowed};

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
