//! Networks that go while pages are asked for: that costs no try, and does not go on for ever.

use futures_util::future::{Either, join, select};
use futures_util::pin_mut;
use urlink::engine::ports::{Clock as _, NetworkError};
use urlink::model::{JobState, LinkState, LinkView, Millis, Problem, SaveOptions};

use super::simulation::{Reply, World, open};
use super::{many, urls, view};

const URL: &str = "https://site.example/";

/// How often a page was asked for, and counted, by what is stored of the links.
fn attempts(world: &World) -> Vec<u64> {
    let links = world.disk().under("l:").into_values();
    links
        .map(|link| link["attempts"].as_u64().unwrap())
        .collect()
}

/// Saves a link whose site answers so, while the network is away between two moments.
fn save_across(from: Millis, until: Millis, first: Reply) -> (LinkView, World, Millis) {
    let world = World::new(31);
    world.sites().answer(URL, [first, Reply::titled("Here")]);
    let options = SaveOptions::default();
    let list = urls(&[URL]);
    let (link, saved) = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let save = async {
                engine.save_urls(&list, &options).await.unwrap();
                world.elapsed()
            };
            let weather = async {
                world.sleep(from).await;
                world.sites().set_offline(true);
                world.sleep(until - from).await;
                world.sites().set_offline(false);
            };
            let (saved, ()) = join(save, weather).await;
            (view(&engine, "all").await.remove(0), saved)
        })
        .value();
    (link, world, saved)
}

#[track_caller]
fn assert_excused(first: Reply, asked: u32) {
    let told = format!("{first:?}");
    let (link, world, saved) = save_across(2_000, 5_000, first);
    assert_eq!(link.state, LinkState::Saved, "{told}");
    assert_eq!(link.title, "Here", "{told}");
    assert_eq!(attempts(&world), [1], "{told}");
    assert_eq!(world.sites().asked(URL), asked, "{told}");
    assert!(
        saved < 7_000,
        "{told}: asked again when the network was back: {saved}"
    );
}

#[test]
fn what_was_under_way_when_the_network_went_costs_no_try() {
    assert_excused(Reply::Silence, 2);
    for error in [
        NetworkError::CutOff,
        NetworkError::Dns,
        NetworkError::EmptyResponse,
        NetworkError::Offline,
        NetworkError::Refused,
        NetworkError::Reset,
        NetworkError::Unknown,
    ] {
        assert_excused(Reply::Error(2_100, error), 2);
        assert_excused(Reply::Error(4_000, error), 2);
        let half = Reply::titled("Half").with(|page| {
            page.latency = 1_000;
            page.end = Some(Box::new(Reply::Error(1_500, error)));
        });
        assert_excused(half, 2);
    }
    let stalled = Reply::titled("Half").with(|page| page.end = Some(Box::new(Reply::Silence)));
    assert_excused(stalled, 2);
    // What arrives all the same is good.
    let late = Reply::titled("Here").with(|page| page.latency = 3_000);
    assert_excused(late, 1);
}

#[test]
fn an_outage_longer_than_every_deadline_costs_no_try() {
    let (link, world, saved) = save_across(2_000, 19_000, Reply::Silence);
    assert_eq!((link.state, attempts(&world)), (LinkState::Saved, vec![1]));
    assert!(saved < 21_000, "{saved}");
}

#[test]
fn what_a_page_said_before_the_network_went_is_kept_if_no_more_comes() {
    let world = World::new(32);
    let half = Reply::titled("Half").with(|page| {
        page.end = Some(Box::new(Reply::Error(2_000, NetworkError::Reset)));
    });
    world.sites().answer(URL, [half, Reply::status(404)]);
    let link = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = urls(&[URL]);
            let options = SaveOptions::default();
            let save = engine.save_urls(&list, &options);
            let weather = async {
                world.sleep(1_000).await;
                world.sites().set_offline(true);
                world.sleep(3_000).await;
                world.sites().set_offline(false);
            };
            join(save, weather).await.0.unwrap();
            view(&engine, "all").await.remove(0)
        })
        .value();
    assert_eq!(
        (link.title.as_str(), link.state),
        ("Half", LinkState::Partial)
    );
    assert_eq!(link.problem.unwrap().code, Problem::CutOff);
}

/// Saves pages while the network comes and goes for ever.
fn save_while_it_flaps(list: &[String], world: &World, on: Millis, off: Millis) {
    world
        .run(async {
            let engine = open(world).await.unwrap();
            let save = async {
                engine.accept(list, &SaveOptions::default()).await.unwrap();
                while engine.has_work() {
                    engine.run_jobs().await.unwrap();
                }
            };
            let weather = async {
                loop {
                    world.sleep(on).await;
                    world.sites().set_offline(true);
                    world.sleep(off).await;
                    world.sites().set_offline(false);
                }
            };
            pin_mut!(save, weather);
            assert!(matches!(select(save, weather).await, Either::Left(_)));
        })
        .value();
}

#[test]
fn a_network_that_comes_and_goes_costs_no_try_and_no_page_is_asked_for_without_end() {
    let world = World::new(33);
    let silent = "https://h7.example/";
    world.sites().answer(silent, [Reply::Silence]);
    world.sites().otherwise(|world, _, _| {
        Reply::titled("Here").with(|page| page.latency = world.below(2_500))
    });
    let list = many(200);
    save_while_it_flaps(&list, &world, 3_000, 1_500);
    assert_eq!(attempts(&world), [1; 200]);
    assert_eq!(world.sites().asked(silent), 11);
}

#[test]
fn a_page_that_blames_the_network_while_others_answer_is_not_asked_for_for_ever() {
    let world = World::new(34);
    let liar = "https://liar.example/";
    world
        .sites()
        .answer(liar, [Reply::error(NetworkError::Offline)]);
    world.sites().otherwise(|world, _, _| {
        Reply::titled("Here").with(|page| page.latency = 1_000 + world.below(2_500))
    });
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list: Vec<String> = (0..400)
                .map(|n| format!("https://h{}.example/{}", n % 9, n / 9))
                .collect();
            let report = engine
                .save_urls(
                    &[&list[..], &urls(&[liar])].concat(),
                    &SaveOptions::default(),
                )
                .await
                .unwrap();
            assert_eq!(report.failed[0].code, Some(Problem::Network));
            assert_eq!(report.saved.len(), 400);
        })
        .value();
    assert_eq!(world.sites().asked(liar), 11);
}

#[test]
fn without_a_network_jobs_are_held_and_nothing_is_burned() {
    let world = World::new(14);
    world.sites().set_offline(true);
    let list: Vec<String> = (0..20).map(|n| format!("https://h{n}.example/")).collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine
                .save_urls(&list, &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!(report.waiting.len(), 20, "safe, and to be read");
            assert_eq!(engine.list_jobs()[0].state, JobState::Paused);
            assert!(engine.has_work());
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 0);
    world.sites().set_offline(false);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(engine.list_jobs()[0].counts.saved, 20);
            assert_eq!(engine.list_jobs()[0].state, JobState::Done);
        })
        .value();
}
