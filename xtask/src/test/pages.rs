//! What the core reads in real saved pages, scored. The pages are no part of the project: a
//! folder beside it that has them says in its own README what is in it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result};
use serde_json::Value;
use urlink::page::PageReader;

use super::tally::Tally;
use crate::{process, workspace};

/// How a field has to do, in percent of the pages that declare it.
struct Threshold {
    field: &'static str,
    /// At least so many have a value that the page declares.
    accepted: f64,
    /// At most so many have a value that the page does not declare.
    undeclared: f64,
}

const fn at_least(field: &'static str, accepted: f64, undeclared: f64) -> Threshold {
    Threshold {
        field,
        accepted,
        undeclared,
    }
}

const THRESHOLDS: [Threshold; 9] = [
    at_least("title", 99.5, 0.2),
    at_least("description", 98.5, 0.5),
    at_least("image", 99.0, 0.2),
    at_least("icon", 99.5, 0.5),
    at_least("site_name", 98.0, 0.2),
    at_least("canonical", 99.5, 0.2),
    at_least("lang", 99.5, 0.2),
    at_least("published", 97.0, 1.0),
    at_least("author", 90.0, 6.0),
];

/// How much of a field a card may lose that reading the whole page would have, in percent of the
/// pages that declare it. Dates and authors stand far down: they are read where they come cheap.
const LOST: [(&str, f64); 8] = [
    ("title", 0.2),
    ("description", 0.2),
    ("image", 0.2),
    ("icon", 0.2),
    ("site_name", 0.2),
    ("canonical", 0.2),
    ("published", 14.0),
    ("author", 16.0),
];

/// How much of the pages a card may pull, in percent of their bytes.
const PULLED: f64 = 25.0;

/// Reads the pages of a folder, whole and as far as a card needs, and scores what was read by
/// the folder's own `score.py`: each field is a check, and so is what a card pulls and loses.
pub fn score(folder: &Path) -> Result<Tally> {
    let whole = read(folder, false)?;
    let fields = THRESHOLDS.iter().map(|threshold| holds(threshold, &whole));
    let fields: Vec<bool> = fields.collect::<Result<_>>()?;

    let card = read(folder, true)?;
    let losses = LOST
        .iter()
        .map(|(field, limit)| loses(field, *limit, &whole, &card));
    let losses: Vec<bool> = losses.collect::<Result<_>>()?;
    let is_short = pulls(folder, &results(true)?)?;

    let checks = fields.into_iter().chain(losses).chain([is_short]);
    Ok(checks.map(Tally::of_check).sum())
}

fn results(is_card: bool) -> Result<PathBuf> {
    let name = if is_card {
        "cards.jsonl"
    } else {
        "pages.jsonl"
    };
    Ok(workspace::scratch()?.join(name))
}

/// Reads the pages, and gives their score.
fn read(folder: &Path, is_card: bool) -> Result<String> {
    let results = results(is_card)?;
    let mut extract = Command::new(env::current_exe()?);
    extract
        .arg("extract")
        .arg("--index")
        .arg(folder.join("index.jsonl"))
        .arg("--html")
        .arg(folder.join("html"))
        .arg("--out")
        .arg(&results);
    if is_card {
        extract.arg("--card");
    }
    process::run(&mut extract)?;
    let score = process::show_and_keep(
        Command::new("python3")
            .arg(folder.join("score.py"))
            .arg(&results),
    )?;
    Ok(score.output)
}

/// Whether a card loses no more of a field than it may. (For every page there is some icon: what
/// counts is whether it is the declared one.)
fn loses(field: &str, limit: f64, whole: &str, card: &str) -> Result<bool> {
    let column = if field == "icon" { 3 } else { 1 };
    let lost = percent(field, column, whole)? - percent(field, column, card)?;
    println!("a card loses {lost:.1} % of {field}, at most {limit}");
    Ok(lost <= limit + 0.05)
}

