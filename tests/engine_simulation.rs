//! The whole engine in a world where everything goes wrong that can: workers die between any two
//! writes and of the pages they read, writes fail, lie or find no room, reads fail, networks come
//! and go, sites do whatever sites do, people change their minds. One seed decides it all.
//!
//! `URLINK_SEED=n` runs one seed and nothing else, `URLINK_SEEDS=n` so many.

mod simulation;

use simulation::Story;

const SEEDS: u64 = 600;

#[test]
fn nothing_is_lost_nothing_is_doubled_and_every_job_ends() {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let seeds = match number("URLINK_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("URLINK_SEEDS").unwrap_or(SEEDS),
    };
    for seed in seeds {
        let told = Told(seed);
        Story::new(seed).live();
        drop(told);
    }
}

/// Says which seed it was, if the test ends here.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("replay with URLINK_SEED={}", self.0);
        }
    }
}
