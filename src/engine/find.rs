//! Searching and sorting. What links say is read from the records when a search, or an order by
//! what they say, is asked for first, and kept as a copy beside the library; later only what was
//! written since is read again. Nothing of this stands in the way of opening.

use serde::{Deserialize, Serialize};

use super::finder::{Listing, Wanted};
use super::links::view;
use super::ports::{Clock, Network, Random, Store};
use super::read::READ;
use super::touched::Position;
use super::{Engine, keys};
use crate::find::{Catalogue, Document, Query, marks, passage_of};
use crate::model::{Language, LibraryError, Link, LinkId, LinkStamp, LinkView, Marks, Matches};

/// So many parts of the copy are read or written at once.
const PARTS: usize = 16;
/// The copy is written anew when so many words were written to the log since: reading so many
/// links again takes a moment that nobody notices.
const KEEP_AFTER: u64 = 512;

/// The name of [`Head`], and those of the parts.
const HEAD: &str = "catalogue";

fn part_name(number: usize) -> String {
    format!("{HEAD}:{number}")
}

/// What is said of the copy, written last: without it there is none.
#[derive(Serialize, Deserialize)]
struct Head {
    position: Position,
    parts: usize,
}

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// The links that are wanted, in order.
    pub(super) async fn listing(&self, wanted: &Wanted) -> Result<Listing, LibraryError> {
        if wanted.needs_catalogue() {
            self.prepare_search().await?;
        }
        // From here on nothing waits, so nothing changes.
        if !self.finder.has_view(wanted) {
            let entries = self.arranged(&wanted.category, wanted.sort)?;
            self.finder.set_view(wanted, entries);
        }
        let listing = self.finder.listing(wanted);
        listing.ok_or(LibraryError::NoSuchCategory)
    }

    /// Makes ready for the first search, or brings what is ready up to date. To be called when a
    /// search is likely to follow: it takes seconds where nothing is kept of a great library.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn prepare_search(&self) -> Result<(), LibraryError> {
        let _turn = self.finder.turn.lock().await;
        if !self.finder.state.borrow().restored {
            self.restore_catalogue().await;
        }
        let now = self.library.borrow().touched.position();
        let (from, complete) = {
            let state = self.finder.state.borrow();
            (state.position.clone(), state.complete)
        };
        if complete && from == now {
            return Ok(());
        }
        let changed = self.touched_since(&from).await?;
        if changed.is_none() {
            let mut state = self.finder.state.borrow_mut();
            state.start_anew(now.clone());
        }
        let changed: Vec<LinkId> = changed.into_iter().flatten().collect();
        self.read_into_catalogue(&changed).await?;
        if !self.finder.state.borrow().complete {
            let missing = {
                let library = self.library.borrow();
                let entries = library.index.everything();
                let state = self.finder.state.borrow();
                state.missing(entries.map(|entry| (entry.stamp, entry.id())))
            };
            self.read_into_catalogue(&missing).await?;
        }
        let mut state = self.finder.state.borrow_mut();
        state.position = now;
        state.complete = true;
        Ok(())
    }

    /// Reads what links say from their records.
    async fn read_into_catalogue(&self, ids: &[LinkId]) -> Result<(), LibraryError> {
        for group in ids.chunks(READ) {
            let records = self.records(group).await?;
            let library = self.library.borrow();
            let mut state = self.finder.state.borrow_mut();
            for (id, record) in group.iter().zip(records) {
                let Some(stamp) = id.stamp() else { continue };
                // The record of a link that was erased may still stand there for a moment.
                let known = library.index.find(stamp).is_some();
                if let Some(link) = record.filter(|_| known) {
                    put(&mut state.catalogue, stamp, link);
                } else {
                    state.catalogue.remove(stamp);
                    // What was erased is not to stay in the copy.
                    state.kept = None;
                }
            }
            state.forget_found();
        }
        Ok(())
    }

    /// Takes up the copy that is kept, if it is a good one.
    async fn restore_catalogue(&self) {
        let restored = self.read_copy().await;
        let mut state = self.finder.state.borrow_mut();
        state.start_anew(Position::default());
        if let Some((catalogue, position)) = restored {
            state.catalogue = catalogue;
            state.position = position.clone();
            state.kept = Some(position);
        }
    }

    async fn read_copy(&self) -> Option<(Catalogue, Position)> {
        let head = self.store.kept(&[HEAD.to_owned()]).await.pop()??;
        let head: Head = serde_json::from_slice(&head).ok()?;
        let mut catalogue = Catalogue::default();
        let names: Vec<String> = (0..head.parts).map(part_name).collect();
        for group in names.chunks(PARTS) {
            let parts = self.store.kept(group).await;
            if parts.len() != group.len() {
                return None;
            }
            for part in parts {
                catalogue.restore(&part?).ok()?;
            }
        }
        Some((catalogue, head.position))
    }

    /// Keeps a copy of what searching has in memory, where there is none or an old one. To be
    /// called after searches, when nobody waits.
    pub async fn keep_catalogue(&self) {
        let (position, due) = {
            let state = self.finder.state.borrow();
            let kept = state.kept.as_ref();
            let due = kept.is_none_or(|kept| state.position.since(kept) >= KEEP_AFTER);
            let some = state.complete && !state.catalogue.is_empty();
            (state.position.clone(), due && some)
        };
        if !due || self.finder.keeping.replace(true) {
            return;
        }
        let erased = self.finder.erased.get();
        let kept = self.write_copy(&position).await;
        if self.finder.erased.get() == erased {
            self.finder.state.borrow_mut().kept = kept.then_some(position);
        } else {
            self.store.forget_kept().await;
        }
        self.finder.keeping.set(false);
    }

    /// Writes the parts that changed. What changes meanwhile does no harm: it was written to the
    /// log after the position, and is read again.
    async fn write_copy(&self, position: &Position) -> bool {
        if !self.store.keep(&[(HEAD.to_owned(), Vec::new())]).await {
            return false;
        }
        loop {
            let changed = self.finder.state.borrow_mut().catalogue.take_changed(PARTS);
            if changed.is_empty() {
                break;
            }
            let parts = changed.into_iter();
            let parts: Vec<_> = parts
                .map(|(number, bytes)| (part_name(number), bytes))
                .collect();
            if !self.store.keep(&parts).await {
                self.finder.state.borrow_mut().catalogue.set_changed();
                return false;
            }
        }
        let head = Head {
            position: position.clone(),
            parts: self.finder.state.borrow().catalogue.segment_count(),
        };
        match keys::encode(&head) {
            Ok(head) => {
                self.store
                    .keep(&[(HEAD.to_owned(), head.into_bytes())])
                    .await
            }
            Err(_) => false,
        }
    }
}

