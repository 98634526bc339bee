//! What a browser offers to be saved: pages of its history, open tabs, bookmarks.

use serde::Serialize;

use super::Address;

/// An address that could be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// The same for addresses that are one link ([`Address::key`]).
    pub key: String,
    /// The site as a person reads it ([`Address::display_host`]): links are grouped by it.
    pub host: String,
}

/// What is known of an address that a browser knows; none for what cannot be saved: its own pages,
/// files, and whatever else [`Address::parse`] refuses.
///
/// ```
/// # use urlink::address::offered;
/// let known = offered("https://www.e.com/a#top");
/// assert_eq!(known.map(|one| one.host).as_deref(), Some("e.com"));
/// assert_eq!(offered("chrome://history/"), None);
/// ```
#[must_use]
pub fn offered(url: &str) -> Option<Offered> {
    let address = Address::parse(url).ok()?;
    Some(Offered {
        key: address.key(),
        host: address.display_host(),
    })
}
