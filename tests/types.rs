//! The TypeScript shapes in `src/web/types` are the serde shapes of the model: field by field,
//! and with the same fields optional.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may fail as the tests do"
)]

use std::collections::BTreeMap;

use regex::Regex;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use urlink::model::{
    Category, CategoryList, Change, ChangeKind, Image, Job, JobCounts, LinkEdit, LinkPage,
    LinkQuery, LinkSelection, LinkView, Matches, Offer, PageMetadata, Passage, ProblemCount,
    ProblemView, ReminderList, ReminderSet, ReminderView, ReminderWish, ReportEntry, Ring,
    SaveOptions, SaveReport, SavedPlace, Settings, TagCount, TagEdit,
};

const TYPES: &str = concat!(
    include_str!("../src/web/types/bookmarks.rs"),
    include_str!("../src/web/types/jobs.rs"),
    include_str!("../src/web/types/library.rs"),
    include_str!("../src/web/types/pages.rs"),
    include_str!("../src/web/types/ports.rs"),
    include_str!("../src/web/types/reminders.rs"),
);

/// The fields that TypeScript declares, and whether each may be absent.
fn declared(interface: &str) -> BTreeMap<String, bool> {
    let head = format!("export interface {interface} {{");
    let (_, rest) = TYPES
        .split_once(&head)
        .unwrap_or_else(|| panic!("no {interface}"));
    let (body, _) = rest.split_once('}').unwrap();
    let comment = Regex::new(r"(?s)/\*\*.*?\*/").unwrap();
    let body = comment.replace_all(body, "");
    let field = Regex::new(r"(\w+)(\??):").unwrap();
    field
        .captures_iter(&body)
        .map(|found| (found[1].to_owned(), !found[2].is_empty()))
        .collect()
}

/// Compares a type with its interface: `full` has every field, and is read and written whole.
/// What is written of a value that has only the fields that must be there is just these.
#[track_caller]
fn assert_shape<T: Serialize + DeserializeOwned>(interface: &str, full: &Value) {
    let declared = declared(interface);
    let whole: T = serde_json::from_value(full.clone()).unwrap();
    assert_eq!(&serde_json::to_value(&whole).unwrap(), full, "{interface}");
    let fields: Vec<&String> = full.as_object().unwrap().keys().collect();
    assert_eq!(fields, declared.keys().collect::<Vec<_>>(), "{interface}");

    let mut least = full.clone();
    let optional: Vec<&String> = declared
        .iter()
        .filter(|(_, optional)| **optional)
        .map(|(name, _)| name)
        .collect();
    for name in optional {
        least.as_object_mut().unwrap().remove(name);
    }
    let read: Result<T, _> = serde_json::from_value(least);
    assert!(
        read.is_ok(),
        "{interface}: a field that may be absent is asked for: {:?}",
        read.err()
    );
}

fn image() -> Value {
    json!({ "url": "https://e.com/i.png", "width": 2, "height": 1, "alt": "hill" })
}

fn metadata() -> Value {
    json!({
        "title": "t", "displayTitle": "d", "description": "s", "image": image(), "icon": "i",
        "siteName": "n", "author": "a", "published": "2026-11-22", "modified": "2026-11-23",
        "language": "ko", "canonical": "c", "type": "article", "keywords": ["k"],
        "themeColor": "#fff", "feeds": ["f"], "finalUrl": "u", "status": 200,
        "mediaType": "application/pdf", "size": 9, "charset": "UTF-8", "fetched": 1,
    })
}

fn view() -> Value {
    json!({
        "id": "l", "url": "https://e.com/", "href": "https://e.com/", "host": "e.com",
        "title": "t", "description": "s", "image": image(), "icon": "i", "siteName": "n",
        "category": "c", "created": 1, "updated": 2, "state": "partial",
        "problem": problem(), "favourite": true, "memo": "m", "tags": ["x"], "ownTitle": "t",
        "deleted": 3, "reminder": 4, "page": metadata(),
        "matches": matches(),
    })
}

fn matches() -> Value {
    let marks = json!([[0, 1]]);
    json!({
        "title": marks, "description": marks, "memo": marks, "address": passage(),
        "host": marks, "tags": [marks],
    })
}

fn passage() -> Value {
    json!({ "text": "e.com", "marks": [[0, 1]] })
}

fn problem() -> Value {
    json!({ "code": "timeout", "message": "…", "transient": true })
}

fn category() -> Value {
    json!({ "id": "c", "name": "n", "favourite": true, "count": 1, "created": 1 })
}

fn counts() -> Value {
    json!({ "waiting": 1, "saved": 2, "partial": 3, "failed": 4, "blocked": 5 })
}

fn entry() -> Value {
    json!({
        "line": 1, "input": "x", "id": "l", "url": "u", "category": "c", "code": "timeout",
        "message": "…",
    })
}

