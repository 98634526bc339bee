//! `tests/bench/save`: the extension and others save the same urls in turns.

use anyhow::Result;
use clap::Args;

use super::Common;
use crate::tools::python;
use crate::{process, workspace};

/// How much of it.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    common: Common,

    /// How many urls to save, one number after another
    #[arg(long, value_name = "N,N,...", default_value = "13,100,400,1000,10000")]
    sizes: String,

    /// How often; more than 1,000 urls once, and crawlers once
    #[arg(long, default_value_t = 3)]
    rounds: u32,

    /// With so many links in the library, 1,000 urls are saved as well
    #[arg(long, value_name = "N,N,...", default_value = "10000,100000")]
    libraries: String,

    /// Without crawlers: nobody but the extension and what a browser can do at least
    #[arg(long)]
    alone: bool,

    /// Without the pages that a person opens while links are saved
    #[arg(long)]
    no_visits: bool,
}

/// Lets the savers of urls race.
pub fn save(options: &Options) -> Result<()> {
    let mut command = options.common.prepare("bench/save/main.js")?;
    command.arg("--sizes").arg(&options.sizes);
    command.arg("--rounds").arg(options.rounds.to_string());
    command.arg("--libraries").arg(&options.libraries);
    if !options.no_visits {
        command.arg("--visits");
    }
    if !options.alone {
        let requirements = workspace::tests().join("bench/crawlers/requirements.txt");
        command.arg("--python").arg(python::require(&requirements)?);
    }
    process::run(&mut command)
}