fn put(catalogue: &mut Catalogue, stamp: LinkStamp, link: Link) {
    let view = view(link, Language::default());
    let page = view.page.as_ref();
    let texts = [
        view.description.as_deref(),
        view.memo.as_deref(),
        page.and_then(|page| page.title.as_deref()),
        page.and_then(|page| page.display_title.as_deref()),
        view.site_name.as_deref(),
        page.and_then(|page| page.author.as_deref()),
    ];
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    let document = Document {
        title: &view.title,
        host: &view.host,
        tags: &view.tags,
        url: &view.url,
        texts: &texts,
    };
    catalogue.put(stamp, &document);
}

/// Marks what of a link the words of a search have found.
pub(super) fn mark(view: &mut LinkView, query: &Query) {
    if query.is_empty() {
        return;
    }
    let in_text = |text: &Option<String>| match text {
        Some(text) => marks(query, text),
        None => Vec::new(),
    };
    let title = marks(query, &view.title);
    let host = marks(query, &view.host);
    let is_seen = !title.is_empty() || !host.is_empty();
    view.matches = Some(Matches {
        title,
        description: in_text(&view.description),
        memo: in_text(&view.memo),
        address: (!is_seen).then(|| passage_of(query, &view.url)).flatten(),
        host,
        tags: in_tags(query, &view.tags),
    });
}

fn in_tags(query: &Query, tags: &[String]) -> Vec<Marks> {
    let all: Vec<Marks> = tags.iter().map(|tag| marks(query, tag)).collect();
    if all.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    all
}
