//! What a person typed, as words.

use super::fold::fold;
use crate::address;

/// No more of what is typed counts: a page that was pasted by mistake is no search.
const MAX_CHARS: usize = 1_024;

/// The words of a search: a link is found when it holds each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Folded; the longest first, since it rules out most; none inside another.
    words: Vec<String>,
}

impl Query {
    /// Reads what a person typed. Escapes of addresses are decoded, as they are in the links.
    ///
    /// ```
    /// # use urlink::find::Query;
    /// assert_eq!(Query::new("Rust 한글 us"), Query::new("한글  rust"));
    /// assert_eq!(Query::new("%ED%95%9C%EA%B8%80"), Query::new("한글"));
    /// assert!(Query::new("  ").is_empty());
    /// ```
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().take(MAX_CHARS).collect();
        let mut words: Vec<String> = typed.split_whitespace().map(folded).collect();
        words.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        let mut query = Self::default();
        for word in words {
            if !word.is_empty() && !query.says(&word) {
                query.words.push(word);
            }
        }
        query
    }

    /// Whether it asks for nothing, so that every link is found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, folded.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether it finds nothing that the other does not find: as one types, each search narrows
    /// the last one.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        other.words.iter().all(|word| self.says(word))
    }

    fn says(&self, part: &str) -> bool {
        self.words.iter().any(|word| word.contains(part))
    }
}

fn folded(word: &str) -> String {
    let spelled: String = address::spelled(word)
        .map(|(character, _)| character)
        .collect();
    fold(&spelled).trim().to_owned()
}
