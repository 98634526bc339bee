//! Which pages are read first.

use urlink::model::SaveOptions;

use super::many;
use super::simulation::{World, open};

/// What was asked for, in order.
fn asked(world: &World) -> Vec<String> {
    let requests = world.sites().requests.borrow();
    requests.iter().map(|(_, url)| url.clone()).collect()
}

#[test]
fn the_cards_that_are_shown_first_turn_whole_first() {
    let world = World::new(12);
    let list = many(3_000);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.accept(&list, &options).await.unwrap();
            engine.run_jobs().await.unwrap();
        })
        .value();
    let requests = asked(&world);
    let place = |url: &String| requests.iter().position(|asked| asked == url).unwrap();
    for url in list.iter().rev().take(200) {
        assert!(place(url) < 300, "{url} was the {}th", place(url));
    }
    assert!(place(&list[2_500]) < place(&list[1_000]));
}

#[test]
fn of_a_short_list_the_last_pages_are_asked_for_first() {
    let world = World::new(13);
    let list: Vec<String> = (0..200).map(|n| format!("https://h{n}.example/")).collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&list, &SaveOptions::default())
                .await
                .unwrap();
        })
        .value();
    let requests = asked(&world);
    assert_eq!(requests.first(), list.last());
    let early = &requests[..32];
    assert!(list[150..].iter().filter(|url| early.contains(url)).count() == 32);
}
