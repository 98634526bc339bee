//! What becomes of a job whose lines are lost: the links that wait for it are read all the same.

use serde_json::json;
use urlink::model::{JobState, SaveOptions};

use super::many;
use super::simulation::{World, audit, open};

/// Of 600 links the lines of some are lost, before any is read.
fn assert_read(hurt: &[&str], text: Option<&str>) {
    assert_read_after(hurt, |_| text.map(str::to_owned));
}

fn assert_read_after(hurt: &[&str], damage: impl Fn(&str) -> Option<String>) {
    let world = World::new(47);
    let id = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine.accept(&many(600), &SaveOptions::default()).await;
            job.unwrap().id
        })
        .value();
    let mut kept = Vec::new();
    for part in hurt {
        let key = format!("j:{id}{part}");
        let mut entries = world.disk().entries.borrow_mut();
        let text = entries.remove(&key).unwrap();
        if let Some(text) = damage(&text) {
            kept.push(json!(text));
            entries.insert(key, text);
        }
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
    let aside: Vec<_> = aside.into_values().collect();
    assert_eq!(aside.len(), kept.len(), "{aside:?}");
    assert!(kept.iter().all(|text| aside.contains(text)), "{aside:?}");
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

#[test]
fn links_are_read_of_whose_lines_there_are_too_few() {
    for hurt in [&[":1"][..], &[":2"], &[":0", ":1", ":2"]] {
        assert_read(hurt, Some("[]"));
        assert_read_after(hurt, |text| {
            let mut lines: Vec<serde_json::Value> = serde_json::from_str(text).unwrap();
            lines.drain(3..7);
            Some(json!(lines).to_string())
        });
    }
    assert_read(&["", ":2"], Some("[]"));
}
