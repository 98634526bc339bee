//! `tests/bench`: the shipped wasm and its peers read the same pages in turns.

use anyhow::Result;
use clap::Args;

use super::Common;
use crate::process;

/// Which pages, and where to write.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    common: Common,

    /// How long to go on measuring, once every page has been measured once
    #[arg(long, default_value_t = 200)]
    seconds: u32,
}

/// Lets the readers of pages race.
pub fn extract(options: &Options) -> Result<()> {
    let mut command = options.common.prepare("bench/main.js")?;
    command.arg("--seconds").arg(options.seconds.to_string());
    process::run(&mut command)
}
