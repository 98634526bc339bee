//! What must hold at every moment of what is on the disk.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::world::World;

/// Checks the disk, and the network, of a world. `exact` says that no link was read by two jobs:
/// then also the counts of jobs that are over are those of the records.
///
/// # Panics
/// Where something does not hold.
pub fn audit(world: &World, exact: bool) {
    let sites = world.sites();
    assert!(
        sites.most_at_a_host.get() <= 4,
        "too many requests at a host"
    );
    assert!(sites.most.get() <= 68, "too many requests at once");

    let disk = world.disk();
    let links = disk.under("l:");
    let mut keys = BTreeSet::new();
    for (key, link) in &links {
        assert_eq!(format!("l:{}", text(&link["id"])), *key);
        let attempts = link.get("attempts").and_then(Value::as_u64).unwrap_or(0);
        assert!(attempts <= 3, "{key} was asked for {attempts} times");
        let own = link.get("key").unwrap_or(&link["url"]);
        assert!(keys.insert(text(own)), "{own} is saved twice");
    }
    audit_index(world, &links);
    audit_jobs(world, &links, exact);
}

fn audit_index(world: &World, links: &BTreeMap<String, Value>) {
    let disk = world.disk();
    let mut indexed = BTreeSet::new();
    let mut per_place: BTreeMap<String, u64> = BTreeMap::new();
    let mut problems = 0;
    let mut chunks: BTreeMap<String, u64> = BTreeMap::new();
    for (key, chunk) in disk.under("i:") {
        let place = key.split(':').nth(1).unwrap();
        *chunks.entry(place.to_owned()).or_default() += 1;
        for word in text(&chunk).split(' ') {
            let id = word.trim_end_matches(['*', '!']);
            let link = links.get(&format!("l:{id}"));
            let link = link.unwrap_or_else(|| panic!("{id} is in the index only"));
            assert!(indexed.insert(id.to_owned()), "{id} is in the index twice");
            assert_eq!(link.get("category").map_or("-", text), place);
            let problem = matches!(text(&link["state"]), "partial" | "failed" | "blocked");
            assert_eq!(word.contains('!'), problem, "{link}");
            problems += u64::from(problem);
            *per_place.entry(place.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(indexed.len(), links.len(), "a link is not in the index");
    let Some(shelves) = disk.value("c:categories") else {
        assert!(links.is_empty());
        return;
    };
    assert_eq!(shelves["all"], links.len());
    assert_eq!(shelves["problems"], problems);
    assert_eq!(
        shelves["unsorted"],
        per_place.get("-").copied().unwrap_or(0)
    );
    for category in shelves["categories"].as_array().unwrap() {
        let count = per_place.get(text(&category["id"])).copied().unwrap_or(0);
        assert_eq!(category["count"], count);
    }
    for (place, count) in chunks {
        assert_eq!(shelves["chunks"][&place], count);
    }
}

fn audit_jobs(world: &World, links: &BTreeMap<String, Value>, exact: bool) {
    let disk = world.disk();
    let listed = disk.value("j:list").unwrap_or(Value::Array(Vec::new()));
    for id in listed.as_array().unwrap() {
        let id = text(id);
        let job = disk.value(&format!("j:{id}")).expect("a listed job");
        let mut length = 0;
        let mut own = 0;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for (_, chunk) in disk.under(&format!("j:{id}:")) {
            for line in chunk.as_array().unwrap() {
                length += 1;
                if line.get("code").is_some() {
                    continue;
                }
                own += 1;
                let link = &links[&format!("l:{}", text(&line["id"]))];
                let pending = link.get("job").map(text) == Some(id);
                let state = match text(&link["state"]) {
                    _ if pending => "waiting",
                    "waiting" => continue, // for another job
                    state => state,
                };
                *counts.entry(state).or_default() += 1;
            }
        }
        assert_eq!(job["lines"], length, "{job}");
        assert_eq!(job["total"], own, "{job}");
        for state in ["waiting", "saved", "partial", "failed", "blocked"] {
            let count = counts.get(state).copied().unwrap_or(0);
            if !exact && state != "waiting" {
                continue;
            }
            assert_eq!(job["counts"][state], count, "{state} of {job}");
        }
        let over = job["state"] == "done";
        assert!(
            !over || !counts.contains_key("waiting"),
            "{job} ended early"
        );
        assert_eq!(
            job.get("finished").is_some(),
            over || job["state"] == "cancelled"
        );
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
