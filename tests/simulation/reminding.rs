//! Reminders of a few links: set, put off, cancelled and taken back, while the clock is set, the
//! machine travels, links come and go, writes fail and workers die.

mod deeds;
mod known;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use urlink::engine::ports::Clock as _;
use urlink::model::{
    LibraryError, LinkSelection, Millis, Reminder, ReminderId, Repeat, SaveOptions,
};

use self::known::Knows;
use super::{SimEngine, World, audit, open};

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;
/// After so many workers, nothing goes wrong any more.
const TROUBLED_LIVES: u32 = 12;

const ZONES: [&str; 5] = [
    "UTC",
    "Asia/Seoul",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
];

/// What stands on the disk, by the ids.
type Standing = BTreeMap<ReminderId, Reminder>;

pub struct Reminding {
    world: World,
    links: u64,
    /// Whether workers are stopped that do nothing wrong.
    killed: bool,
    knows: RefCell<Knows>,
}

impl Reminding {
    pub fn new(seed: u64) -> Self {
        let world = World::new(seed);
        world.travel(world.pick(&ZONES));
        Self {
            links: 1 + world.below(6),
            killed: seed.is_multiple_of(3),
            knows: RefCell::default(),
            world,
        }
    }

    /// Lives it, with a check after every write.
    ///
    /// # Panics
    /// Where something does not hold.
    pub fn live(self) {
        let world = &self.world;
        let pages = (0..self.links).map(|n| format!("https://h{n}.example/"));
        let pages: Vec<String> = pages.collect();
        let begin = async {
            let engine = open(world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&pages, &options).await.unwrap();
        };
        world.run(begin).value();
        world.disk().fault_once_in.set(world.pick(&[0, 20, 8, 3]));
        world
            .disk()
            .bad_read_once_in
            .set(world.pick(&[0, 0, 100, 15]));
        for _ in 0..TROUBLED_LIVES {
            let written = Cell::new(u32::MAX);
            let check = || {
                let writes = world.disk().writes_made.get();
                if written.replace(writes) != writes {
                    audit(world, false);
                    self.check();
                }
            };
            world.run_checked(self.life(), check);
        }
        world.disk().fault_once_in.set(0);
        world.disk().bad_read_once_in.set(0);
        world.disk().writes.borrow_mut().clear();
        world.run(self.judge()).value();
    }

    /// What one worker is asked for, until something goes wrong.
    async fn life(&self) {
        let Ok(engine) = open(&self.world).await else {
            return;
        };
        self.look();
        for _ in 0..=self.world.below(10) {
            self.time_passes().await;
            if self.step(&engine).await.is_err() {
                return;
            }
            if self.killed && self.world.once_in(12) {
                self.world.crash();
                std::future::pending::<()>().await;
            }
        }
    }

    async fn time_passes(&self) {
        let world = &self.world;
        match world.below(12) {
            0 => world.set_clock(world.now() - world.below(3 * HOUR)),
            1 => world.set_clock(world.now() + world.below(3 * DAY)),
            2 => world.freeze(world.below(DAY)),
            3 => world.travel(world.pick(&ZONES)),
            4 | 5 => world.sleep(world.below(HOUR)).await,
            _ => world.sleep(world.below(MINUTE)).await,
        }
    }

    /// One deed. An error is one of the store: whatever the person wanted may be done or not.
    async fn step(&self, engine: &SimEngine) -> Result<(), LibraryError> {
        let before = self.standing();
        let what = self.world.below(15);
        let done = match what {
            0..=3 => self.set(engine).await,
            4 | 5 => self.retime(engine, &before).await,
            6 => self.cancel(engine, &before).await,
            7 => self.dismiss(engine, &before).await,
            8 => self.trash_or_restore(engine).await,
            9 => return self.erase(engine).await,
            10 => return self.undo_any(engine).await,
            11 => {
                let ids = self.some(&before);
                return engine.read_reminders(Some(&ids)).await;
            }
            _ => return self.ring(engine).await,
        };
        match done {
            Ok(Some(change)) => self.note(engine, change, &before).await,
            Ok(None)
            | Err(
                LibraryError::InTrash
                | LibraryError::NoSuchLink
                | LibraryError::NoSuchReminder
                | LibraryError::ReminderPast,
            ) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// At the end all ring that are to, and go with their links.
    async fn judge(&self) {
        let world = &self.world;
        let engine = open(world).await.unwrap();
        audit(world, false);
        self.look();
        self.check();
        self.ring(&engine).await.unwrap();
        let before = self.standing();
        world.set_clock(world.now() + 40 * DAY);
        self.ring(&engine).await.unwrap();
        for own in self.standing().values().filter(|own| self.is_shown(own)) {
            // One that rang and was cancelled then is still shown.
            let pending = before[&own.id].due.is_some();
            let goes_on = pending && own.repeat != Repeat::Never;
            assert_eq!(own.due.is_some(), goes_on, "{own:?}");
        }
        self.anything_may_be();
        let all = LinkSelection::Category("all".into());
        engine.trash_links(&all).await.unwrap();
        engine.empty_trash().await.unwrap();
        assert_eq!(self.standing(), Standing::new());
        self.check();
    }
}
