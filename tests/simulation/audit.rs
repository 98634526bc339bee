//! What must hold at every moment of what is on the disk.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use urlink::engine::ports::Clock as _;

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
    let gone = gone(world);
    let mut links = disk.under("l:");
    links.retain(|key, _| !gone.contains(key));
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
    audit_changes(world, &gone);
}

/// What can be undone is all there, and nothing else of it.
fn audit_changes(world: &World, gone: &BTreeSet<String>) {
    let disk = world.disk();
    let list = disk.value("u:list").unwrap_or(Value::Array(Vec::new()));
    let mut slices = BTreeSet::from(["u:list".to_owned()]);
    for record in list.as_array().unwrap() {
        let id = text(&record["change"]["id"]);
        let numbers = 0..record["slices"].as_u64().unwrap();
        slices.extend(numbers.map(|number| format!("u:{id}:{number}")));
    }
    let there = disk.under("u:").into_keys();
    let mut there: BTreeSet<String> = there.filter(|key| !gone.contains(key)).collect();
    there.insert("u:list".to_owned());
    assert_eq!(there, slices);
}

fn audit_index(world: &World, links: &BTreeMap<String, Value>) {
    let disk = world.disk();
    let gone = gone(world);
    let mut indexed = BTreeSet::new();
    let mut per_place: BTreeMap<String, u64> = BTreeMap::new();
    let mut problems = 0;
    let mut favourites = 0;
    let mut tags: BTreeMap<String, u64> = BTreeMap::new();
    let mut chunks: BTreeMap<String, u64> = BTreeMap::new();
    let chunks_there = disk.under("i:").into_iter();
    for (key, chunk) in chunks_there.filter(|(key, _)| !gone.contains(key)) {
        let place = key.split(':').nth(1).unwrap();
        *chunks.entry(place.to_owned()).or_default() += 1;
        for word in text(&chunk).split_ascii_whitespace() {
            let (id, marks) = word.split_at(20);
            let link = links.get(&format!("l:{id}"));
            let link = link.unwrap_or_else(|| panic!("{id} is in the index only"));
            assert!(indexed.insert(id.to_owned()), "{id} is in the index twice");
            let category = link.get("category").map_or("-", text);
            let deleted = link.get("deleted").map(Value::to_string);
            let stands = if deleted.is_some() { "trash" } else { category };
            assert_eq!(stands, place);
            let problem = matches!(text(&link["state"]), "partial" | "failed" | "blocked");
            assert_eq!(marks.contains('!'), problem, "{link}");
            let said = |name: &str| link.get("user").and_then(|user| user.get(name));
            let favourite = said("favourite").is_some();
            assert_eq!(marks.contains('*'), favourite, "{link}");
            let rank = said("rank").map(text);
            let marked = marks.split_once('^');
            let marked = marked.map(|(_, rank)| rank.split('~').next().unwrap());
            assert_eq!(marked, rank, "{link}");
            let since = marks.split_once('~').map(|(_, since)| since.to_owned());
            assert_eq!(since, deleted, "{link}");
            if deleted.is_none() {
                problems += u64::from(problem);
                favourites += u64::from(favourite);
                let own = said("tags").and_then(Value::as_array);
                for tag in own.into_iter().flatten() {
                    *tags.entry(text(tag).to_owned()).or_default() += 1;
                }
            } else {
                assert!(link.get("job").is_none(), "it is to be read: {link}");
            }
            *per_place.entry(place.to_owned()).or_default() += 1;
        }
    }
    assert_eq!(indexed.len(), links.len(), "a link is not in the index");
    let Some(shelves) = disk.value("c:categories") else {
        assert!(links.is_empty());
        return;
    };
    let in_trash = per_place.get("trash").copied().unwrap_or(0);
    assert_eq!(shelves["trash"], in_trash);
    assert_eq!(shelves["all"], links.len() as u64 - in_trash);
    assert_eq!(shelves["problems"], problems);
    assert_eq!(shelves["favourites"], favourites);
    let counted = disk.value("c:tags").unwrap_or_default();
    let counted: BTreeMap<String, u64> = serde_json::from_value(counted).unwrap_or_default();
    assert_eq!(counted, tags);
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
        let mut erased = 0;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for (_, chunk) in disk.under(&format!("j:{id}:")) {
            for line in chunk.as_array().unwrap() {
                length += 1;
                if line.get("code").is_some() {
                    continue;
                }
                own += 1;
                let Some(link) = links.get(&format!("l:{}", text(&line["id"]))) else {
                    erased += 1;
                    continue;
                };
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
        let counted = job["counts"].as_object().unwrap().values();
        let counted: u64 = counted.map(|count| count.as_u64().unwrap()).sum();
        let there = own - erased;
        let to_count = job.get("thinned").or(job.get("again")).is_some();
        assert!(
            counted <= there || to_count,
            "{job} counts what is erased: there are {there}"
        );
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

impl World {
    /// What has been in the trash for some time is not asked for.
    ///
    /// # Panics
    /// Where it is.
    pub fn assert_wanted(&self, url: &str) {
        let disk = self.disk();
        let trash = disk
            .value("c:categories")
            .map(|shelves| shelves["trash"].clone());
        // Pages lead there.
        let target = url.ends_with("/1") || url.ends_with("/2");
        if target || trash.is_none_or(|count| count == 0) {
            return;
        }
        let links = disk.under("l:").into_values();
        let own: Vec<Value> = links.filter(|link| link["url"] == url).collect();
        let long_ago = self.now().saturating_sub(10_000);
        let deleted = |link: &Value| {
            link.get("deleted").is_some()
                && link["updated"].as_u64().is_some_and(|at| at < long_ago)
        };
        assert!(
            own.is_empty() || !own.iter().all(deleted),
            "{url} is in the trash"
        );
    }
}

/// The keys that are as good as removed.
fn gone(world: &World) -> BTreeSet<String> {
    let gone = world.disk().value("m:gone").unwrap_or_default();
    serde_json::from_value(gone).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
