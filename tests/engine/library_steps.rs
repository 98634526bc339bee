//! What tests of the library do: live in peace, save, choose, and look at what is there.

use urlink::model::{Category, LinkSelection, LinkView, SaveOptions};

use super::simulation::{SimEngine, World, audit, open};
use super::view;

pub(super) const DAY: u64 = 24 * 60 * 60 * 1_000;

pub(super) async fn accept(engine: &SimEngine, list: &[String]) {
    let options = SaveOptions::default();
    engine.accept(list, &options).await.unwrap();
}

pub(super) fn counts(engine: &SimEngine) -> (u32, u32) {
    let list = engine.list_categories();
    (list.all, list.trash)
}

/// Lives in a world where all goes well; then all on the disk must be as it should.
pub(super) fn in_peace(seed: u64, story: impl AsyncFnOnce(SimEngine)) {
    audit(&lived(seed, story), true);
}

pub(super) fn lived(seed: u64, story: impl AsyncFnOnce(SimEngine)) -> World {
    let world = World::new(seed);
    world
        .run(async { story(open(&world).await.unwrap()).await })
        .value();
    world
}

pub(super) async fn save(engine: &SimEngine, list: &[String], category: Option<&Category>) {
    let options = SaveOptions {
        category: category.map(|category| category.id.clone()),
        ..SaveOptions::default()
    };
    engine.save_urls(list, &options).await.unwrap();
}

pub(super) fn just(link: &LinkView) -> LinkSelection {
    LinkSelection::Links(vec![link.id.clone()])
}

/// The links of a view as they are but for the time of the last change.
pub(super) async fn standing(engine: &SimEngine, category: &str) -> Vec<LinkView> {
    let mut links = view(engine, category).await;
    for link in &mut links {
        link.updated = 0;
    }
    links
}