#[test]
fn every_interface_is_the_shape_of_its_type() {
    assert_shape::<Image>("Image", &image());
    assert_shape::<PageMetadata>("PageMetadata", &metadata());
    assert_shape::<ProblemView>("ProblemView", &problem());
    assert_shape::<LinkView>("LinkView", &view());
    assert_shape::<Matches>("Matches", &matches());
    assert_shape::<Passage>("Passage", &passage());
    assert_shape::<Category>("Category", &category());
    assert_shape::<JobCounts>("JobCounts", &counts());
    assert_shape::<ReportEntry>("ReportEntry", &entry());
    assert_shape::<LinkPage>("LinkPage", &json!({ "total": 1, "links": [view()] }));
    assert_shape::<CategoryList>(
        "CategoryList",
        &json!({
            "categories": [category()], "all": 1, "unsorted": 0, "problems": 0,
            "favourites": 1, "trash": 2, "last": "c",
        }),
    );
    assert_shape::<Job>(
        "Job",
        &json!({
            "id": "j", "category": "c", "created": 1, "finished": 2, "state": "paused",
            "hold": "user", "due": 3, "urgent": true, "refresh": true, "again": true,
            "thinned": true, "lines": 1, "total": 1,
            "counts": counts(), "problems": [{ "code": "timeout", "count": 1 }],
            "duplicates": 0, "rejected": 0,
        }),
    );
    assert_shape::<ProblemCount>("ProblemCount", &json!({ "code": "timeout", "count": 1 }));
    let lists = [
        "saved",
        "partial",
        "failed",
        "blocked",
        "duplicates",
        "skipped",
        "waiting",
    ];
    let report: BTreeMap<&str, Value> = lists.map(|list| (list, json!([entry()]))).into();
    assert_shape::<SaveReport>("SaveReport", &json!(report));
    assert_shape::<LinkQuery>(
        "LinkQuery",
        &json!({
            "category": "all", "search": "s", "tag": "t", "sort": "hand", "offset": 0, "limit": 1,
            "language": "ko",
        }),
    );
    assert_shape::<SaveOptions>(
        "SaveOptions",
        &json!({
            "category": "c", "hints": ["h"], "pages": ["p"], "language": "ko", "urgent": true,
        }),
    );
    assert_shape::<SavedPlace>(
        "SavedPlace",
        &json!({ "id": "l", "category": "c", "created": 1, "deleted": false }),
    );
    assert_shape::<Change>(
        "Change",
        &json!({ "id": "x", "kind": "delete-category", "links": 2, "category": "n" }),
    );
    assert_shape::<LinkEdit>(
        "LinkEdit",
        &json!({ "title": "t", "memo": "m", "tags": ["x"] }),
    );
    assert_shape::<TagEdit>("TagEdit", &json!({ "add": ["a"], "remove": ["b"] }));
    assert_shape::<TagCount>("TagCount", &json!({ "tag": "a", "count": 2 }));
    assert_shape::<Settings>(
        "Settings",
        &json!({ "language": "ko", "theme": "dark", "connections": 8, "layout": "list", "sort": "title" }),
    );
}

#[test]
fn reminders_have_the_shapes_that_are_declared() {
    let ring = json!({ "at": 1, "missed": true, "read": true, "told": true });
    let view = json!({
        "id": "r", "link": "l", "title": "t", "url": "https://a.example/",
        "href": "https://a.example/", "icon": "i", "image": "m", "at": "2026-11-23T09:00",
        "due": 2, "repeat": "weekdays", "snoozed": true, "rang": ring,
    });
    assert_shape::<Ring>("Ring", &ring);
    assert_shape::<ReminderView>("ReminderView", &view);
    assert_shape::<ReminderList>(
        "ReminderList",
        &json!({ "rang": [view], "pending": [view], "unread": 1 }),
    );
    let change = json!({ "id": "u", "kind": "reminders", "links": 1 });
    assert_shape::<ReminderSet>(
        "ReminderSet",
        &json!({ "reminder": view, "change": change }),
    );
    assert_shape::<ReminderWish>(
        "ReminderWish",
        &json!({ "at": "2026-11-23T09:00", "preset": "next-monday", "repeat": "monthly" }),
    );
    assert_shape::<Offer>(
        "ReminderOffer",
        &json!({ "preset": "tomorrow-evening", "at": "2026-11-23T19:00", "due": 1 }),
    );
}

#[test]
fn a_selection_is_links_or_a_category_and_nothing_else() {
    assert!(
        TYPES.contains(
            "export type LinkSelection = { links: string[] } | { category: string; search?: string; tag?: string };"
        )
    );
    for good in [
        json!({ "links": ["l"] }),
        json!({ "category": "all" }),
        json!({ "category": "all", "search": "s", "tag": "t" }),
    ] {
        let selection: LinkSelection = serde_json::from_value(good.clone()).unwrap();
        assert_eq!(serde_json::to_value(&selection).unwrap(), good);
    }
    let both = json!({ "links": [], "category": "all" });
    for bad in [
        both,
        json!({ "link": "l" }),
        json!("all"),
        json!({}),
        json!({ "links": "l" }),
        json!({ "links": ["l"], "tag": "t" }),
    ] {
        let refused = serde_json::from_value::<LinkSelection>(bad.clone());
        assert!(refused.is_err(), "{bad}");
    }
}

#[test]
fn the_kinds_of_changes_are_those_that_are_declared() {
    use ChangeKind::{
        DeleteCategory, Edit, Favourite, Move, Place, Reminders, Restore, Tag, Trash,
    };
    let kinds = [
        DeleteCategory,
        Edit,
        Favourite,
        Move,
        Tag,
        Place,
        Trash,
        Restore,
        Reminders,
    ];
    let names = kinds.map(|kind| serde_json::to_string(&kind).unwrap());
    let union = format!("export type ChangeKind =\n  {};", names.join(" | "));
    assert!(TYPES.contains(&union), "{union}");
}

#[test]
fn what_an_edit_says_of_nothing_is_not_what_it_does_not_say() {
    let edit: LinkEdit = serde_json::from_value(json!({ "title": null })).unwrap();
    assert_eq!((edit.title.as_deref(), edit.memo), (Some(""), None));
    assert!(serde_json::from_value::<LinkEdit>(json!({ "name": "t" })).is_err());
}
