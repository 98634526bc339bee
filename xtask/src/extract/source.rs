//! What to read: the pages of an index, or small cases.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;

/// The address of a page whose index gives none.
const NOWHERE: &str = "https://unknown.example/dir/page.html";

/// What is asked of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// What a card needs.
    Card,
    /// All that it says.
    Everything,
    /// What its tags say, all of them.
    Tags,
}

/// Something to read.
#[derive(Debug)]
pub enum Job {
    /// A page, as a server would answer.
    Page {
        id: String,
        file: PathBuf,
        url: String,
        content_type: String,
        want: Want,
    },
    /// A small case: the tags of a text.
    Case { name: String, html: String },
}

/// The pages of an index: one JSON object a line.
pub fn index(list: &Path, folder: &Path, want: Want) -> Result<Vec<Job>> {
    let text = read(list)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| page(&serde_json::from_str(line)?, folder, want))
        .collect()
}

/// The cases of a list: a JSON array of objects.
pub fn cases(list: &Path) -> Result<Vec<Job>> {
    let cases: Vec<Value> = serde_json::from_str(&read(list)?)?;
    let text = |case: &Value, key| text_of(case, key).unwrap_or_default().to_owned();
    let cases = cases.iter().map(|case| Job::Case {
        name: text(case, "name"),
        html: text(case, "html"),
    });
    Ok(cases.collect())
}

fn page(row: &Value, folder: &Path, want: Want) -> Result<Job> {
    let id = text_of(row, "id").context("a row without id")?;
    let content_type = text_of(row, "http_content_type").map_or_else(
        || match text_of(row, "http_charset") {
            Some(charset) => format!("text/html; charset={charset}"),
            None => "text/html".to_owned(),
        },
        str::to_owned,
    );
    Ok(Job::Page {
        id: id.to_owned(),
        file: folder.join(format!("{id}.html")),
        url: text_of(row, "url").unwrap_or(NOWHERE).to_owned(),
        content_type,
        want,
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn text_of<'a>(row: &'a Value, key: &str) -> Option<&'a str> {
    row.get(key).and_then(Value::as_str)
}
