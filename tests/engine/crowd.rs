//! Many sites, some of which hang: how long the others stand behind them.

use futures_util::future::{Either, select};
use futures_util::pin_mut;
use urlink::engine::ports::{Clock as _, NetworkError};
use urlink::model::{JobState, Millis, SaveOptions};

use super::simulation::{Ended, Reply, World, audit, open};

const LINKS: u32 = 2_000;
/// Of so many links, each fault has one.
const SHARE: u32 = 32;

fn kind(url: &str) -> u32 {
    let host = url.trim_start_matches("https://h").split('.').next();
    host.unwrap().parse::<u32>().unwrap() % SHARE
}

fn reply(world: &World, url: &str, times: u32) -> Reply {
    match kind(url) {
        0 => Reply::Silence,
        1 => Reply::titled("Half").with(|page| page.end = Some(Box::new(Reply::Silence))),
        2 => Reply::titled("Drip").with(|page| {
            page.body.extend((0..99).map(|_| (300, vec![b' '])));
        }),
        3 => Reply::error(NetworkError::Reset),
        4 => Reply::error(NetworkError::EmptyResponse),
        5 => Reply::status(500),
        6 if times < 3 => Reply::status(502),
        7 if times < 2 => {
            Reply::status(429).with(|page| page.head.retry_after = Some("1".to_owned()))
        }
        8 => Reply::status(404),
        _ => Reply::titled("Here").with(|page| page.latency = 50 + world.below(400)),
    }
}

/// Saves the crowd with a worker that dies after each of these times, in milliseconds; gives when
/// the last of the good pages was asked for, and when all was over.
fn save(lives: &[Millis]) -> (Millis, Millis) {
    let world = World::new(41);
    world.sites().otherwise(reply);
    let list: Vec<String> = (0..LINKS)
        .map(|n| format!("https://h{n}.example/"))
        .collect();
    let mut lives = lives.iter();
    let accept = async {
        let engine = open(&world).await.unwrap();
        engine.accept(&list, &SaveOptions::default()).await.unwrap();
    };
    world.run(accept).value();
    loop {
        let death = lives.next();
        let life = async {
            let engine = open(&world).await.unwrap();
            let run = engine.run_jobs();
            let assassin = async {
                match death {
                    Some(after) => world.sleep(*after).await,
                    None => std::future::pending().await,
                }
                world.crash();
                std::future::pending::<()>().await;
            };
            pin_mut!(run, assassin);
            let ended = select(run, assassin).await;
            assert!(matches!(ended, Either::Left((Ok(()), _))));
            let job = engine.list_jobs().remove(0);
            assert_eq!(job.state, JobState::Done);
            let each = LINKS / SHARE;
            // Of the first kinds there is one more.
            assert_eq!(job.counts.failed, (each + 1) * 5);
            assert_eq!(job.counts.partial, (each + 1) * 2);
        };
        if world.run(life) == Ended::Done(()) {
            break;
        }
    }
    audit(&world, true);
    let requests = world.sites().requests.borrow();
    let mut latest = requests.iter().rev();
    let (last_good, _) = latest.find(|(_, url)| kind(url) > 8).unwrap();
    let start = world.now() - world.elapsed();
    (last_good - start, world.elapsed())
}

#[test]
fn those_of_whom_nobody_says_where_they_stand_are_no_crowd() {
    let world = World::new(42);
    // The first page is read, and leads to one that the browser never places.
    world.sites().otherwise(|_, _, _| {
        Reply::html("<title>Moved</title><meta http-equiv=refresh content=0;url=?on>")
            .with(|page| page.way_is_silent = true)
    });
    let list: Vec<String> = (0..400).map(|n| format!("https://h{n}.example/")).collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine.save_urls(&list, &SaveOptions::default()).await;
            assert_eq!(report.unwrap().saved.len(), 400);
        })
        .value();
    // Three times 20 s each, 64 at once.
    let all = world.elapsed();
    assert!(all < 700_000, "{all}");
}

#[test]
fn good_pages_do_not_stand_behind_those_that_hang() {
    let (good, all) = save(&[]);
    // Each of 63 keeps a place for 10, 5 or 20 seconds: 35 s of all 64 places.
    assert!(good < 42_000, "{good}");
    // Two more times 10 s of 63: 20 s; and the last of them is not alone.
    assert!(all < 75_000, "{all}");
}

#[test]
fn suspects_that_hang_keep_each_other_waiting_as_little_as_can_be() {
    let (good, all) = save(&[4_000]);
    assert!(good < 55_000, "{good}");
    assert!(all < 90_000, "{all}");
    // Whoever was with the second death is read alone: sixteen that hang, 3 s each.
    let (_, all) = save(&[4_000, 4_000]);
    assert!(all < 160_000, "{all}");
}
