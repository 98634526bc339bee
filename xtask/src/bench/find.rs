//! `tests/bench/find`: a search is typed in the extension, in a library of made-up links.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::tools::{chromium, node};
use crate::{build, process, workspace};

/// How much of it.
#[derive(Args)]
pub struct Options {
    /// How many links the library has
    #[arg(long, default_value_t = 100_000)]
    links: u32,

    /// Makes up the links
    #[arg(long, default_value_t = 1)]
    seed: u32,

    /// Where to write everything that was measured
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Fills a library, and types.
pub fn find(options: &Options) -> Result<()> {
    build::build(&build::Options::default())?;
    let browser = chromium::require()?;
    node::require_packages(&workspace::tests().join("bench"))?;
    let mut command = node::command();
    command
        .arg("bench/find/main.js")
        .arg("--browser")
        .arg(browser);
    for (name, number) in [("--links", options.links), ("--seed", options.seed)] {
        command.arg(name).arg(number.to_string());
    }
    if let Some(path) = &options.json {
        command.arg("--json").arg(workspace::absolute(path)?);
    }
    process::run(&mut command)
}
