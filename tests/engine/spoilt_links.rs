//! Links whose records are lost or cannot be read.

use serde_json::json;
use urlink::model::{
    JobState, LinkSelection, LinkState, LinkView, Preset, Problem, SaveOptions, TagEdit,
};

use super::reminder_steps::{list, preset};
use super::simulation::{SimEngine, World, audit, open};
use super::spoilt::{here, rich};
use super::{all, urls, view};

#[test]
fn links_that_the_browser_finds_damaged_one_after_another_cost_themselves_alone() {
    let world = here();
    world
        .run(async {
            rich(&world).await;
            let links = world.disk().under("l:").into_keys().take(9);
            world.disk().spoilt.borrow_mut().extend(links);
            let engine = open(&world).await.unwrap();
            let states = view(&engine, "all")
                .await
                .into_iter()
                .map(|link| link.state);
            assert_eq!(
                states.filter(|state| *state == LinkState::Saved).count(),
                22 - 9
            );
        })
        .value();
}

#[test]
fn links_that_can_never_be_read_cost_themselves_alone() {
    let world = here();
    world
        .run(async {
            rich(&world).await;
            let links = world.disk().under("l:").into_keys().take(2);
            world.disk().unreadable.borrow_mut().extend(links);
            let engine = open(&world).await.unwrap();
            let states = view(&engine, "all")
                .await
                .into_iter()
                .map(|link| link.state);
            assert_eq!(
                states.filter(|state| *state == LinkState::Saved).count(),
                20
            );
            let more = urls(&["https://more.example/"]);
            let report = engine.save_urls(&more, &SaveOptions::default()).await;
            assert_eq!(report.unwrap().saved.len(), 1);
        })
        .value();
}

#[test]
fn a_damaged_link_is_shown_as_that_and_can_be_put_away_and_erased() {
    let world = here();
    world
        .run(async {
            let untag = TagEdit {
                remove: vec!["blue".to_owned()],
                ..TagEdit::default()
            };
            rich(&world).await.tag_links(&all(), &untag).await.unwrap();
            let links: Vec<String> = world.disk().under("l:").into_keys().take(2).collect();
            let text = "{\"url\":\"htt".to_owned();
            {
                let mut entries = world.disk().entries.borrow_mut();
                entries.remove(&links[0]);
                entries.insert(links[1].clone(), text.clone());
            }
            let engine = open(&world).await.unwrap();
            let is_damaged = |link: &LinkView| {
                let code = link.problem.as_ref().map(|problem| problem.code);
                code == Some(Problem::Damaged)
            };
            let damaged = view(&engine, "all").await;
            let damaged: Vec<_> = damaged.into_iter().filter(is_damaged).collect();
            assert_eq!(damaged.len(), 2);
            assert_eq!(
                (&*damaged[0].title, &damaged[0].href),
                ("A damaged link", &None)
            );
            let ids = damaged.into_iter().map(|link| link.id).collect();
            let both = LinkSelection::Links(ids);
            assert_eq!(engine.favourite_links(&both, true).await.unwrap().links, 0);
            assert_eq!(engine.trash_links(&both).await.unwrap().links, 2);
            let engine = open(&world).await.unwrap();
            assert_eq!(engine.list_categories().all, 20);
            assert!(view(&engine, "trash").await.iter().all(is_damaged));
            assert_eq!(engine.empty_trash().await.unwrap(), 2);
            assert_eq!(engine.list_categories().trash, 0);
            let aside = world.disk().under("d:");
            assert!(aside.values().any(|kept| *kept == text), "{aside:?}");
        })
        .value();
    audit(&world, true);
}

/// The address of a link, and its place among the others of its category.
async fn place(engine: &SimEngine, category: &str, id: &str) -> Option<usize> {
    let links = view(engine, category).await;
    links.iter().position(|link| link.id.as_str() == id)
}

/// A library with a link whose record is this from now on; gives its key and its address.
async fn with_damaged(world: &World, text: Option<&str>) -> (String, String) {
    let untag = TagEdit {
        remove: vec!["blue".to_owned()],
        ..TagEdit::default()
    };
    let engine = rich(world).await;
    engine.tag_links(&all(), &untag).await.unwrap();
    let (key, record) = world.disk().under("l:").into_iter().nth(5).unwrap();
    let id = key.strip_prefix("l:").unwrap();
    let one = LinkSelection::Links(vec![id.into()]);
    engine.favourite_links(&one, true).await.unwrap();
    let wish = preset(Preset::TomorrowMorning);
    engine.set_reminder(&id.into(), &wish).await.unwrap();
    let mut entries = world.disk().entries.borrow_mut();
    match text {
        Some(text) => entries.insert(key.clone(), text.to_owned()),
        None => entries.remove(&key),
    };
    let url = record["url"].as_str().unwrap().to_owned();
    (key, url)
}

#[test]
fn a_damaged_link_that_is_saved_again_is_whole_where_it_was() {
    for text in [Some("{\"url\":\"htt"), Some("[]"), None] {
        {
            let world = here();
            world
                .run(async {
                    let (key, url) = with_damaged(&world, text).await;
                    let id = key.strip_prefix("l:").unwrap();
                    let engine = open(&world).await.unwrap();
                    let kept = engine.list_categories().categories[0].clone();
                    let before = place(&engine, kept.id.as_str(), id).await;
                    let twice = urls(&[&url, "https://other.example/", &url]);
                    let report = engine.save_urls(&twice, &SaveOptions::default()).await;
                    let report = report.unwrap();
                    assert_eq!((report.saved.len(), report.duplicates.len()), (2, 1));
                    assert_eq!(report.saved[0].id.as_ref().unwrap().as_str(), id);
                    assert_eq!(place(&engine, kept.id.as_str(), id).await, before);
                    assert_eq!(engine.list_categories().categories[0], kept);
                    assert_eq!(engine.list_categories().all, 23);
                    let link = view(&engine, kept.id.as_str())
                        .await
                        .remove(before.unwrap());
                    assert_eq!((&*link.url, link.state), (&*url, LinkState::Saved));
                    assert!(link.favourite && link.reminder.is_some());
                    assert_eq!(list(&engine).await.pending.len(), 3);
                    let again = engine.save_urls(&twice, &SaveOptions::default()).await;
                    assert_eq!(again.unwrap().duplicates.len(), 3);
                })
                .value();
            let aside = world.disk().under("d:");
            let kept = aside.values().filter(|kept| **kept == json!(text));
            assert_eq!(kept.count(), usize::from(text.is_some()), "{aside:?}");
            audit(&world, true);
        }
    }
}

#[test]
fn a_damaged_link_of_the_trash_that_is_saved_again_comes_out_of_it() {
    let world = here();
    world
        .run(async {
            let (key, url) = with_damaged(&world, Some("{")).await;
            let id = key.strip_prefix("l:").unwrap();
            let engine = open(&world).await.unwrap();
            let one = LinkSelection::Links(vec![id.into()]);
            assert_eq!(engine.trash_links(&one).await.unwrap().links, 1);
            let options = SaveOptions::default();
            let report = engine.save_urls(&urls(&[&url]), &options).await.unwrap();
            assert_eq!(report.saved[0].id.as_ref().unwrap().as_str(), id);
            let list = engine.list_categories();
            assert_eq!((list.all, list.unsorted, list.trash), (22, 3, 0));
            assert_eq!(engine.list_jobs()[0].state, JobState::Done);
        })
        .value();
    audit(&world, true);
}
