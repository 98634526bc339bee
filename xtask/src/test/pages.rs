//! What the core reads in real saved pages, scored. The pages are no part of the project: a
//! folder beside it that has them says in its own README what is in it.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

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

/// Reads the pages of a folder and scores what was read by the folder's own `score.py`: each
/// field is a check.
pub fn score(folder: &Path) -> Result<Tally> {
    let results = workspace::scratch()?.join("pages.jsonl");
    process::run(
        Command::new(env::current_exe()?)
            .arg("extract")
            .arg("--index")
            .arg(folder.join("index.jsonl"))
            .arg("--html")
            .arg(folder.join("html"))
            .arg("--out")
            .arg(&results),
    )?;
    let score = process::show_and_keep(
        Command::new("python3")
            .arg(folder.join("score.py"))
            .arg(&results),
    )?;
    let checks = THRESHOLDS
        .iter()
        .map(|threshold| Ok(Tally::of_check(holds(threshold, &score.output)?)));
    checks
        .collect::<Result<Vec<_>>>()
        .map(|checks| checks.into_iter().sum())
}

/// Whether the row of a field, `title 688 99.9 99.7 99.9 0.0`, is within its threshold.
fn holds(threshold: &Threshold, score: &str) -> Result<bool> {
    let field = threshold.field;
    let mut rows = score.lines().map(str::split_whitespace);
    let row = rows.find_map(|mut row| (row.next() == Some(field)).then_some(row));
    let row: Vec<&str> = row
        .with_context(|| format!("no score of {field}"))?
        .collect();
    let percent = |column: usize| -> Result<f64> {
        let value = row.get(column).and_then(|value| value.parse().ok());
        value.with_context(|| format!("the score of {field} is unreadable"))
    };
    let (accepted, undeclared) = (percent(3)?, percent(4)?);
    let held = accepted >= threshold.accepted && undeclared <= threshold.undeclared;
    if !held {
        println!(
            "{field}: {accepted} % of at least {}, {undeclared} % undeclared of at most {}",
            threshold.accepted, threshold.undeclared
        );
    }
    Ok(held)
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
}
