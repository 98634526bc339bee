//! The whole engine in a world where everything goes wrong that can: workers die between any two
//! writes, at any moment, and of the pages they read; writes fail, lie or find no room, reads fail,
//! networks come and go, sites do whatever sites do, people change their minds. One seed decides it
//! all.
//!
//! `URLINK_SEED=n` runs one seed and nothing else, `URLINK_SEEDS=n` so many from `URLINK_FROM=m` on.
//! `cargo xtask simulate` sets them.
#![cfg(not(target_arch = "wasm32"))]

mod simulation;

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use simulation::{Outages, Poison, Reminding, Story};

/// As many as CI has time for.
const SEEDS: u64 = 3_000;

#[test]
fn nothing_is_lost_nothing_is_doubled_and_every_job_ends() {
    tell(|seed| Story::new(seed).live());
}

#[test]
fn a_page_that_kills_the_worker_is_set_aside_and_no_other_is() {
    tell(|seed| Poison::new(seed).live());
}

#[test]
fn networks_come_and_go_and_no_page_pays_for_it() {
    tell(|seed| Outages::new(seed).live());
}

#[test]
fn every_reminder_rings_once_and_none_is_lost() {
    tell(|seed| Reminding::new(seed).live());
}

/// Tells the stories of all seeds.
fn tell(story: impl Fn(u64) + Sync) {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let (first, count) = match number("URLINK_SEED") {
        Some(seed) => (seed, 1),
        None => (
            number("URLINK_FROM").unwrap_or(0),
            number("URLINK_SEEDS").unwrap_or(SEEDS),
        ),
    };
    let taken = AtomicU64::new(0);
    let live = || {
        loop {
            let number = taken.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return;
            }
            if number > 0 && number.is_multiple_of(100_000) {
                eprintln!("{number} of {count} stories told");
            }
            let told = Told(first + number);
            story(first + number);
            drop(told);
        }
    };
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(live);
        }
    });
}

/// Says which seed it was, if the test ends here.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("replay with cargo xtask simulate --seed {}", self.0);
        }
    }
}
