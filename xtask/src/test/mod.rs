//! Every test at every level. The last line says `N passed, N failed`.

use std::process::ExitCode;
use std::time::Instant;

use clap::{Args, ValueEnum as _};

mod levels;
mod tally;

use levels::Level;
use tally::Tally;

/// What to test.
#[derive(Args)]
pub struct Options {
    /// Runs these levels alone
    #[arg(long, value_name = "LEVEL", value_delimiter = ',')]
    only: Vec<Level>,
}

/// Runs the levels one after another, whatever becomes of any of them.
pub fn test(options: &Options) -> ExitCode {
    let levels = if options.only.is_empty() {
        Level::value_variants()
    } else {
        &options.only
    };
    let mut results = Vec::new();
    for &level in levels {
        println!("\n── {level}: {}", level.description());
        let start = Instant::now();
        let tally = level.run().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Tally::FAILURE
        });
        let tally = tally.or_failure_if_empty();
        println!("── {level}: {tally}");
        results.push((level, tally, start.elapsed()));
    }

    println!();
    for (level, tally, time) in &results {
        println!(
            "{:<8}{:>6.1} s  {tally}",
            level.to_string(),
            time.as_secs_f64()
        );
    }
    let total: Tally = results.iter().map(|(_, tally, _)| *tally).sum();
    println!("{total}");
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
