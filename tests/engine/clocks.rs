//! Clocks that are set, and machines that sleep, while pages are asked for.

use futures_util::future::join;
use urlink::engine::ports::Clock as _;
use urlink::model::{LinkState, LinkView, Millis, SaveOptions};

use super::simulation::{Reply, World, open};
use super::{urls, view};

const URL: &str = "https://site.example/";
const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/// Saves a link whose site answers so, while something happens after a time; gives also how often
/// it was asked for, how often that was counted, and when it was saved.
fn save_while(
    replies: impl IntoIterator<Item = Reply>,
    after: Millis,
    happens: impl FnOnce(&World),
) -> (LinkView, u32, u64, Millis) {
    let world = World::new(41);
    world.sites().answer(URL, replies);
    let (link, saved) = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = urls(&[URL]);
            let options = SaveOptions::default();
            let save = async {
                engine.save_urls(&list, &options).await.unwrap();
                world.elapsed()
            };
            let happening = async {
                world.sleep(after).await;
                happens(&world);
            };
            let (saved, ()) = join(save, happening).await;
            (view(&engine, "all").await.remove(0), saved)
        })
        .value();
    let stored = world.disk().under("l:").into_values().next().unwrap();
    let attempts = stored["attempts"].as_u64().unwrap();
    (link, world.sites().asked(URL), attempts, saved)
}

fn here() -> Reply {
    Reply::titled("Here")
}

#[test]
fn a_clock_that_is_set_back_delays_nothing() {
    let busy = || Reply::status(503).with(|page| page.head.retry_after = Some("60".into()));
    let (.., undisturbed) = save_while([busy(), here()], 1_000, |_| {});
    for back in [1_000, HOUR, 30 * DAY] {
        let set = |world: &World| world.set_clock(world.now() - back);
        let (link, asked, attempts, saved) = save_while([busy(), here()], 1_000, set);
        assert_eq!((link.state, asked, attempts), (LinkState::Saved, 2, 2));
        assert_eq!(saved, undisturbed, "set back by {back}");
    }
}

#[test]
fn a_clock_that_is_set_forth_ends_no_page() {
    let slow = || {
        here().with(|page| {
            let title = page.body.remove(0).1;
            let html = |text: &str| text.as_bytes().to_vec();
            page.body = vec![
                (0, html("<!doctype ")),
                (2_500, html("html>")),
                (1_000, title),
            ];
        })
    };
    for forth in [1_000, HOUR, 30 * DAY] {
        let set = |world: &World| world.set_clock(world.now() + forth);
        let (link, asked, attempts, saved) = save_while([slow(), here()], 2_000, set);
        assert_eq!((link.state, asked, attempts), (LinkState::Saved, 1, 1));
        assert!(saved < 6_000, "{saved}");
    }
}

#[test]
fn what_was_under_way_when_the_machine_went_to_sleep_costs_no_try() {
    let half = here().with(|page| page.end = Some(Box::new(Reply::Silence)));
    for first in [Reply::Silence, half] {
        for asleep in [30_000, DAY] {
            let told = format!("{first:?} for {asleep}");
            let sleep = |world: &World| world.freeze(asleep);
            let (link, asked, attempts, _) = save_while([first.clone(), here()], 2_000, sleep);
            assert_eq!(link.state, LinkState::Saved, "{told}");
            assert_eq!((asked, attempts), (2, 1), "{told}");
        }
    }
}

#[test]
fn a_wish_that_was_stored_before_the_clock_was_set_back_is_no_longer_than_wishes_are() {
    let world = World::new(42);
    let busy = Reply::status(429).with(|page| page.head.retry_after = Some("3600".to_owned()));
    world.sites().answer(URL, [busy, here()]);
    let list = urls(&[URL]);
    let due = world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.accept(&list, &SaveOptions::default()).await.unwrap();
            engine.run_jobs().await.unwrap();
            world.set_clock(world.now() - 30 * DAY);
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            engine.work_due().unwrap() - world.now()
        })
        .value();
    assert!(due <= DAY, "{due}");
}
