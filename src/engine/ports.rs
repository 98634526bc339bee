//! What the engine asks of the world. The browser's adapters are in `web`; the tests bring a
//! simulation: a virtual clock, a scripted network, a store that crashes between any two writes.
//!
//! Everything runs on one thread (a service worker), so no future has to be `Send`.
#![expect(async_fn_in_trait, reason = "one thread: no caller needs Send")]

use crate::address::Zone;
use crate::model::{Civil, Millis};
use crate::page::ResponseHead;

/// HTTP, as `fetch` gives it. Dropping a future or a response ends the request and closes its
/// socket.
pub trait Network {
    /// An answer whose body has not been read.
    type Response: Response;

    /// Asks for a page: GET, no cookies, no cache, no referrer, redirects followed, but none that
    /// leads further in than the request's zone, as far as that is known before it is sent. All
    /// requests that are open are of one zone. Ends when the header has arrived. It has no
    /// deadline of its own.
    async fn get(&self, request: Request<'_>) -> Result<Self::Response, NetworkError>;

    /// Whether the machine has a network at all.
    fn is_online(&self) -> bool;
}

/// What to ask for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// An http(s) address.
    pub url: &'a str,
    /// Whether a person waits for this one, or it is one of many.
    pub urgent: bool,
    /// The zone of the link for which it is asked.
    pub zone: Zone,
}

/// An answer.
pub trait Response {
    /// What arrived before the body.
    fn head(&self) -> &ResponseHead;

    /// Where the servers stand that were asked first and last, by their IP addresses; none where
    /// that is not known.
    async fn way(&self) -> Option<Way>;

    /// The next bytes, at most 64 KiB; none at the end.
    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, NetworkError>;
}

/// A way through redirects. Where a proxy is asked for everything, both ends are the proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where the first server stands.
    pub first: Zone,
    /// Where the server stands that answered.
    pub last: Zone,
}

/// Why a request, or the rest of a body, failed. Chrome says no more than `TypeError: Failed to
/// fetch`; the names come from `webRequest.onErrorOccurred`, and `Unknown` is always possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum NetworkError {
    Blocked,
    CutOff,
    Decoding,
    Dns,
    EmptyResponse,
    Offline,
    PermissionWithheld,
    PrivateNetwork,
    Protocol,
    Refused,
    Reset,
    Tls,
    TooManyInFlight,
    TooManyRedirects,
    UnsafePort,
    UnsafeRedirect,
    Unknown,
}

/// `chrome.storage.local`: string keys to JSON texts.
pub trait Store {
    /// The values that exist, of the keys asked for, in any order.
    async fn get(&self, keys: &[String]) -> Result<Vec<(String, String)>, StoreError>;

    /// Every key, in any order.
    async fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// Writes all or, on an error, perhaps nothing: atomic even when the browser is killed.
    async fn set(&self, entries: &[(String, String)]) -> Result<(), StoreError>;

    /// The bytes that were kept under names, in their order, none where there is nothing; nothing
    /// at all where that failed. Kept apart from the keys, and not for good: only what can be made
    /// anew is kept so.
    async fn kept(&self, names: &[String]) -> Vec<Option<Vec<u8>>>;

    /// Keeps bytes, all or nothing; whether that worked.
    async fn keep(&self, parts: &[(String, Vec<u8>)]) -> bool;

    /// Forgets all that was kept so, as far as that works.
    async fn forget_kept(&self);

    /// Removes keys; those that do not exist are passed over.
    async fn remove(&self, keys: &[String]) -> Result<(), StoreError>;
}

/// Why the store did not do it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room is left.
    #[error("storage is full: {0}")]
    Full(String),
    /// What it holds is damaged.
    #[error("storage is damaged: {0}")]
    Damaged(String),
    /// Anything else; the same call may work the next time.
    #[error("storage failed: {0}")]
    Failed(String),
}

/// Time.
pub trait Clock: Calendar {
    /// Now, as the clock on the wall has it: it may be set, forth and back.
    fn now(&self) -> Millis;

    /// The time since some moment: it never goes back, whatever is done to the clock (High
    /// Resolution Time section 4.2, the monotonic clock).
    fn steady(&self) -> Millis;

    /// Ends after so many milliseconds.
    async fn sleep(&self, millis: Millis);
}

/// The Gregorian calendar, in the time zone that is in force when it is asked. Every answer is none
/// where the host has no calendar, and for days that do not exist.
pub trait Calendar {
    /// What the clock on the wall shows at an instant.
    fn wall(&self, at: Millis) -> Option<Civil>;

    /// When the wall shows that: of two times the first; where it is skipped, as long after the
    /// gap's beginning as it was meant to be ("compatible" in the words of Temporal, and RFC 5545).
    fn instant(&self, civil: Civil) -> Option<Millis>;

    /// So many months later, on the last day of the month where it is shorter, and then so many
    /// days; the time of day is the same.
    fn plus(&self, civil: Civil, months: i32, days: i32) -> Option<Civil>;

    /// From 1, Monday, to 7.
    fn weekday(&self, civil: Civil) -> Option<u8>;
}

/// Chance.
pub trait Random {
    /// Any 64 bits.
    fn next(&self) -> u64;
}
