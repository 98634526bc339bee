//! `tests/bench/ui`: the popup and the manager are used with made-up libraries.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::tools::{chromium, node};
use crate::{build, process, workspace};

/// How much of it.
#[derive(Args)]
pub struct Options {
    /// How many links the libraries have, one number after another
    #[arg(long, value_name = "N,N,...", default_value = "1000,10000,100000")]
    links: String,

    /// How often, each time in a browser that has just started
    #[arg(long, default_value_t = 3)]
    rounds: u32,

    /// Makes up the links
    #[arg(long, default_value_t = 1)]
    seed: u32,

    /// Where to write everything that was measured
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Writes the table into README.md
    #[arg(long)]
    write: bool,
}

/// Fills libraries, and uses them.
pub fn ui(options: &Options) -> Result<()> {
    build::build(&build::Options::default())?;
    let browser = chromium::require()?;
    node::require_packages(&workspace::tests().join("bench"))?;
    let mut command = node::command();
    command
        .arg("bench/ui/main.js")
        .arg("--browser")
        .arg(browser);
    command.arg("--links").arg(&options.links);
    for (name, number) in [("--rounds", options.rounds), ("--seed", options.seed)] {
        command.arg(name).arg(number.to_string());
    }
    if let Some(path) = &options.json {
        command.arg("--json").arg(workspace::absolute(path)?);
    }
    if options.write {
        command.arg("--write");
    }
    process::run(&mut command)
}
