//! `tests/bench`: the shipped wasm and its peers read the same pages in turns.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::tools::{chromium, node};
use crate::{build, process, workspace};

/// Which pages, and where to write.
#[derive(Args)]
pub struct Options {
    /// A folder of saved pages with the truth about them: `index.jsonl`, `gold.jsonl`,
    /// `html/<id>.html`; without it, the project's own sample pages, grown to real sizes
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,

    /// How many of the folder's pages, chosen by the seed; 0: all
    #[arg(long, default_value_t = 300)]
    count: u32,

    /// How long to go on measuring, once every page has been measured once
    #[arg(long, default_value_t = 200)]
    seconds: u32,

    /// Chooses the pages, and grows the sample pages
    #[arg(long, default_value_t = 1)]
    seed: u32,

    /// Where to write everything that was measured
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Writes the tables into README.md
    #[arg(long)]
    write: bool,
}

/// Builds the core, installs the peers, and lets them race.
pub fn extract(options: &Options) -> Result<()> {
    build::build(&build::Options::default())?;
    let browser = chromium::require()?;
    let folder = workspace::tests().join("bench");
    node::require_packages(&folder)?;

    let mut command = node::command();
    command.arg("bench/main.js").arg("--browser").arg(browser);
    for (name, path) in [("--pages", &options.pages), ("--json", &options.json)] {
        if let Some(path) = path {
            command.arg(name).arg(workspace::absolute(path)?);
        }
    }
    for (name, number) in [
        ("--count", options.count),
        ("--seconds", options.seconds),
        ("--seed", options.seed),
    ] {
        command.arg(name).arg(number.to_string());
    }
    if options.write {
        command.arg("--write");
    }
    process::run(&mut command)
}
