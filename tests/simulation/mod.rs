//! A world for the engine in which everything that happens is decided by one seed: the clock,
//! the network, the store, the crashes.
#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each test uses a part of it"
)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unreachable,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod audit;
pub mod calendar;
mod customs;
mod librarian;
mod network;
mod outages;
mod poison;
mod reminding;
mod reply;
mod standings;
mod store;
mod story;
mod world;

pub use audit::audit;
pub use customs::never_settled;
pub use network::SimNetwork;
pub use outages::Outages;
pub use poison::Poison;
pub use reminding::Reminding;
pub use reply::{Page, Reply};
pub use store::{Fault, SimStore};
pub use story::Story;
pub use world::{Ended, World};

use urlink::engine::Engine;
use urlink::model::{Language, LibraryError, LinkQuery};

/// The engine in this world.
pub type SimEngine = Engine<SimNetwork, SimStore, World, World>;

/// Opens the library of a world.
pub async fn open(world: &World) -> Result<SimEngine, LibraryError> {
    let network = SimNetwork::new(world);
    let store = SimStore::new(world);
    Engine::open(network, store, world.clone(), world.clone(), Language::En).await
}

/// Every link, whatever its state.
pub fn everything() -> LinkQuery {
    LinkQuery {
        category: "all".to_owned(),
        offset: 0,
        limit: u32::MAX,
        ..LinkQuery::default()
    }
}
