//! What can be read of a library, whatever state it is in: as JSON, record by record, and as
//! bookmarks. It needs no open library and changes nothing, so that it works where opening is
//! refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::entry::decode_chunk;
use super::keys;
use super::library::ShelvesRecord;
use super::ports::{Store, StoreError};
use super::read::READ;
use crate::address::Address;
use crate::model::{CategoryId, Language, LibraryError, Millis, ReminderId, Settings};

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An object with every record under its key, but for bookkeeping; damaged ones as strings.
    Json,
    /// Bookmarks as browsers import them (the Netscape format), a folder for each category.
    Bookmarks,
}

/// What could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// In the form asked for.
    pub text: String,
    /// How many links are in it.
    pub links: u32,
    /// How many records could not be read.
    pub damaged: u32,
}

/// Of a link, what a bookmark says. Records of other versions are read as well.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Bookmark {
    url: String,
    created: Millis,
    category: Option<CategoryId>,
    hint: Option<String>,
    page: Option<Said>,
    user: Said,
    deleted: Option<Millis>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Said {
    title: Option<String>,
    description: Option<String>,
    memo: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shelves {
    categories: Vec<Shelf>,
}

#[derive(Deserialize)]
struct Shelf {
    id: CategoryId,
    name: String,
}

/// The language that the settings name, where they can be read: also of a library that cannot be
/// opened.
pub async fn chosen_language(store: &impl Store) -> Option<Language> {
    let found = store.get(&[keys::SETTINGS.to_owned()]).await.ok()?;
    let (_, json) = found.first()?;
    keys::decode::<Settings>(json).ok()?.language
}

/// Exports what can be read.
///
/// # Errors
/// Those of the store, where its keys can neither be listed nor found by what names them.
pub async fn export(store: &impl Store, format: Format) -> Result<Export, LibraryError> {
    let mut keys = match store.keys().await {
        Ok(keys) => keys,
        Err(error) => named(store).await.ok_or(error)?,
    };
    keys.sort_unstable();
    let gone = read(store, &[keys::GONE.to_owned()], &mut 0).await?;
    let gone = gone.first().and_then(|(_, json)| keys::decode(json).ok());
    let gone: BTreeSet<String> = gone.unwrap_or_default();
    keys.retain(|key| !gone.contains(key));
    match format {
        Format::Json => {
            keys.retain(|key| !keys::is_bookkeeping(key));
            export_json(store, &keys).await
        }
        Format::Bookmarks => export_bookmarks(store, &keys).await,
    }
}

/// The keys that other records name, of a store so damaged that it cannot list them; none where
/// the record that names the rest is lost itself.
async fn named(store: &impl Store) -> Option<Vec<String>> {
    let first = [keys::CATEGORIES, keys::SETTINGS, keys::REMINDERS].map(str::to_owned);
    let found = read(store, &first, &mut 0).await.ok()?;
    let value = |key: &str| found.iter().find(|(known, _)| known == key);
    let (_, shelves) = value(keys::CATEGORIES)?;
    let shelves: ShelvesRecord = keys::decode(shelves).ok()?;
    let reminders = value(keys::REMINDERS).map(|(_, list)| keys::decode(list));
    let reminders: Vec<ReminderId> = reminders.and_then(Result::ok).unwrap_or_default();
    let mut names: Vec<String> = reminders.iter().map(keys::reminder).collect();
    let chunks: Vec<String> = shelves.chunk_keys().map(|(_, _, key)| key).collect();
    for group in chunks.chunks(READ) {
        for (_, chunk) in read(store, group, &mut 0).await.ok()? {
            let entries = decode_chunk(&chunk).unwrap_or_default();
            names.extend(entries.iter().map(|entry| keys::link(&entry.id())));
        }
    }
    names.extend(first);
    Some(names)
}

async fn export_json(store: &impl Store, keys: &[String]) -> Result<Export, LibraryError> {
    let mut export = Export::default();
    export.text.push_str("{\"app\":\"urLink\",\"records\":{");
    let mut separator = "\n";
    for group in keys.chunks(READ) {
        for (key, value) in read(store, group, &mut export.damaged).await? {
            let whole = serde_json::from_str::<IgnoredAny>(&value).is_ok();
            export.links += u32::from(whole && is_link(&key));
            export.damaged += u32::from(!whole);
            let value = if whole { value } else { keys::encode(&value)? };
            let _ = write!(export.text, "{separator}{}:{value}", keys::encode(&key)?);
            separator = ",\n";
        }
    }
    export.text.push_str("\n}}\n");
    Ok(export)
}

async fn export_bookmarks(store: &impl Store, keys: &[String]) -> Result<Export, LibraryError> {
    let mut export = Export::default();
    let mut folders: BTreeMap<Option<CategoryId>, String> = BTreeMap::new();
    let links: Vec<String> = keys.iter().filter(|key| is_link(key)).cloned().collect();
    for group in links.chunks(READ) {
        for (_, value) in read(store, group, &mut export.damaged).await? {
            let Ok(link) = serde_json::from_str::<Bookmark>(&value) else {
                export.damaged += 1;
                continue;
            };
            if link.deleted.is_some() || Address::parse(&link.url).is_err() {
                continue;
            }
            export.links += 1;
            let folder = folders.entry(link.category.clone()).or_default();
            write_bookmark(folder, &link);
        }
    }
    let shelves = [keys::CATEGORIES.to_owned()];
    let found = read(store, &shelves, &mut 0).await?;
    let shelves = found.first().map(|(_, value)| serde_json::from_str(value));
    let Shelves { categories } = shelves.and_then(Result::ok).unwrap_or_default();
    export.text.push_str(HEADER);
    for (category, folder) in folders {
        let Some(id) = category else {
            export.text.push_str(&folder);
            continue;
        };
        let shelf = categories.iter().find(|shelf| shelf.id == id);
        let name = escape(shelf.map_or(id.as_str(), |shelf| &shelf.name));
        let _ = write!(
            export.text,
            "<DT><H3>{name}</H3>\n<DL><p>\n{folder}</DL><p>\n"
        );
    }
    export.text.push_str("</DL><p>\n");
    Ok(export)
}

const HEADER: &str = "<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
";

fn write_bookmark(folder: &mut String, link: &Bookmark) {
    let page = link.page.as_ref();
    let said = link.user.title.as_deref();
    let said = said.or_else(|| page?.title.as_deref());
    let title = said.or(link.hint.as_deref()).unwrap_or(&link.url);
    let words = link.user.memo.as_deref();
    let words = words.or_else(|| page?.description.as_deref());
    let _ = writeln!(
        folder,
        "<DT><A HREF=\"{}\" ADD_DATE=\"{}\">{}</A>",
        escape(&link.url),
        link.created / 1_000,
        escape(title)
    );
    if let Some(words) = words {
        let _ = writeln!(folder, "<DD>{}", escape(words));
    }
}

fn is_link(key: &str) -> bool {
    keys::link_id(key).is_some()
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// The records that can be read, one by one where not all can be at once.
async fn read(
    store: &impl Store,
    keys: &[String],
    damaged: &mut u32,
) -> Result<Vec<(String, String)>, StoreError> {
    if let Ok(found) = store.get(keys).await {
        return Ok(found);
    }
    let mut found = Vec::new();
    for key in keys {
        match store.get(std::slice::from_ref(key)).await {
            Ok(one) => found.extend(one),
            Err(_) => *damaged += 1,
        }
    }
    Ok(found)
}
