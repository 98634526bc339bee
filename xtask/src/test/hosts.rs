//! What the core reads natively and in Chromium: the same, page by page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::tally::Tally;
use crate::extract::{self, Host, Job, Want};
use crate::workspace;

/// The lists of a folder of saved pages, and the folders of the pages that they name.
const LISTS: [(&str, &str); 2] = [("index.jsonl", "html"), ("derived.jsonl", "derived")];

/// Every way to read a page.
const WANTS: [Want; 3] = [Want::Card, Want::Everything, Want::Tags];

/// Compares what is read of the project's own pages, and of the tokenizer's cases.
pub fn own() -> Result<Tally> {
    let mut jobs = extract::cases(&workspace::tests().join("data/tokens.json"))?;
    for folder in ["data/pages", "site/pages"] {
        let folder = workspace::tests().join(folder);
        for file in pages_in(&folder)? {
            let id = file.strip_prefix(&folder)?.to_string_lossy().into_owned();
            jobs.extend(WANTS.map(|want| Job::Page {
                id: id.clone(),
                file: file.clone(),
                url: format!("https://{id}"),
                content_type: "text/html".to_owned(),
                want,
            }));
        }
    }
    compare(&jobs)
}

/// Compares what is read of a folder of saved pages.
pub fn saved(folder: &Path) -> Result<Tally> {
    let mut jobs = Vec::new();
    for (list, pages) in LISTS {
        for want in WANTS {
            jobs.extend(extract::index(
                &folder.join(list),
                &folder.join(pages),
                want,
            )?);
        }
    }
    compare(&jobs)
}

/// Each job is a check.
fn compare(jobs: &[Job]) -> Result<Tally> {
    let native = extract::read(jobs, Host::Native)?;
    let browser = extract::read(jobs, Host::Browser)?;
    let rows = native.iter().zip(&browser);
    Ok(rows.map(|(native, browser)| check(native, browser)).sum())
}

fn check(native: &Value, browser: &Value) -> Tally {
    let differing = differing(native, browser);
    for field in &differing {
        println!(
            "{}: {field} is {} natively, {} in Chromium",
            native.get("id").or(native.get("name")).unwrap_or_default(),
            native.get(field).unwrap_or_default(),
            browser.get(field).unwrap_or_default(),
        );
    }
    Tally::of_check(differing.is_empty())
}

/// The fields that differ; the time that it took may.
fn differing(one: &Value, other: &Value) -> BTreeSet<String> {
    let keys = [one, other].into_iter().filter_map(Value::as_object);
    keys.flat_map(serde_json::Map::keys)
        .filter(|key| *key != "ms" && one.get(key) != other.get(key))
        .cloned()
        .collect()
}

/// The HTML files of a folder and of those in it.
fn pages_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_time_may_differ() {
        let row = json!({ "id": "a", "title": "T", "ms": 1.0 });
        assert!(differing(&row, &json!({ "id": "a", "title": "T", "ms": 2.0 })).is_empty());
        let other = json!({ "id": "a", "title": null, "lang": "ko", "ms": 1.0 });
        let fields: Vec<String> = differing(&row, &other).into_iter().collect();
        assert_eq!(fields, ["lang", "title"]);
        assert_eq!(check(&row, &other), Tally::FAILURE);
    }
}
