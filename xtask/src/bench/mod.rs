//! What the project claims of its speed, measured: side by side with others, in one run.

use anyhow::Result;
use clap::Subcommand;

mod extract;

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Reading pages: the core in Chromium and in Node, against `DOMParser` and the tools of npm
    Extract(extract::Options),
}

/// Measures, and tells.
pub fn bench(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Extract(options) => extract::extract(options),
    }
}
