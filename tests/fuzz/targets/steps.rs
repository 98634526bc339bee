//! Linear time, by counting: what is four times as long takes four times the steps. A step is a
//! run of any piece of our code between two branches, as the coverage counters of LLVM have it
//! (`-C instrument-coverage`). They are kept in a file that mirrors them at every moment (`%c` in
//! `LLVM_PROFILE_FILE`), so that they can be read while the program runs.
#![no_main]

use std::env;
use std::fs;
use std::hint::black_box;
use std::sync::LazyLock;

use urlink::page::{BodyEnd, Demand, Depth, HeadReader, PageReader, ResponseHead};

/// How long the shorter page is.
const LENGTH: usize = 8 * 1024;

/// Four times as long a page may take so many times the steps.
const MOST_TIMES: u64 = 6;

/// What is done once, whatever the length.
const ONCE: u64 = 100_000;

/// What the network gives at a time.
const CHUNK: usize = 512;

/// The file of the counters.
static COUNTERS: LazyLock<String> = LazyLock::new(|| {
    let pattern = env::var("LLVM_PROFILE_FILE").unwrap_or_default();
    assert!(
        pattern.contains("%c"),
        "run by `cargo xtask fuzz`, which counts the steps"
    );
    pattern.replace("%c", "")
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| steps(data));

/// The first byte says how much of the input comes once; the rest is repeated.
fn steps(data: &[u8]) {
    let Some((&once, rest)) = data.split_first() else {
        return;
    };
    let (before, piece) = rest.split_at(usize::from(once).min(rest.len()));
    if piece.is_empty() {
        return;
    }
    let page = |length: usize| -> Vec<u8> {
        let repeated = piece
            .iter()
            .cycle()
            .take(length / piece.len() * piece.len());
        before.iter().chain(repeated).copied().collect()
    };
    let (short, long) = (page(LENGTH), page(4 * LENGTH));
    for read in [read_tags, read_page] {
        let (few, many) = (count(|| read(&short)), count(|| read(&long)));
        assert!(few > 0, "the steps are not counted");
        assert!(
            many <= MOST_TIMES * few + ONCE,
            "{} bytes take {few} steps, {} bytes take {many}",
            short.len(),
            long.len()
        );
    }
}

fn read_tags(page: &[u8]) {
    let mut reader = HeadReader::default();
    page.chunks(CHUNK).for_each(|chunk| reader.feed(chunk));
    black_box(reader.finish());
}

fn read_page(page: &[u8]) {
    let head = ResponseHead {
        url: "https://e.example/".to_owned(),
        status: 200,
        content_type: Some("text/html".to_owned()),
        ..ResponseHead::default()
    };
    let mut reader = PageReader::with_depth(head, Depth::Everything);
    for chunk in page.chunks(CHUNK) {
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    black_box(reader.finish(BodyEnd::Complete));
}

/// How many steps some work takes; those of counting itself are left out.
fn count(work: impl FnOnce()) -> u64 {
    let (first, second) = (counters(), counters());
    work();
    let third = counters();
    since(&second, &third).saturating_sub(since(&first, &second))
}

fn counters() -> Vec<u8> {
    fs::read(&*COUNTERS).expect("the file of the counters")
}

/// Nothing but the counters changes in the file.
fn since(before: &[u8], after: &[u8]) -> u64 {
    let words = |bytes: &[u8]| -> Vec<u64> {
        let words = bytes.chunks_exact(8);
        words
            .map(|word| u64::from_le_bytes(word.try_into().expect("eight bytes")))
            .collect()
    };
    let pairs = words(before).into_iter().zip(words(after));
    pairs
        .map(|(before, after)| after.wrapping_sub(before))
        .sum()
}
