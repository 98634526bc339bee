//! Tags: short lines of the user's own, by which links of any category go together.

use super::Engine;
use super::ports::{Clock, Network, Random, Store};
use crate::model::TagCount;
use crate::text::clean_line;

/// The longest tag, in characters.
const TAG_LIMIT: usize = 50;
/// The most tags of one link.
const MOST_TAGS: usize = 50;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Every tag there is, those of the most links first.
    pub fn list_tags(&self) -> Vec<TagCount> {
        let library = self.library.borrow();
        let mut tags: Vec<TagCount> = library
            .tags
            .iter()
            .map(|(tag, count)| TagCount {
                tag: tag.clone(),
                count: *count,
            })
            .collect();
        // Stable: by name where they are of as many.
        tags.sort_by_key(|tag| std::cmp::Reverse(tag.count));
        tags
    }
}

/// Tags as they are kept: each once, whatever its letter case, in the order given.
pub(super) fn clean_tags<'a>(tags: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        let tag = clean_line(tag.trim_start().trim_start_matches('#'), TAG_LIMIT);
        let folded = tag.to_lowercase();
        let known = kept.iter().any(|other| other.to_lowercase() == folded);
        if !tag.is_empty() && !known && kept.len() < MOST_TAGS {
            kept.push(tag);
        }
    }
    kept
}
