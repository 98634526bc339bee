//! Storage that takes time, fails, fills up, and is left as it is when the worker is killed.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use urlink::engine::ports::{Clock, Store, StoreError};

use super::world::World;

/// What a write meets with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The worker is killed before the write.
    CrashBefore,
    /// The worker is killed after the write, before it knows.
    CrashAfter,
    /// The write fails.
    Fail,
    /// The write fails, it is said; but it is there.
    FailAfter,
    /// There is no room.
    Full,
}

/// What outlives the worker.
#[derive(Default)]
pub struct Disk {
    pub entries: RefCell<BTreeMap<String, String>>,
    /// What the next writes meet with.
    pub writes: RefCell<VecDeque<Fault>>,
    /// How many of the next reads fail.
    pub failing_reads: Cell<u32>,
    /// Keys of which every read fails.
    pub unreadable: RefCell<BTreeSet<String>>,
    /// Whether the keys cannot be listed.
    pub unlistable: Cell<bool>,
    /// Keys whose values are no JSON: as in Chrome, a read fails at the first and removes it.
    pub spoilt: RefCell<BTreeSet<String>>,
    /// Of so many writes, one meets with a fault; none if 0.
    pub fault_once_in: Cell<u64>,
    /// Of so many reads, one fails; none if 0.
    pub bad_read_once_in: Cell<u64>,
    /// Whether there is no room.
    pub full: Cell<bool>,
    /// How many keys the last write had, and how many writes and reads there were.
    pub last_write: RefCell<Vec<String>>,
    pub writes_made: Cell<u32>,
    pub reads_made: Cell<u32>,
    in_flight: Cell<bool>,
    /// What can be made anew, and how many writes of it work before one fails; none: all.
    pub kept: RefCell<BTreeMap<String, Vec<u8>>>,
    pub keeps_until: Cell<Option<u32>>,
}

impl Disk {
    /// The values of the keys that begin so, parsed.
    pub fn under(&self, prefix: &str) -> BTreeMap<String, serde_json::Value> {
        let entries = self.entries.borrow();
        let under = entries.range(prefix.to_owned()..);
        under
            .take_while(|(key, _)| key.starts_with(prefix))
            .map(|(key, value)| (key.clone(), serde_json::from_str(value).unwrap()))
            .collect()
    }

    pub fn value(&self, key: &str) -> Option<serde_json::Value> {
        let entries = self.entries.borrow();
        entries
            .get(key)
            .map(|value| serde_json::from_str(value).unwrap())
    }

    /// The next writes meet with these.
    pub fn meet(&self, faults: impl IntoIterator<Item = Fault>) {
        self.writes.borrow_mut().extend(faults);
    }
}

pub struct SimStore(World);

impl SimStore {
    pub fn new(world: &World) -> Self {
        world.disk().in_flight.set(false);
        Self(world.clone())
    }

    fn fault(&self) -> Fault {
        let disk = self.0.disk();
        if let Some(fault) = disk.writes.borrow_mut().pop_front() {
            return fault;
        }
        if disk.full.get() {
            return Fault::Full;
        }
        let once_in = disk.fault_once_in.get();
        if once_in == 0 || !self.0.once_in(once_in) {
            return Fault::None;
        }
        if self.0.once_in(3) {
            // What fails often goes on failing for a while.
            let faults = [Fault::Fail, Fault::FailAfter];
            disk.meet((0..self.0.below(4)).map(|_| self.0.pick(&faults)));
        }
        match self.0.below(5) {
            0 => Fault::CrashBefore,
            1 => Fault::CrashAfter,
            2 => Fault::Fail,
            3 => Fault::FailAfter,
            _ => Fault::Full,
        }
    }

    async fn crash(&self) -> ! {
        self.0.crash();
        std::future::pending::<()>().await;
        unreachable!("a killed worker does nothing")
    }
}

impl Store for SimStore {
    async fn get(&self, keys: &[String]) -> Result<Vec<(String, String)>, StoreError> {
        self.0.sleep(self.0.below(3)).await;
        let disk = self.0.disk();
        disk.reads_made.set(disk.reads_made.get() + 1);
        let once_in = disk.bad_read_once_in.get();
        if once_in > 0 && self.0.once_in(once_in) {
            return Err(StoreError::Failed("Invalid JSON".into()));
        }
        let failing = disk.failing_reads.get();
        if failing > 0 {
            disk.failing_reads.set(failing - 1);
            return Err(StoreError::Failed("Invalid JSON".into()));
        }
        if keys
            .iter()
            .any(|key| disk.unreadable.borrow().contains(key))
        {
            return Err(StoreError::Damaged("Corruption: block checksum".into()));
        }
        let spoilt = keys
            .iter()
            .find(|key| disk.spoilt.borrow_mut().remove(*key));
        if let Some(key) = spoilt {
            disk.entries.borrow_mut().remove(key);
            return Err(StoreError::Failed("Invalid JSON".into()));
        }
        let entries = disk.entries.borrow();
        let found = keys.iter().filter_map(|key| {
            let value = entries.get(key)?;
            Some((key.clone(), value.clone()))
        });
        Ok(found.collect())
    }

    async fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.sleep(self.0.below(3)).await;
        let disk = self.0.disk();
        if disk.unlistable.get() {
            return Err(StoreError::Damaged("Corruption: block checksum".into()));
        }
        let entries = disk.entries.borrow();
        Ok(entries.keys().cloned().collect())
    }

    async fn set(&self, entries: &[(String, String)]) -> Result<(), StoreError> {
        let disk = self.0.disk();
        assert!(!disk.in_flight.replace(true), "two writes at once");
        self.0.sleep(self.0.below(10)).await;
        let fault = self.fault();
        match fault {
            Fault::CrashBefore => self.crash().await,
            Fault::Fail | Fault::Full => {}
            Fault::None | Fault::CrashAfter | Fault::FailAfter => {
                disk.entries.borrow_mut().extend(entries.iter().cloned());
                *disk.last_write.borrow_mut() =
                    entries.iter().map(|(key, _)| key.clone()).collect();
                disk.writes_made.set(disk.writes_made.get() + 1);
            }
        }
        if fault == Fault::CrashAfter {
            self.crash().await;
        }
        self.0.sleep(self.0.below(3)).await;
        disk.in_flight.set(false);
        match fault {
            Fault::Fail | Fault::FailAfter => Err(StoreError::Failed("IO error".into())),
            Fault::Full => Err(StoreError::Full("quota".into())),
            _ => Ok(()),
        }
    }

    async fn kept(&self, names: &[String]) -> Vec<Option<Vec<u8>>> {
        self.0.sleep(self.0.below(3)).await;
        let kept = self.0.disk().kept.borrow();
        names.iter().map(|name| kept.get(name).cloned()).collect()
    }

    async fn keep(&self, parts: &[(String, Vec<u8>)]) -> bool {
        self.0.sleep(self.0.below(10)).await;
        let disk = self.0.disk();
        if let Some(left) = disk.keeps_until.get() {
            disk.keeps_until.set(left.checked_sub(1));
            if left == 0 {
                return false;
            }
        }
        disk.kept.borrow_mut().extend(parts.iter().cloned());
        true
    }

    async fn forget_kept(&self) {
        self.0.disk().kept.borrow_mut().clear();
    }

    async fn remove(&self, keys: &[String]) -> Result<(), StoreError> {
        self.0.sleep(self.0.below(3)).await;
        for key in keys {
            self.0.disk().entries.borrow_mut().remove(key);
        }
        Ok(())
    }
}
