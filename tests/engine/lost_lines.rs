//! What becomes of a job whose lines are lost: the links that wait for it are read all the same.

use serde_json::json;
use urlink::model::{JobState, SaveOptions};

use super::many;
use super::simulation::{World, audit, open};

/// Of 600 links the lines of some are lost, before any is read.
fn assert_read(hurt: &[&str], text: Option<&str>) {
    let world = World::new(47);
    let id = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine.accept(&many(600), &SaveOptions::default()).await;
            job.unwrap().id
        })
        .value();
    for part in hurt {
        let key = format!("j:{id}{part}");
        let mut entries = world.disk().entries.borrow_mut();
        match text {
            Some(text) => entries.insert(key, text.to_owned()),
            None => entries.remove(&key),
        };
    }
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            let job = engine.list_jobs().remove(0);
            assert_eq!(
                (job.state, job.counts.saved),
                (JobState::Done, 600),
                "{hurt:?}"
            );
            let report = engine.report(&id, None).await.unwrap();
            assert_eq!(report.saved.len(), 600);
            assert!(!engine.has_work());
        })
        .value();
    let aside = world.disk().under("d:");
    let kept = aside.values().filter(|kept| **kept == json!(text));
    assert_eq!(kept.count(), text.map_or(0, |_| hurt.len()), "{aside:?}");
    audit(&world, true);
}

#[test]
fn links_whose_lines_are_lost_are_read() {
    for text in [None, Some("[1")] {
        assert_read(&[":1"], text);
        assert_read(&[":0", ":1", ":2"], text);
    }
}

#[test]
fn links_whose_lines_are_lost_with_their_job_are_read() {
    for text in [None, Some("[1")] {
        assert_read(&["", ":0"], text);
        assert_read(&["", ":1"], text);
    }
    for text in [None, Some("7")] {
        assert_read(&["", ":0", ":1", ":2"], text);
    }
}
