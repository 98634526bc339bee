//! A library of an earlier version becomes one of this version, whatever happens meanwhile.

use std::collections::BTreeMap;

use urlink::model::{LibraryError, LinkView, Problem};

use super::library_steps::counts;
use super::reminder_steps::list;
use super::simulation::{Ended, Fault, SimEngine, World, audit, open};
use super::view;

/// What urLink of version 2 had stored when its worker was killed while it read two of eight links.
const VERSION_2: &str = include_str!("../data/library-2.json");

type Records = BTreeMap<String, String>;

fn version_2() -> Records {
    serde_json::from_str(VERSION_2).unwrap()
}

/// It had no trash, no tags, and nothing that came with them.
fn version_1() -> Records {
    let mut records = version_2();
    let new = ["c:tags", "i:trash:0", "m:write"];
    records.retain(|key, _| {
        !new.contains(&key.as_str()) && !["f:", "r:", "u:"].iter().any(|kind| key.starts_with(kind))
    });
    records.insert("m:meta".to_owned(), r#"{"schema":1}"#.to_owned());
    let trashed = version_2()["i:trash:0"].clone();
    let trashed: Vec<&str> = trashed.trim_matches('"').split(' ').collect();
    for (id, since) in trashed.iter().map(|word| word.split_once('~').unwrap()) {
        let link = records.get_mut(&format!("l:{id}")).unwrap();
        *link = link.replace(&format!(",\"deleted\":{since}"), "");
        let chunk = records.get_mut("i:0mwsgywgnnfq6q:0").unwrap();
        *chunk = format!("{} {id}\"", chunk.trim_end_matches('"'));
    }
    let shelves = records.get_mut("c:categories").unwrap();
    let mut old: serde_json::Value = serde_json::from_str(shelves).unwrap();
    for field in ["favourites", "trash", "newest"] {
        old.as_object_mut().unwrap().remove(field).unwrap();
    }
    let chunks = old["chunks"].as_object_mut().unwrap();
    chunks.remove("trash").unwrap();
    old["all"] = 8.into();
    old["categories"][0]["count"] = 5.into();
    *shelves = old.to_string();
    records
}

fn world_with(records: &Records) -> World {
    let world = World::new(450);
    world.travel("Asia/Seoul");
    world.set_wall("2026-11-23T08:31");
    world.disk().entries.replace(records.clone());
    world
}

async fn addresses(engine: &SimEngine, category: &str) -> Vec<String> {
    let links = view(engine, category).await.into_iter();
    links.map(|link| link.url).collect()
}

async fn link_of(engine: &SimEngine, url: &str) -> LinkView {
    let mut links = view(engine, "all").await.into_iter();
    links.find(|link| link.url == url).unwrap()
}

async fn assert_all_there(engine: &SimEngine) {
    assert_eq!(counts(engine), (6, 2));
    let shelves = engine.list_categories();
    let papers = &shelves.categories[0];
    assert_eq!((papers.name.as_str(), papers.count), ("Papers", 3));
    let papers = addresses(engine, papers.id.as_str()).await;
    let sites = [4, 2, 0].map(|n| format!("https://h{n}.example/"));
    assert_eq!(papers, sites, "the favourite first");
    assert!(link_of(engine, &sites[0]).await.favourite);
    let [reminder] = list(engine).await.pending.try_into().unwrap();
    assert_eq!(reminder.url, sites[1]);
    assert_eq!(reminder.link, link_of(engine, &sites[1]).await.id);
}

#[test]
fn a_library_of_version_2_goes_on_where_it_was() {
    let world = world_with(&version_2());
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_all_there(&engine).await;
            let jobs = engine.list_jobs();
            let job = jobs.iter().find(|job| job.counts.waiting == 2).unwrap();
            engine.run_jobs().await.unwrap();
            let report = engine.report(&job.id, None).await.unwrap();
            let of = |entries: &[urlink::model::ReportEntry]| {
                let urls = entries.iter().map(|entry| entry.url.clone());
                urls.collect::<Vec<_>>()
            };
            assert_eq!(of(&report.saved).len(), 2);
            let [twin] = report.duplicates.try_into().unwrap();
            assert_eq!(twin.code, Some(Problem::DuplicateInLibrary));
            let known = link_of(&engine, "https://h0.example/").await.id;
            assert_eq!(twin.id, Some(known));

            // What was done last by version 2 is undone: a link comes back from the trash.
            let changes = world.disk().value("u:list").unwrap();
            let last = changes.as_array().unwrap().last().unwrap();
            let id = last["change"]["id"].as_str().unwrap();
            engine.undo(&id.into()).await.unwrap();
            assert_eq!(counts(&engine), (7, 1));
            let place = engine.find_saved("https://h1.example/").await.unwrap();
            assert!(!place.unwrap().deleted);
        })
        .value();
    audit(&world, true);
}

