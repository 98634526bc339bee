//! Pages that kill the worker, and workers that die of other things.

use std::cell::Cell;
use std::collections::BTreeSet;

use urlink::model::{JobState, LinkState, Problem, SaveOptions};

use super::{Ended, Reply, World, audit, open};

/// More workers than this never die of one job.
const MOST_LIVES: u32 = 400;

/// A list with some pages that kill every worker that reads them, in a world where workers die
/// also by chance.
pub struct Poison {
    world: World,
    urls: Vec<String>,
    /// The pages that kill.
    killers: BTreeSet<String>,
    /// Whether workers die of nothing but them.
    pure: bool,
}

impl Poison {
    pub fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let links = world.pick(&[1, 3, 5, 12, 40, 150, 400]);
        let hosts = 1 + world.below(links);
        let urls: Vec<String> = (0..links)
            .map(|n| format!("https://host{}.example/{n}", world.below(hosts)))
            .collect();
        let many = world.pick(&[0, 1, 1, 2, 4]).min(links);
        let killers: BTreeSet<String> = (0..many).map(|_| world.pick(&urls)).collect();
        // The browser stops a worker now and then, and never at once when it was started again.
        let stops = world.pick(&[0, 0, 3, 12, 40]);
        let apart = world.pick(&[3, 3, 10, 100]);
        let pure = stops == 0;
        let left = Cell::new(stops);
        let gap = Cell::new(apart + world.below(3 * apart));
        let poison = killers.clone();
        world.sites().otherwise(move |world, url, _| {
            let dies_late = Reply::titled("Late").with(|page| {
                page.latency = 30;
                page.end = Some(Box::new(Reply::Kill));
                page.body = vec![(20, b"<p>".to_vec())];
            });
            let dies_slowly = dies_late.clone().with(|page| page.latency = 4_000);
            let deaths = [Reply::Kill, dies_late, dies_slowly];
            let death = world.pick(&deaths);
            if poison.contains(url) {
                return death;
            }
            if left.get() > 0 {
                gap.set(gap.get().saturating_sub(1));
                if gap.get() == 0 {
                    left.set(left.get() - 1);
                    gap.set(apart + world.below(3 * apart));
                    return death;
                }
            }
            Reply::titled("A title").with(|page| page.latency = 20 + world.below(900))
        });
        Self {
            world,
            urls,
            killers,
            pure,
        }
    }

    /// Saves the list, however often the worker dies, and looks what was set aside.
    ///
    /// # Panics
    /// Where a page is set aside that kills nobody, or one is not that does.
    pub fn live(self) {
        let world = &self.world;
        let options = SaveOptions::default();
        let mut lives = 0;
        loop {
            lives += 1;
            assert!(lives < MOST_LIVES, "it never ends");
            let life = async {
                let engine = open(world).await.unwrap();
                if engine.list_jobs().is_empty() {
                    engine.accept(&self.urls, &options).await.unwrap();
                }
                engine.run_jobs().await.unwrap();
            };
            if world.run(life) == Ended::Done(()) {
                break;
            }
        }
        world.run(self.judge()).value();
        audit(world, true);
    }

    async fn judge(&self) {
        let engine = open(&self.world).await.unwrap();
        let job = engine.list_jobs().remove(0);
        assert_eq!(job.state, JobState::Done);
        let report = engine.report(&job.id, None).await.unwrap();
        let aside = report.failed.iter();
        let aside: BTreeSet<String> = aside
            .map(|entry| {
                assert_eq!(entry.code, Some(Problem::Parked));
                entry.url.clone().unwrap()
            })
            .collect();
        assert_eq!(aside, self.killers, "what is set aside, and what kills");
        assert_eq!(report.saved.len() + aside.len(), self.urls.len());
        let query = super::everything();
        for link in engine.query_links(&query).await.unwrap().links {
            let parked = self.killers.contains(&link.url);
            assert_eq!(link.state == LinkState::Failed, parked, "{link:?}");
        }
        for url in &self.killers {
            let asked = self.world.sites().asked(url);
            // Once among many, once among a few, and alone; twice spared, and once more among many.
            let most = if self.pure { 2 + 3 + 3 } else { 2 + 9 + 3 };
            assert!(
                (3..=most).contains(&asked),
                "{url} was asked for {asked} times"
            );
        }
    }
}