/// Whether the cards pull no more than they may. What they pull in larger reads follows.
fn pulls(folder: &Path, results: &Path) -> Result<bool> {
    let is_real = |row: &Value| row.get("kind").is_none_or(|kind| kind == "real");
    let real: BTreeSet<String> = rows(&folder.join("index.jsonl"))?
        .iter()
        .filter(|row| is_real(row))
        .filter_map(|row| Some(row.get("id")?.as_str()?.to_owned()))
        .collect();
    let pages: Vec<(u64, u64)> = rows(results)?
        .iter()
        .filter(|row| {
            row.get("id")
                .and_then(Value::as_str)
                .is_some_and(|id| real.contains(id))
        })
        .filter_map(|row| Some((row.get("pulled")?.as_u64()?, row.get("bytes")?.as_u64()?)))
        .collect();
    let whole: u64 = pages.iter().map(|(_, bytes)| bytes).sum();
    let share = |read: u64| {
        let pulled = pages
            .iter()
            .map(|(pulled, bytes)| pulled.next_multiple_of(read).min(*bytes));
        percent_of(pulled.sum(), whole)
    };
    let slice = PageReader::SLICE as u64;
    let pulled = share(slice);
    println!(
        "a card pulls {pulled:.1} % of the bytes of {} pages in reads of {slice} bytes, at most {PULLED}; \
         {:.1} % in reads of 16 KiB, {:.1} % in reads of 64",
        pages.len(),
        share(16 * 1024),
        share(64 * 1024),
    );
    Ok(pulled <= PULLED)
}

fn rows(path: &Path) -> Result<Vec<Value>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let rows = text.lines().map(serde_json::from_str);
    Ok(rows.collect::<Result<_, _>>()?)
}

#[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
fn percent_of(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Whether the row of a field, `title 688 99.9 99.7 99.9 0.0`, is within its threshold.
fn holds(threshold: &Threshold, score: &str) -> Result<bool> {
    let field = threshold.field;
    let (accepted, undeclared) = (percent(field, 3, score)?, percent(field, 4, score)?);
    let held = accepted >= threshold.accepted && undeclared <= threshold.undeclared;
    if !held {
        println!(
            "{field}: {accepted} % of at least {}, {undeclared} % undeclared of at most {}",
            threshold.accepted, threshold.undeclared
        );
    }
    Ok(held)
}

/// A column of the row of a field, from 1 for what was found.
fn percent(field: &str, column: usize, score: &str) -> Result<f64> {
    let mut rows = score.lines().map(str::split_whitespace);
    let row = rows.find_map(|mut row| (row.next() == Some(field)).then_some(row));
    let mut row = row.with_context(|| format!("no score of {field}"))?;
    // The name is taken, and the count comes first.
    row.nth(column)
        .and_then(|value| value.parse().ok())
        .with_context(|| format!("the score of {field} is unreadable"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORE: &str = "pages 2\n\
        title             688    99.9   99.7     99.9      0.0   72.6% of 117\n\
        icon              529   100.0      -     98.9      1.1   \n";

    #[test]
    fn reads_the_row_of_a_field() {
        assert!(holds(&at_least("title", 99.9, 0.0), SCORE).unwrap());
        assert!(!holds(&at_least("title", 100.0, 0.0), SCORE).unwrap());
        assert!(!holds(&at_least("icon", 98.0, 1.0), SCORE).unwrap());
        assert!(holds(&at_least("image", 0.0, 0.0), SCORE).is_err());
    }

    #[test]
    fn what_a_card_loses_is_what_the_page_has() {
        let card = SCORE
            .replace(" 99.9   99.7", " 99.6   99.4")
            .replace("98.9", "98.8");
        assert!(loses("title", 0.3, SCORE, &card).unwrap());
        assert!(!loses("title", 0.2, SCORE, &card).unwrap());
        assert!(loses("icon", 0.1, SCORE, &card).unwrap());
    }
}
