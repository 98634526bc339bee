//! The project's commands: `cargo xtask run`, `cargo xtask test`, `cargo xtask build`.
//!
//! # Layout
//! | module | what it is for |
//! |---|---|
//! | [`workspace`] | where things are |
//! | [`process`] | running other programs |
//! | [`tools`] | finding, and where need be installing, what the commands call |
//! | [`build`] | the core, as the extension loads it |
//! | [`bench`] | how fast it is, against others |
//! | [`extract`] | what the core reads in saved pages |
//! | [`fuzz`] | what holds of any bytes |
//! | [`package`] | the extension as the store gets it |
//! | [`run`] | the extension in a browser |
//! | [`simulate`] | the engine in a world where everything goes wrong |
//! | [`test`] | every test at every level |

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod bench;
mod build;
mod extract;
mod fuzz;
mod package;
mod process;
mod run;
mod simulate;
mod test;
mod tools;
mod workspace;

/// The project's commands. Each installs what it misses, and says so.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds, then opens a browser with the extension; unattended: saves a list of urls
    Run(run::Options),
    /// Runs every test at every level; the last line says `N passed, N failed`
    Test(test::Options),
    /// Tells stories of the engine in a world where everything goes wrong, each from its seed
    Simulate(simulate::Options),
    /// Builds what the extension loads: extension/wasm and extension/built
    Build(build::Options),
    /// Reads saved pages, and writes what they say, one JSON object a line
    Extract(extract::Options),
    /// Looks for bytes that break what reads them: minutes of it, in development
    Fuzz(fuzz::Options),
    /// Builds, and packs the extension for the store: no permission is warned of at install
    Package,
    /// Measures, side by side with others
    #[command(subcommand)]
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    match execute(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Result<ExitCode> {
    match command {
        Command::Run(options) => run::run(&options),
        Command::Test(options) => Ok(test::test(&options)),
        Command::Build(options) => build::build(&options).map(|()| ExitCode::SUCCESS),
        Command::Package => package::package(),
        Command::Simulate(options) => simulate::simulate(&options),
        Command::Bench(bench) => bench::bench(&bench).map(|()| ExitCode::SUCCESS),
        Command::Fuzz(options) => fuzz::fuzz(&options).map(|()| ExitCode::SUCCESS),
        Command::Extract(options) => extract::extract(&options).map(|()| ExitCode::SUCCESS),
    }
}
