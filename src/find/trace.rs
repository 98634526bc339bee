//! From the folded text back to the text as shown: folding changes lengths.

use super::fold::fold;
use crate::host;

/// A character of a text, and where it ends in the text as shown, in UTF-16 units. Characters of
/// an address may be shown as escapes, which are longer.
pub(super) type Shown = (char, u32);

/// How long a character is in UTF-16.
pub(super) const fn units(character: char) -> u32 {
    if character > '\u{ffff}' { 2 } else { 1 }
}

/// The characters of a plain text.
pub(super) fn shown(text: &str) -> Vec<Shown> {
    let mut end = 0;
    let with_end = |character: char| {
        end += units(character);
        (character, end)
    };
    text.chars().map(with_end).collect()
}

/// A folded text that knows whence it comes.
pub(super) struct Trace {
    pub(super) folded: String,
    /// For each piece that folds by itself: where it ends in the folded text, in bytes, and in the
    /// text as shown, in UTF-16 units.
    pieces: Vec<(usize, u32)>,
}

impl Trace {
    pub(super) fn of(text: &[Shown]) -> Self {
        let mut trace = Self {
            folded: String::with_capacity(text.len()),
            pieces: Vec::with_capacity(text.len()),
        };
        let mut cluster = String::new();
        let mut end = 0;
        for &(character, its_end) in text {
            if !cluster.is_empty() && !joins(&cluster, character) {
                trace.push(&cluster, end);
                cluster.clear();
            }
            cluster.push(character);
            end = its_end;
        }
        trace.push(&cluster, end);
        let whole: String = text.iter().map(|shown| shown.0).collect();
        let folded = fold(&whole);
        if folded != trace.folded {
            // Marks that come together across pieces: the text counts as one.
            trace.pieces = vec![(folded.len(), end)];
            trace.folded = folded;
        }
        trace
    }

    fn push(&mut self, cluster: &str, end: u32) {
        self.folded.push_str(&fold(cluster));
        self.pieces.push((self.folded.len(), end));
    }

    /// The part of the text as shown that a part of the folded text, in bytes, comes from.
    pub(super) fn source(&self, start: usize, end: usize) -> (u32, u32) {
        let first = self.pieces.partition_point(|piece| piece.0 <= start);
        let last = self.pieces.partition_point(|piece| piece.0 < end);
        let end_of = |piece: Option<&(usize, u32)>| piece.map_or(0, |piece| piece.1);
        let before = first
            .checked_sub(1)
            .and_then(|piece| self.pieces.get(piece));
        (end_of(before), end_of(self.pieces.get(last)))
    }
}

/// Whether a character belongs to what stands before it: together they are not what they are one
/// by one.
fn joins(cluster: &str, character: char) -> bool {
    // The fold makes combining marks of the voicing marks of half-width katakana.
    let voices = matches!(character, '\u{ff9e}' | '\u{ff9f}');
    if !voices && host::begins_in_nfc(character) {
        return false;
    }
    let mut buffer = [0; 4];
    let alone = character.encode_utf8(&mut buffer);
    fold(&[cluster, alone].concat()) != [fold(cluster), fold(alone)].concat()
}
