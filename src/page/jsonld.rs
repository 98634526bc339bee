//! JSON-LD: the nodes of every block, read strictly, else leniently.

use serde_json::{Map, Value};

mod lenient;

/// More nodes than any page needs.
const NODE_LIMIT: usize = 2_000;
const DEPTH_LIMIT: usize = 24;

/// A node, with the types it says it has.
#[derive(Debug)]
pub(super) struct Node {
    types: Vec<String>,
    map: Map<String, Value>,
}

impl Node {
    /// Whether it is of one of the types (names without their vocabulary).
    pub(super) fn is_any(&self, types: &[&str]) -> bool {
        self.types.iter().any(|own| types.contains(&own.as_str()))
    }

    /// The value of a property.
    pub(super) fn get(&self, property: &str) -> Option<&Value> {
        self.map.get(property)
    }
}

/// The nodes of all blocks, outer ones before what they hold, in document order. A block that
/// cannot be read is passed over.
pub(super) fn nodes(blocks: &[String]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for block in blocks {
        if let Some(value) = parse(block) {
            gather(value, 0, &mut nodes);
        }
    }
    nodes
}

fn parse(block: &str) -> Option<Value> {
    serde_json::from_str(block)
        .ok()
        .or_else(|| serde_json::from_str(&lenient::repair(block)).ok())
}

fn gather(value: Value, depth: usize, nodes: &mut Vec<Node>) {
    if depth > DEPTH_LIMIT || nodes.len() >= NODE_LIMIT {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                gather(value, depth + 1, nodes);
            }
        }
        Value::Object(mut map) => {
            let inner: Vec<Value> = ["@graph", "mainEntity", "mainEntityOfPage"]
                .into_iter()
                .filter_map(|key| match map.get(key)? {
                    Value::Object(_) | Value::Array(_) => map.remove(key),
                    _ => None,
                })
                .collect();
            nodes.push(Node {
                types: types(&map),
                map,
            });
            for value in inner {
                gather(value, depth + 1, nodes);
            }
        }
        _ => {}
    }
}

fn types(map: &Map<String, Value>) -> Vec<String> {
    let name = |value: &Value| {
        let name = value.as_str()?;
        Some(name.rsplit(['/', '#', ':']).next()?.to_owned())
    };
    match map.get("@type") {
        Some(Value::Array(values)) => values.iter().filter_map(name).collect(),
        Some(value) => name(value).into_iter().collect(),
        None => Vec::new(),
    }
}
