//! Showing links.

use std::collections::{HashMap, HashSet};

use super::find::mark;
use super::finder::Wanted;
use super::index::length;
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::address::Address;
use crate::model::{
    Language, LibraryError, Link, LinkHash, LinkId, LinkPage, LinkQuery, LinkState, LinkView,
    Place, Problem, SavedPlace,
};

/// The most links that are given at once.
const PAGE_LIMIT: u32 = 500;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// A part of a category or of a view, in the order in which to show it.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store.
    pub async fn query_links(&self, query: &LinkQuery) -> Result<LinkPage, LibraryError> {
        let wanted = Wanted::of(query);
        let listing = self.listing(&wanted).await?;
        let limit = query.limit.min(PAGE_LIMIT) as usize;
        let ids = listing.ids(query.offset as usize, limit);
        let mut links = self.links(&ids, query.language).await?;
        for link in &mut links {
            mark(link, &wanted.query);
        }
        Ok(LinkPage {
            total: length(listing.len()),
            links,
        })
    }

    /// The ids of all that [`Engine::query_links`] gives in parts.
    ///
    /// # Errors
    /// As [`Engine::query_links`].
    pub async fn query_ids(&self, query: &LinkQuery) -> Result<Vec<LinkId>, LibraryError> {
        let listing = self.listing(&Wanted::of(query)).await?;
        Ok(listing.ids(0, listing.len()))
    }

    /// Links, in the order of the ids; those that do not exist are passed over. One whose record is
    /// damaged or lost is shown as that.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn links(
        &self,
        ids: &[LinkId],
        language: Option<Language>,
    ) -> Result<Vec<LinkView>, LibraryError> {
        let language = self.language(language);
        let records = ids.iter().zip(self.records(ids).await?);
        let records = records.filter_map(|(id, link)| link.or_else(|| self.ghost(id, language)));
        let reminders = self.next_reminders();
        Ok(records
            .map(|mut link| {
                if link.state == LinkState::Waiting && !self.will_be_read(&link) {
                    link.problem = Some(Problem::Cancelled);
                }
                let reminder = reminders.get(&link.id).copied();
                LinkView {
                    reminder,
                    ..view(link, language)
                }
            })
            .collect())
    }

    /// Whether an address is in the library, and where.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn find_saved(&self, url: &str) -> Result<Option<SavedPlace>, LibraryError> {
        let places = self.saved_places(&[url.to_owned()]).await?;
        Ok(places.into_iter().next().flatten())
    }

    /// The same for many, in their order.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn saved_places(
        &self,
        urls: &[String],
    ) -> Result<Vec<Option<SavedPlace>>, LibraryError> {
        let keys = urls.iter().map(|url| {
            let address = Address::parse(url).ok()?;
            Some(address.key())
        });
        let keys: Vec<Option<String>> = keys.collect();
        let found = self.links_with_keys(keys.iter().flatten()).await?;
        let place = |key: &Option<String>| {
            let link = found.get(key.as_ref()?)?;
            Some(SavedPlace {
                id: link.id.clone(),
                category: link.category.clone(),
                created: link.created,
                deleted: link.deleted.is_some(),
            })
        };
        Ok(keys.iter().map(place).collect())
    }

    /// The links that have some of these keys, by their keys: a matching hash is believed only
    /// after the record was read.
    pub(super) async fn links_with_keys(
        &self,
        keys: impl Iterator<Item = &String>,
    ) -> Result<HashMap<String, Link>, LibraryError> {
        let hashes: Vec<LinkHash> = keys.map(|key| LinkHash::of(key)).collect();
        let candidates = self.library.borrow().index.with_hashes(&hashes);
        let records = self.records(&candidates).await?.into_iter().flatten();
        Ok(records
            .map(|link| (key_of(&link).to_owned(), link))
            .collect())
    }

    /// The records of links, in the order of the ids: none where one is missing, damaged, or erased
    /// and not yet removed.
    pub(super) async fn records(&self, ids: &[LinkId]) -> Result<Vec<Option<Link>>, LibraryError> {
        let found = self.read(ids.iter().map(keys::link).collect()).await?;
        let library = self.library.borrow();
        let gone: HashSet<&String> = library.gone.iter().collect();
        let record = |id| {
            let key = keys::link(id);
            let json = found.get(&key).filter(|_| !gone.contains(&key))?;
            keys::decode(json).ok()
        };
        Ok(ids.iter().map(record).collect())
    }
}

pub(super) fn view(link: Link, language: Language) -> LinkView {
    let place = match Address::parse(&link.url) {
        Ok(address) => Place {
            href: Some(address.href().to_owned()),
            host: address.display_host(),
            readable: address.readable(),
        },
        Err(_) => Place {
            href: None,
            host: String::new(),
            readable: link.url.clone(),
        },
    };
    LinkView::new(link, place, language)
}

/// The key for duplicates of a stored link.
pub(super) fn key_of(link: &Link) -> &str {
    link.key.as_deref().unwrap_or(&link.url)
}
