//! A word of a query, and how it is looked for.

use memchr::memchr3_iter;
use memchr::memmem::Finder;

use super::letters::Letters;
use super::syllable::endings;
use super::syllables::Syllables;

/// So many characters are looked for one by one.
const FEW: usize = 3;

/// A word, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// The word stands where one of these does.
    pub(super) patterns: Vec<Pattern>,
    /// The word is no more than a letter: it stands wherever that does.
    pub(super) letter: Option<Letters>,
}

/// Bytes, and perhaps one character of a range behind some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// What is looked for: the text, and what all characters of the range begin with.
    needle: Vec<u8>,
    /// Where these letters are not, it does not stand.
    pub(super) letters: Letters,
    /// Nor where these syllables are not.
    pub(super) syllables: Syllables,
    /// How many bytes of the needle are the text, and the ends of the range: Hangul, so three
    /// bytes each, which sort as the characters do.
    ending: Option<(usize, [u8; 3], [u8; 3])>,
}

impl Word {
    /// A word that stands as it is.
    pub(super) fn whole(text: String) -> Self {
        Self {
            patterns: vec![Pattern::plain(&text)],
            letter: only_letter(&text).filter(|_| text.is_ascii()),
            text,
        }
    }

    /// A word that is still being typed.
    pub(super) fn begun(text: String) -> Self {
        let mut before = text.clone();
        let endings = before.pop().map(endings).unwrap_or_default();
        if endings.is_empty() {
            return Self::whole(text);
        }
        let patterns = endings.into_iter().flat_map(|(kept, first, last)| {
            let text: String = before.chars().chain(kept).collect();
            Pattern::endings(&text, first, last)
        });
        Self {
            patterns: patterns.collect(),
            letter: only_letter(&text),
            text,
        }
    }

    /// Whether the other word stands wherever this one does.
    pub(super) fn implies(&self, other: &Self) -> bool {
        self.holds_at(other).is_some()
    }

    /// How far behind the beginning of this word the other one stands, at most, if it stands
    /// wherever this one does.
    pub(super) fn holds_at(&self, other: &Self) -> Option<usize> {
        let holds_at = |own: &Pattern| other.patterns.iter().find_map(|part| own.holds_at(part));
        let places: Option<Vec<usize>> = self.patterns.iter().map(holds_at).collect();
        places?.into_iter().max()
    }
}

impl Pattern {
    fn plain(text: &str) -> Self {
        Self {
            needle: text.as_bytes().to_vec(),
            letters: Letters::of(text),
            syllables: Syllables::of(text),
            ending: None,
        }
    }

    /// A text with any character of a range behind it. Of a few characters, each is looked for.
    fn endings(text: &str, first: char, last: char) -> Vec<Self> {
        if (first..=last).nth(FEW).is_none() {
            let each = (first..=last).map(|end| Self::plain(&format!("{text}{end}")));
            return each.collect();
        }
        let mut pattern = Self::plain(text);
        let ends = (bytes(first), bytes(last));
        let same = ends.0.iter().zip(&ends.1).take_while(|(a, b)| a == b);
        pattern.needle.extend(same.map(|(byte, _)| byte));
        // All of a range begin with the same letter.
        pattern.letters = pattern.letters.with(Letters::one(first));
        pattern.ending = Some((text.len(), ends.0, ends.1));
        vec![pattern]
    }

    pub(super) fn finder(&self) -> Finder<'_> {
        Finder::new(&self.needle)
    }

    /// Where the pattern stands first: from, to. The finder is that of [`Self::finder`].
    pub(super) fn find(&self, finder: &Finder<'_>, text: &[u8]) -> Option<(usize, usize)> {
        if let Some((0, [lead, first, _], [_, last, _])) = &self.ending
            && self.needle.len() == 1
            && last - first <= 2
        {
            // A fifth of all Hangul begins with the same byte; the second one tells much more.
            let mut seconds = memchr3_iter(*first, first.midpoint(*last), *last, text);
            return seconds.find_map(|second| {
                let at = second.checked_sub(1)?;
                (text.get(at) == Some(lead)).then(|| self.end(text, at).map(|end| (at, end)))?
            });
        }
        let mut from = 0;
        loop {
            let at = from + finder.find(text.get(from..)?)?;
            match self.end(text, at) {
                Some(end) => return Some((at, end)),
                None => from = at + 1,
            }
        }
    }

    /// The same from a place on where it probably stands.
    pub(super) fn find_from(&self, finder: &Finder<'_>, text: &[u8], from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        if rest.starts_with(&self.needle) && self.end(rest, 0).is_some() {
            return Some(from);
        }
        self.find(finder, rest).map(|(at, _)| from + at)
    }

    /// Where the pattern ends whose needle stands here, if it is there.
    fn end(&self, text: &[u8], at: usize) -> Option<usize> {
        let Some((length, first, last)) = &self.ending else {
            return Some(at + self.needle.len());
        };
        let next = text.get(at + length..)?.first_chunk::<3>()?;
        (first <= next && next <= last).then_some(at + length + 3)
    }

    /// Where in this pattern the other one stands, if it does so for certain.
    fn holds_at(&self, other: &Self) -> Option<usize> {
        let certain = match &self.ending {
            None => self.needle.as_slice(),
            Some((length, ..)) => self.needle.get(..*length).unwrap_or_default(),
        };
        if let Some((at, _)) = other.find(&other.finder(), certain) {
            return Some(at);
        }
        let (Some((_, first, last)), Some((length, widest_first, widest_last))) =
            (&self.ending, &other.ending)
        else {
            return None;
        };
        let text = other.needle.get(..*length).unwrap_or_default();
        let at = certain.strip_suffix(text)?.len();
        (widest_first <= first && last <= widest_last).then_some(at)
    }

    /// All places where the pattern stands.
    pub(super) fn find_all(&self, text: &[u8]) -> Vec<(usize, usize)> {
        let finder = self.finder();
        let mut all = Vec::new();
        let mut from = 0;
        while let Some((start, end)) = text.get(from..).and_then(|rest| self.find(&finder, rest)) {
            all.push((from + start, from + end));
            // Words may overlap themselves: `aa` in `aaa`.
            from += start + 1;
        }
        all
    }
}

/// The bytes of a character of Hangul; any other one is never looked for so.
fn bytes(hangul: char) -> [u8; 3] {
    let mut buffer = [0; 4];
    hangul.encode_utf8(&mut buffer);
    let [first, second, third, _] = buffer;
    [first, second, third]
}

/// The letter that a word is, if that is all it is and the letter is told apart.
fn only_letter(word: &str) -> Option<Letters> {
    let mut letters = word.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    Letters::are_told_apart(letter).then(|| Letters::one(letter))
}
