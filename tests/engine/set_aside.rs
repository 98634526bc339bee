//! Hosts and pages that are set aside, so that the others are read.

use urlink::engine::ports::NetworkError;
use urlink::model::{Problem, SaveOptions};

use super::simulation::{Ended, Reply, World, open};

#[test]
fn a_host_that_fails_is_left_alone_and_given_up() {
    let world = World::new(13);
    world.sites().otherwise(|_, url, _| {
        if url.contains("dead") {
            Reply::error(NetworkError::Reset)
        } else {
            Reply::titled("Alive")
        }
    });
    let list: Vec<String> = (0..100)
        .map(|n| {
            format!(
                "https://{}.example/{n}",
                if n % 2 == 0 { "dead" } else { "alive" }
            )
        })
        .collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine
                .save_urls(&list, &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!((report.saved.len(), report.failed.len()), (50, 50));
            let given_up = report
                .failed
                .iter()
                .filter(|entry| entry.code == Some(Problem::HostUnavailable));
            assert!(given_up.count() > 40);
        })
        .value();
    let requests = world.sites().requests.borrow();
    let dead = requests
        .iter()
        .filter(|(_, url)| url.contains("dead"))
        .count();
    assert!(dead <= 12, "{dead} requests at a dead host");
}

#[test]
fn a_page_that_kills_the_worker_is_parked_and_the_others_are_read() {
    let world = World::new(15);
    let killer = "https://h7.example/";
    world.sites().answer(killer, [Reply::Kill]);
    let list: Vec<String> = (0..40).map(|n| format!("https://h{n}.example/")).collect();
    let mut deaths = 0;
    let job = world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&list, &SaveOptions::default())
                .await
                .unwrap()
                .id
        })
        .value();
    while world.run(async { open(&world).await.unwrap().run_jobs().await.unwrap() })
        != Ended::Done(())
    {
        deaths += 1;
        assert!(deaths < 10);
    }
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine.report(&job, None).await.unwrap();
            assert_eq!(report.saved.len(), 39);
            assert_eq!(report.failed[0].url.as_deref(), Some(killer));
            assert_eq!(report.failed[0].code, Some(Problem::Parked));
        })
        .value();
    assert_eq!(world.sites().asked(killer), deaths);
    assert_eq!(deaths, 4, "once among a few, and three times alone");
}
