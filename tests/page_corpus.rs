//! What must hold of any bytes (`tests/fuzz/oracles`), held against the inputs that fuzzing has
//! kept (`tests/fuzz/corpus`), and against random crossings of them. The fuzzer itself is for
//! development (`cargo xtask fuzz`): building it takes minutes.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test"
)]

#[path = "fuzz/oracles/mod.rs"]
pub mod oracles;

use std::fs;
use std::panic::catch_unwind;

use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// How many crossings are tried of each target's inputs: some seconds' worth of all.
const CROSSINGS: usize = 3_000;

/// The longest input that is crossed, and that a crossing gives.
const LONGEST: usize = 512;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/tests/fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(&folder).expect(&folder);
    let mut inputs: Vec<_> = files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect();
    inputs.sort();
    assert!(inputs.len() > 20, "{target} has an empty corpus");
    inputs
}

fn check(oracle: fn(&[u8]), input: &[u8]) {
    let holds = catch_unwind(|| oracle(input));
    assert!(
        holds.is_ok(),
        "it does not hold of {:?}",
        input.escape_ascii().to_string()
    );
}

fn replay(target: &str, oracle: fn(&[u8])) {
    let inputs = corpus(target);
    for input in &inputs {
        check(oracle, input);
    }
    let mut dice = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut roll = |sides: usize| dice.next_u32() as usize % sides;
    for _ in 0..CROSSINGS {
        let mut parts = || {
            let input = &inputs[roll(inputs.len())];
            input.split_at(roll(input.len().min(LONGEST) + 1))
        };
        let ((start, _), (_, end)) = (parts(), parts());
        let crossed = [start, end].concat();
        check(oracle, &crossed[..crossed.len().min(LONGEST)]);
    }
}

#[test]
fn what_holds_of_tags_holds_of_the_corpus() {
    replay("tags", oracles::tags);
}

#[test]
fn tags_of_the_corpus_are_those_that_html5ever_reads() {
    replay("tags", oracles::spec);
}

#[test]
fn what_holds_of_encodings_holds_of_the_corpus() {
    replay("charset", oracles::charset);
}

#[test]
fn what_holds_of_json_ld_holds_of_the_corpus() {
    replay("json_ld", oracles::json_ld);
}

#[test]
fn what_holds_of_pages_holds_of_the_corpus() {
    replay("page", oracles::page);
}
