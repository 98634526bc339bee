//! Showing links.

use std::collections::BTreeSet;

use super::find::mark;
use super::finder::Wanted;
use super::index::{Entry, in_order, length};
use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::address::Address;
use crate::model::{
    CategoryId, Language, LibraryError, Link, LinkHash, LinkId, LinkPage, LinkQuery, LinkSelection,
    LinkState, LinkView, Place, Problem, SavedPlace,
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

    /// The links of a category or of a view, in the order in which to show them.
    pub(super) fn in_view(&self, category: &str) -> Result<Vec<Entry>, LibraryError> {
        let library = self.library.borrow();
        let index = &library.index;
        Ok(match category {
            "all" => in_order(index.all()),
            "unsorted" => in_order(index.in_place(&None)),
            "problems" => in_order(index.all().filter(|entry| entry.problem)),
            id => {
                let id = CategoryId::from(id);
                if library.shelves.find(&id).is_none() {
                    return Err(LibraryError::NoSuchCategory);
                }
                in_order(index.in_place(&Some(id)))
            }
        })
    }

    /// The ids of some links, each once, in the order in which they are shown.
    pub(super) fn selected(&self, selection: &LinkSelection) -> Result<Vec<LinkId>, LibraryError> {
        let ids: Vec<LinkId> = match selection {
            LinkSelection::Links(ids) => {
                let mut seen = BTreeSet::new();
                let first = ids.iter().filter(|id| seen.insert(*id));
                first.cloned().collect()
            }
            LinkSelection::Category(category) => {
                let links = self.in_view(category)?;
                links.iter().map(Entry::id).collect()
            }
        };
        if ids.is_empty() {
            return Err(LibraryError::NoLinks);
        }
        Ok(ids)
    }

    /// Links, in the order of the ids; those that do not exist are passed over.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn links(
        &self,
        ids: &[LinkId],
        language: Option<Language>,
    ) -> Result<Vec<LinkView>, LibraryError> {
        let language = self.language(language);
        let records = self.records(ids).await?.into_iter().flatten();
        Ok(records
            .map(|mut link| {
                if link.state == LinkState::Waiting && !self.will_be_read(&link) {
                    link.problem = Some(Problem::Cancelled);
                }
                view(link, language)
            })
            .collect())
    }

    /// Whether an address is in the library, and where.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn find_saved(&self, url: &str) -> Result<Option<SavedPlace>, LibraryError> {
        let Ok(address) = Address::parse(url) else {
            return Ok(None);
        };
        let key = address.key();
        let candidates: Vec<LinkId> = {
            let library = self.library.borrow();
            library.index.with_hash(LinkHash::of(&key)).collect()
        };
        let records = self.records(&candidates).await?;
        let link = records
            .into_iter()
            .flatten()
            .find(|link| key_of(link) == key);
        Ok(link.map(|link| SavedPlace {
            id: link.id,
            category: link.category,
            created: link.created,
            deleted: link.deleted.is_some(),
        }))
    }

    /// The records of links, in the order of the ids: none where one is missing or damaged.
    pub(super) async fn records(&self, ids: &[LinkId]) -> Result<Vec<Option<Link>>, LibraryError> {
        let found = self.read(ids.iter().map(keys::link).collect()).await?;
        Ok(ids
            .iter()
            .map(|id| keys::decode(found.get(&keys::link(id))?).ok())
            .collect())
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
