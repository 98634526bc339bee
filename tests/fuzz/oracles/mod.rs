//! What must hold of any input. Each function takes what a fuzzer gives, and panics where it does
//! not hold: run by `tests/fuzz/targets` (with a fuzzer) and by `tests/page_corpus.rs` (the inputs
//! that are kept).

mod metadata;
mod pages;
mod spec;
mod tags;

pub use metadata::json_ld;
pub use pages::{charset, page};
pub use spec::spec;
pub use tags::tags;

/// Some places at which to cut an input, at most so many: other ones for each input.
fn places(data: &[u8], most: usize) -> impl Iterator<Item = usize> {
    let step = data.len() / most + 1;
    let sum = data.iter().fold(0, |sum: usize, &byte| {
        sum.wrapping_mul(31) + usize::from(byte)
    });
    (sum % step..=data.len()).step_by(step)
}
