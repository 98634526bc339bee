//! Every test at every level. The last line says `N passed, N failed`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, ValueEnum as _};

mod hosts;
mod levels;
mod pages;
mod tally;

use levels::Level;
use tally::Tally;

/// What to test.
#[derive(Args)]
pub struct Options {
    /// Runs these levels alone
    #[arg(long, value_name = "LEVEL", value_delimiter = ',')]
    only: Vec<Level>,

    /// Also reads the real saved pages of this folder, scores what was read, and compares it with
    /// what is read in Chromium
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,
}

/// Runs the levels one after another, whatever becomes of any of them.
pub fn test(options: &Options) -> ExitCode {
    let levels = if options.only.is_empty() {
        Level::value_variants()
    } else {
        &options.only
    };
    let mut results: Vec<_> = levels
        .iter()
        .map(|level| run(&level.to_string(), &level.description(), || level.run()))
        .collect();
    if let Some(folder) = &options.pages {
        results.push(run("pages", "What is read in real saved pages", || {
            Ok(pages::score(folder)? + hosts::saved(folder)?)
        }));
    }

    println!();
    for (name, tally, time) in &results {
        println!("{name:<8}{:>6.1} s  {tally}", time.as_secs_f64());
    }
    let total: Tally = results.iter().map(|(_, tally, _)| *tally).sum();
    println!("{total}");
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Runs a level, and says what became of it and how long it took.
fn run(
    name: &str,
    description: &str,
    level: impl FnOnce() -> Result<Tally>,
) -> (String, Tally, Duration) {
    println!("\n── {name}: {description}");
    let start = Instant::now();
    let tally = level().unwrap_or_else(|error| {
        println!("error: {error:#}");
        Tally::FAILURE
    });
    let tally = tally.or_failure_if_empty();
    println!("── {name}: {tally}");
    (name.to_owned(), tally, start.elapsed())
}
