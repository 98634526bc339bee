//! A list of good pages, and a network that comes and goes: all are saved at their first try.

use futures_util::future::{Either, select};
use serde_json::Value;
use urlink::engine::ports::{Clock as _, NetworkError};
use urlink::model::{JobState, Millis, SaveOptions};

use super::{Reply, World, audit, open};

/// So often the network is looked at: nobody knows of an outage that is shorter.
const LOOK: Millis = 1_000;

pub struct Outages {
    world: World,
    urls: Vec<String>,
    /// After so many outages the network stays.
    most: u64,
}

impl Outages {
    pub fn new(seed: u64) -> Self {
        let world = World::new(seed);
        world.sites().harsh.set(true);
        let hosts = 1 + world.below(60);
        let count = 1 + world.below(150);
        let urls = (0..count).map(|page| format!("https://h{}.example/{page}", page % hosts));
        let slowest = world.pick(&[300, 1_500, 6_000]);
        world
            .sites()
            .otherwise(move |world, _, _| fate(world, slowest));
        Self {
            urls: urls.collect(),
            // With more than ten, a page may be given up.
            most: world.below(10),
            world,
        }
    }

    /// # Panics
    /// Where an outage cost a try.
    pub fn live(self) {
        let world = &self.world;
        world
            .run(async {
                let engine = open(world).await.unwrap();
                let options = SaveOptions::default();
                engine.accept(&self.urls, &options).await.unwrap();
                let save = async {
                    while engine.has_work() {
                        engine.run_jobs().await.unwrap();
                        // The alarm.
                        world.sleep(5_000).await;
                    }
                };
                let weather = self.weather();
                futures_util::pin_mut!(save, weather);
                assert!(matches!(select(save, weather).await, Either::Left(_)));
                let job = engine.list_jobs().remove(0);
                assert_eq!(job.state, JobState::Done);
                assert_eq!(job.counts.saved as usize, self.urls.len(), "{job:?}");
            })
            .value();
        audit(world, true);
        for (key, link) in world.disk().under("l:") {
            assert_eq!(link["attempts"], Value::from(1), "{key}");
        }
        for (url, asked) in world.sites().asked.borrow().iter() {
            assert!(u64::from(*asked) <= 1 + self.most, "{url}: {asked} times");
        }
    }

    async fn weather(&self) {
        let world = &self.world;
        for _ in 0..self.most {
            world.sleep(world.below(4_000)).await;
            world.sites().set_offline(true);
            world.sleep(LOOK + 1 + world.below(30_000)).await;
            world.sites().set_offline(false);
        }
        std::future::pending::<()>().await;
    }
}

/// What a good page does, and what becomes of it if the network goes meanwhile.
fn fate(world: &World, slowest: Millis) -> Reply {
    Reply::titled("A title").with(|page| page.latency = world.below(slowest))
}
