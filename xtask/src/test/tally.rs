//! Counting tests, in what the test runners say.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::process::Transcript;

/// How many tests passed, how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// One check that failed.
    pub const FAILURE: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// One check.
    pub const fn of_check(passed: bool) -> Self {
        Self {
            passed: passed as u64,
            failed: !passed as u64,
        }
    }

    /// The sum of the lines `test result: ok. 3 passed; 1 failed; ...` of Rust's test runners.
    /// Where the runner itself failed without a failed test, that counts as one.
    pub fn of_rust(transcript: &Transcript) -> Self {
        let results = transcript.output.lines().filter_map(rust_result);
        results.sum::<Self>().and_verdict(transcript.success)
    }

    /// The lines `ℹ pass 3` and `ℹ fail 1` of `node --test`. A test that was skipped or left for
    /// later has not passed.
    pub fn of_node(transcript: &Transcript) -> Self {
        let count = |name| node_count(&transcript.output, name);
        let failed = ["fail", "cancelled", "skipped", "todo"];
        let tally = Self {
            passed: count("pass"),
            failed: failed.into_iter().map(count).sum(),
        };
        tally.and_verdict(transcript.success)
    }

    /// The `stats` of Playwright's JSON report. A test that was skipped, or that passed only when
    /// tried again, has not passed.
    pub fn of_playwright(report: &str, success: bool) -> Result<Self> {
        let report: Value = serde_json::from_str(report)?;
        let count = |name: &str| {
            let count = report["stats"][name].as_u64();
            count.with_context(|| format!("Playwright's report does not count {name}"))
        };
        let tally = Self {
            passed: count("expected")?,
            failed: count("unexpected")? + count("flaky")? + count("skipped")?,
        };
        Ok(tally.and_verdict(success))
    }

    /// A suite without a test is a mistake somewhere, not a success.
    pub fn or_failure_if_empty(self) -> Self {
        if self == Self::default() {
            Self::FAILURE
        } else {
            self
        }
    }

    fn and_verdict(self, success: bool) -> Self {
        if success || self.failed > 0 {
            self
        } else {
            self + Self::FAILURE
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn rust_result(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |name: &str| {
        let part = counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(name));
        part?.trim().parse().ok()
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
    })
}

fn node_count(output: &str, name: &str) -> u64 {
    let last = output.lines().rev().find_map(|line| {
        let mut words = line.split_whitespace().skip(1);
        let found = words.next() == Some(name);
        found.then(|| words.next()?.parse().ok()).flatten()
    });
    last.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transcript(success: bool, output: &str) -> Transcript {
        let output = output.to_owned();
        Transcript { success, output }
    }

    #[test]
    fn adds_up_the_results_of_rust() {
        let said = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
            test result: FAILED. 1 passed; 2 failed; 0 ignored\n";
        let expected = Tally {
            passed: 4,
            failed: 2,
        };
        assert_eq!(Tally::of_rust(&transcript(false, said)), expected);
    }

    #[test]
    fn counts_a_runner_that_failed_without_a_failed_test() {
        assert_eq!(Tally::of_rust(&transcript(false, "")), Tally::FAILURE);
        assert_eq!(Tally::of_node(&transcript(false, "")), Tally::FAILURE);
    }

    #[test]
    fn reads_the_summary_of_node() {
        let said = "✔ pass 9 (1ms)\nℹ tests 4\nℹ pass 2\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\n";
        let expected = Tally {
            passed: 2,
            failed: 2,
        };
        assert_eq!(Tally::of_node(&transcript(false, said)), expected);
    }

    #[test]
    fn reads_the_report_of_playwright() {
        let report = r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":1}}"#;
        let expected = Tally {
            passed: 5,
            failed: 3,
        };
        assert_eq!(Tally::of_playwright(report, false).unwrap(), expected);
        assert!(Tally::of_playwright("{}", true).is_err());
    }

    #[test]
    fn takes_an_empty_suite_for_a_failure() {
        assert_eq!(Tally::default().or_failure_if_empty(), Tally::FAILURE);
        let check = Tally::of_check(true);
        assert_eq!(check.or_failure_if_empty(), check);
    }
}
