//! What a person typed, as words.

use super::fold::fold;
use super::word::Word;
use crate::address;

/// No more of what is typed counts: a page that was pasted by mistake is no search.
const MAX_CHARS: usize = 1_024;

/// The words of a search: a link is found when it holds each of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The longest first, since it rules out most.
    words: Vec<Word>,
}

impl Query {
    /// Reads what a person typed. Escapes of addresses are decoded, as they are in the links. The
    /// last word may be half typed: its last syllable stands for all that it may become.
    ///
    /// ```
    /// # use urlink::find::Query;
    /// assert_eq!(Query::new("Rust 한글 "), Query::new("한글  rust "));
    /// assert_eq!(Query::new("%ED%95%9C%EA%B8%80"), Query::new("한글"));
    /// assert!(Query::new("  ").is_empty());
    /// ```
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().take(MAX_CHARS).collect();
        let done = typed.ends_with(char::is_whitespace);
        let mut rest: Vec<String> = typed.split_whitespace().map(folded).collect();
        let begun = rest.pop_if(|_| !done).map(Word::begun);
        let mut words: Vec<Word> = rest.into_iter().map(Word::whole).chain(begun).collect();
        words.retain(|word| !word.text.is_empty());
        words.sort_by(|a, b| (b.text.len(), &a.text).cmp(&(a.text.len(), &b.text)));
        words.dedup();
        Self { words }
    }

    /// Whether it asks for nothing, so that every link is found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The words that decide: not those that stand wherever another one does, nor those of an
    /// earlier query that this one narrows.
    pub(super) fn deciding<'a>(
        &'a self,
        earlier: Option<&'a Self>,
    ) -> impl Iterator<Item = &'a Word> {
        let words = self.words.iter().enumerate();
        let open = words.filter(move |(at, word)| {
            let mut longer = self.words.iter().take(*at);
            let known = earlier.is_some_and(|earlier| earlier.says(word));
            !known && !longer.any(|longer| longer.implies(word))
        });
        open.map(|(_, word)| word)
    }

    /// Whether it finds nothing that the other does not find: as one types, each search narrows
    /// the last one.
    #[must_use]
    pub fn narrows(&self, other: &Self) -> bool {
        other.words.iter().all(|word| self.says(word))
    }

    /// Whether what holds these words holds that one.
    pub(super) fn says(&self, part: &Word) -> bool {
        self.words.iter().any(|word| word.implies(part))
    }
}

fn folded(word: &str) -> String {
    fold(&address::spelled(word)).trim().to_owned()
}
