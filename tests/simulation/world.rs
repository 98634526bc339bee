//! The clock, chance, and an executor of one thread that moves the clock when nothing else can
//! happen.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

use jiff::tz::TimeZone;
use urlink::engine::ports::{Calendar, Clock, Random};
use urlink::model::{Civil, Millis};

use super::calendar;
use super::network::Sites;
use super::store::Disk;

/// When the clock starts: 2026-11-22.
pub const START: Millis = 1_795_305_600_000;

/// A run that takes more steps does not end.
const MOST_STEPS: u32 = 200_000;

/// How a run ended.
#[derive(Debug, PartialEq)]
pub enum Ended<T> {
    /// With a value.
    Done(T),
    /// The worker was killed.
    Crashed,
}

impl<T> Ended<T> {
    /// The value, of a run in which nothing kills the worker.
    #[track_caller]
    pub fn value(self) -> T {
        match self {
            Self::Done(value) => value,
            Self::Crashed => panic!("the worker was killed"),
        }
    }
}

/// The world: cloned, it is still the same.
#[derive(Clone)]
pub struct World(Rc<Inner>);

pub struct Inner {
    /// Since the start, by the steady clock.
    steady: Cell<Millis>,
    /// What the clock on the wall showed at the start, as it is set now.
    start: Cell<Millis>,
    chance: Cell<u64>,
    timers: RefCell<BTreeMap<(Millis, u64), Waker>>,
    next_timer: Cell<u64>,
    crashed: Cell<bool>,
    zone: RefCell<TimeZone>,
    longest_sleep: Cell<Millis>,
    pub disk: Disk,
    pub sites: Sites,
}

impl World {
    pub fn new(seed: u64) -> Self {
        Self(Rc::new(Inner {
            steady: Cell::new(0),
            start: Cell::new(START),
            chance: Cell::new(seed),
            timers: RefCell::default(),
            next_timer: Cell::new(0),
            longest_sleep: Cell::new(0),
            crashed: Cell::new(false),
            zone: RefCell::new(TimeZone::UTC),
            disk: Disk::default(),
            sites: Sites::default(),
        }))
    }

    pub fn disk(&self) -> &Disk {
        &self.0.disk
    }

    pub fn sites(&self) -> &Sites {
        &self.0.sites
    }

    /// Any number below `bound`.
    pub fn below(&self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    /// Any of these.
    pub fn pick<T: Clone>(&self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()].clone()
    }

    /// True once in `times`.
    pub fn once_in(&self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// Kills the worker: nothing that runs goes on.
    pub fn crash(&self) {
        self.0.crashed.set(true);
    }

    /// Brings the world into another time zone.
    pub fn travel(&self, zone: &str) {
        self.0.zone.replace(calendar::zone(zone));
    }

    /// Sets the clock, forth or back.
    pub fn set_clock(&self, now: Millis) {
        self.0.start.set(now - self.elapsed());
    }

    /// Lets the machine sleep: nothing goes on, and the time passes.
    pub fn freeze(&self, millis: Millis) {
        self.0.steady.set(self.elapsed() + millis);
    }

    /// Sets the clock to what the wall shows.
    pub fn set_wall(&self, wall: &str) {
        let wall = Civil::parse(wall).unwrap();
        self.set_clock(self.instant(wall).unwrap());
    }

    pub fn longest_sleep(&self) -> Millis {
        self.0.longest_sleep.get()
    }

    /// Milliseconds since the start.
    pub fn elapsed(&self) -> Millis {
        self.0.steady.get()
    }

    /// Runs a future to its end, or to a crash, moving the clock on whenever all of it waits.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> Ended<T> {
        self.run_checked(future, || {})
    }

    /// The same, with a check after every step.
    pub fn run_checked<T>(
        &self,
        future: impl Future<Output = T>,
        mut check: impl FnMut(),
    ) -> Ended<T> {
        let mut future = pin!(future);
        let flag = Arc::new(Flag(AtomicBool::new(true)));
        let waker = Waker::from(Arc::clone(&flag));
        let mut context = Context::from_waker(&waker);
        let mut steps = 0;
        loop {
            steps += 1;
            assert!(steps < MOST_STEPS, "it goes on and on");
            while flag.0.swap(false, Ordering::Relaxed) {
                if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
                    check();
                    return Ended::Done(value);
                }
                check();
                if self.0.crashed.take() {
                    self.0.timers.borrow_mut().clear();
                    return Ended::Crashed;
                }
            }
            let next = self.0.timers.borrow_mut().pop_first();
            let ((due, _), waker) = next.expect("everything waits, and for nothing");
            self.0.steady.set(due.max(self.elapsed()));
            waker.wake();
        }
    }
}

impl Random for World {
    /// `SplitMix64`.
    fn next(&self) -> u64 {
        let state = self.0.chance.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.chance.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Clock for World {
    fn now(&self) -> Millis {
        self.0.start.get() + self.elapsed()
    }

    fn steady(&self) -> Millis {
        self.elapsed()
    }

    async fn sleep(&self, millis: Millis) {
        self.0
            .longest_sleep
            .set(self.0.longest_sleep.get().max(millis));
        let number = self.0.next_timer.get();
        self.0.next_timer.set(number + 1);
        let key = (self.elapsed() + millis, number);
        let _timer = Timer { world: self, key };
        let mut first = true;
        poll_fn(|context| {
            if !std::mem::take(&mut first) && self.elapsed() >= key.0 {
                return Poll::Ready(());
            }
            let waker = context.waker().clone();
            self.0.timers.borrow_mut().insert(key, waker);
            Poll::Pending
        })
        .await;
    }
}

impl Calendar for World {
    fn wall(&self, at: Millis) -> Option<Civil> {
        calendar::wall(&self.0.zone.borrow(), at)
    }

    fn instant(&self, civil: Civil) -> Option<Millis> {
        calendar::instant(&self.0.zone.borrow(), civil)
    }

    fn plus(&self, civil: Civil, months: i32, days: i32) -> Option<Civil> {
        calendar::plus(civil, months, days)
    }

    fn weekday(&self, civil: Civil) -> Option<u8> {
        calendar::weekday(civil)
    }
}

/// Takes its timer back when nobody waits for it any more.
struct Timer<'a> {
    world: &'a World,
    key: (Millis, u64),
}

impl Drop for Timer<'_> {
    fn drop(&mut self) {
        self.world.0.timers.borrow_mut().remove(&self.key);
    }
}

struct Flag(AtomicBool);

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}
