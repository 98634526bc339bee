//! The engine in a world where everything goes wrong: millions of stories, each from its seed.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::{process, workspace};

/// Which stories.
#[derive(Args)]
pub struct Options {
    /// How many, on all cores
    #[arg(long, default_value_t = 1_000_000)]
    seeds: u64,
    /// The seed of the first one
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// One and nothing else: to replay what a failure named
    #[arg(long, conflicts_with_all = ["seeds", "from"])]
    seed: Option<u64>,
}

/// Tells them. The first that ends badly ends the command, and says its seed.
pub fn simulate(options: &Options) -> Result<ExitCode> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--package=urlink"]);
    cargo.args(["--test=engine_simulation", "--", "--nocapture"]);
    cargo.env("URLINK_FROM", options.from.to_string());
    cargo.env("URLINK_SEEDS", options.seeds.to_string());
    cargo.env_remove("URLINK_SEED");
    if let Some(seed) = options.seed {
        cargo.env("URLINK_SEED", seed.to_string());
    }
    Ok(if process::status(&mut cargo)?.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
