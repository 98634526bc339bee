//! The lines that are written.

use serde::Deserialize;
use serde_json::{Value, json};
use urlink::model::{PageMetadata, Problem};

/// What a page was read as; in the browser: `PageReading`, and the time that it took.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Read {
    pub(super) metadata: PageMetadata,
    #[serde(default)]
    pub(super) problem: Option<Problem>,
    #[serde(default)]
    pub(super) next: Option<String>,
    #[serde(default)]
    pub(super) left_out: Option<PageMetadata>,
    pub(super) pulled: usize,
    pub(super) ms: f64,
}

/// A page. Here it matters what it says, also where a card would leave that out: `problem` tells.
pub(super) fn page(id: &str, read: &Read, length: usize) -> Value {
    let said = read.left_out.as_ref().unwrap_or(&read.metadata);
    json!({
        "id": id,
        "title": said.title,
        "display_title": said.display_title.as_ref().or(said.title.as_ref()),
        "description": said.description,
        "image": said.image.as_ref().map(|image| &image.url),
        "icon": said.icon,
        "site_name": said.site_name,
        "canonical": said.canonical,
        "lang": said.language,
        "published": said.published,
        "author": said.author,
        "charset": said.charset,
        "ms": read.ms,
        "problem": read.problem.map(Problem::code),
        "next": read.next,
        "pulled": read.pulled,
        "bytes": length,
    })
}

/// Tags, in the form of the small cases' expectations.
pub(super) fn tags(name: &str, mut tags: Value) -> Value {
    if let Some(tags) = tags.as_object_mut() {
        tags.insert("name".to_owned(), name.into());
    }
    tags
}
