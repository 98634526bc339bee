//! Where links stand, by what is on the disk.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use urlink::model::LinkSelection;

use super::World;

/// What of each link nothing but a person changes, by its id.
pub(super) type Standings = BTreeMap<String, Value>;

/// The links of a selection, by where they stand.
pub(super) fn chosen(standings: &Standings, selection: &LinkSelection) -> Vec<String> {
    let is_in = |link: &Value, view: &str| {
        let live = link.get("deleted").is_none();
        match view {
            "all" => live,
            "trash" => !live,
            "unsorted" => live && link.get("category").is_none(),
            "favourites" => live && link["user"]["favourite"] == true,
            id => live && link.get("category").is_some_and(|own| own == id),
        }
    };
    match selection {
        LinkSelection::Links(ids) => ids.iter().map(ToString::to_string).collect(),
        LinkSelection::Category(filter) => standings
            .iter()
            .filter(|(_, link)| is_in(link, &filter.category))
            .map(|(id, _)| id.clone())
            .collect(),
    }
}

pub(super) fn standings(world: &World) -> Standings {
    let gone = world.disk().value("m:gone").unwrap_or_default();
    let gone: Vec<String> = serde_json::from_value(gone).unwrap_or_default();
    let links = world.disk().under("l:").into_iter();
    links
        .filter(|(key, _)| !gone.contains(key))
        .map(|(key, link)| {
            let mut standing = json!({ "user": link.get("user").cloned().unwrap_or(json!({})) });
            for field in ["category", "deleted"] {
                if let Some(value) = link.get(field) {
                    standing[field] = value.clone();
                }
            }
            (key.trim_start_matches("l:").to_owned(), standing)
        })
        .collect()
}

pub(super) fn has_tag(link: &Value, tag: &str) -> bool {
    let tags = link["user"]["tags"].as_array();
    tags.is_some_and(|tags| tags.iter().any(|own| own == tag))
}
