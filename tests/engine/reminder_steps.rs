//! What tests of reminders do: a world with a wall, a library with a link, and what rings there.

use urlink::engine::ports::Calendar as _;
use urlink::model::{
    LinkId, Preset, ReminderList, ReminderView, ReminderWish, Repeat, SaveOptions,
};

use super::simulation::{SimEngine, World, open};
use super::{urls, view};

pub(super) const MINUTE: u64 = 60_000;
pub(super) const HOUR: u64 = 60 * MINUTE;

pub(super) fn at(text: &str) -> ReminderWish {
    ReminderWish {
        at: Some(text.to_owned()),
        ..ReminderWish::default()
    }
}

pub(super) fn each(text: &str, repeat: Repeat) -> ReminderWish {
    ReminderWish {
        repeat: Some(repeat),
        ..at(text)
    }
}

pub(super) fn preset(preset: Preset) -> ReminderWish {
    ReminderWish {
        preset: Some(preset),
        ..ReminderWish::default()
    }
}

/// A world whose wall shows this, somewhere.
pub(super) fn world(seed: u64, zone: &str, wall: &str) -> World {
    let world = World::new(seed);
    world.travel(zone);
    world.set_wall(wall);
    world
}

/// A library with one link.
pub(super) async fn library(world: &World) -> (SimEngine, LinkId) {
    let engine = open(world).await.unwrap();
    engine
        .accept(&urls(&["https://a.example/"]), &SaveOptions::default())
        .await
        .unwrap();
    let link = view(&engine, "all").await.remove(0).id;
    (engine, link)
}

pub(super) async fn list(engine: &SimEngine) -> ReminderList {
    engine.list_reminders(None, None).await.unwrap()
}

/// Rings, tells, and gives what rang.
pub(super) async fn ring(engine: &SimEngine) -> Vec<ReminderView> {
    let rung = engine.ring(None).await.unwrap();
    let ids: Vec<_> = rung.iter().map(|one| one.id.clone()).collect();
    engine.told(&ids).await.unwrap();
    assert!(engine.ring(None).await.unwrap().is_empty(), "rung twice");
    rung
}

pub(super) fn walls(world: &World, rung: &[ReminderView]) -> Vec<String> {
    let at = rung.iter().map(|one| world.wall(one.rang.unwrap().at));
    at.map(|wall| wall.unwrap().to_string()).collect()
}

/// The next times of the one reminder there is, each a while after it was due.
pub(super) async fn next_times(world: &World, engine: &SimEngine, count: usize) -> Vec<String> {
    let mut times = Vec::new();
    for _ in 0..count {
        let pending = list(engine).await.pending.remove(0);
        let due = pending.due.unwrap();
        times.push(world.wall(due).unwrap().to_string());
        world.set_clock(due - 1);
        assert!(ring(engine).await.is_empty());
        world.set_clock(due + 20_000);
        let rung = ring(engine).await;
        assert_eq!(rung.len(), 1);
        assert_eq!(rung[0].rang.unwrap().at, due);
        assert!(!rung[0].rang.unwrap().missed);
    }
    times
}