#[test]
fn wherever_the_worker_dies_of_it_nothing_is_lost() {
    for fault in [Fault::CrashBefore, Fault::CrashAfter, Fault::Fail] {
        for writes in 0..3 {
            let world = world_with(&version_2());
            let mut faults = vec![Fault::None; writes];
            faults.push(fault);
            world.disk().meet(faults);
            let ended = world.run(async { open(&world).await.map(|_| ()) });
            match ended {
                Ended::Crashed => assert_ne!(fault, Fault::Fail),
                Ended::Done(opened) => assert!(writes > 1 || opened.is_err()),
            }
            world
                .run(async { assert_all_there(&open(&world).await.unwrap()).await })
                .value();
            audit(&world, true);
        }
    }
}

#[test]
fn what_was_erased_or_damaged_before_stays_so() {
    let mut records = version_2();
    let key = |records: &Records, url: &str| {
        let of_url = records
            .iter()
            .find(|(_, json)| json.contains(url) && json.contains("page"));
        of_url.unwrap().0.clone()
    };
    let damaged = key(&records, "https://loose.example/");
    records.insert(damaged, r#"{"id":"#.to_owned());
    let erased = "l:0mwsgyaaa0000-21gd6tkab03fpm28".to_owned();
    let like = records[&key(&records, "https://h0.example/")].clone();
    let record = like.replace("0mwsgywgt0000", "0mwsgyaaa0000");
    records.insert(erased.clone(), record);
    records.insert("m:gone".to_owned(), format!("[\"{erased}\"]"));
    let world = world_with(&records);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_all_there(&engine).await;
            let links = view(&engine, "all").await;
            let problems = links.iter().filter(|link| link.problem.is_some());
            let codes: Vec<_> = problems
                .map(|link| link.problem.as_ref().unwrap().code)
                .collect();
            assert_eq!(codes, [Problem::Damaged]);
        })
        .value();
    let entries = world.disk().entries.borrow();
    let short = |key: &&String| key.starts_with("l:");
    assert!(entries.keys().filter(short).all(|key| key.len() == 22));
    assert_eq!(entries.keys().filter(short).count(), 8);
}

#[test]
fn a_library_of_version_1_becomes_one_of_this_version() {
    let world = world_with(&version_1());
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_eq!(counts(&engine), (8, 0));
            assert_eq!(addresses(&engine, "all").await.len(), 8);
        })
        .value();
    let meta = world.disk().value("m:meta").unwrap();
    assert_eq!(meta["schema"], 3);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(counts(&engine), (8, 0));
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_library_that_cannot_be_written_says_so_and_stays_as_it_is() {
    let world = world_with(&version_2());
    world.disk().full.set(true);
    let opened = world.run(async { open(&world).await.map(|_| ()) }).value();
    assert_eq!(opened, Err(LibraryError::StorageFull));
    world.disk().full.set(false);
    world
        .run(async { assert_all_there(&open(&world).await.unwrap()).await })
        .value();
}
