//! `tests/bench/save`: the extension and others save the same urls in turns.

use anyhow::Result;
use clap::Args;

use super::Common;
use crate::process;

/// How much of it.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    common: Common,

    /// How many urls to save, one number after another
    #[arg(long, value_name = "N,N,...", default_value = "13,100,400,1000,10000")]
    sizes: String,

    /// How often; of more than 1,000 urls once
    #[arg(long, default_value_t = 3)]
    rounds: u32,
}

/// Lets the savers of urls race.
pub fn save(options: &Options) -> Result<()> {
    let mut command = options.common.prepare("bench/save/main.js")?;
    command.arg("--sizes").arg(&options.sizes);
    command.arg("--rounds").arg(options.rounds.to_string());
    process::run(&mut command)
}
