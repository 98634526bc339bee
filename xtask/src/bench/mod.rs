//! What the project claims of its speed, measured: side by side with others, in one run.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::tools::{chromium, node};
use crate::{build, workspace};

mod extract;
mod find;
mod save;
mod ui;

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Reading pages: the core in Chromium and in Node, against `DOMParser` and the tools of npm
    Extract(extract::Options),
    /// Searching a great library as one types, in the extension in Chromium
    Find(find::Options),
    /// Saving urls, from the click to the last card: the extension in Chromium, against the least
    /// that a browser can do and against crawlers
    Save(save::Options),
    /// Using the popup and the manager: opening, scrolling, searching, moving, memory
    Ui(ui::Options),
}

/// Measures, and tells.
pub fn bench(bench: &Bench) -> Result<()> {
    match bench {
        Bench::Extract(options) => extract::extract(options),
        Bench::Find(options) => find::find(options),
        Bench::Save(options) => save::save(options),
        Bench::Ui(options) => ui::ui(options),
    }
}

/// Which pages, and where to write: the same for every benchmark.
#[derive(Args)]
struct Common {
    /// A folder of saved pages with the truth about them: `index.jsonl`, `gold.jsonl`,
    /// `html/<id>.html`; without it, the project's own sample pages, grown to real sizes
    #[arg(long, value_name = "DIR")]
    pages: Option<PathBuf>,

    /// How many of the folder's pages, chosen by the seed; 0: all
    #[arg(long, default_value_t = 300)]
    count: u32,

    /// Whatever is left to chance is the same for the same seed
    #[arg(long, default_value_t = 1)]
    seed: u32,

    /// Where to write everything that was measured
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,

    /// Writes the tables into README.md
    #[arg(long)]
    write: bool,
}

impl Common {
    /// Builds the core, installs the peers, and gives the command that lets them race.
    fn prepare(&self, script: &str) -> Result<Command> {
        build::build(&build::Options::default())?;
        let browser = chromium::require()?;
        node::require_packages(&workspace::tests().join("bench"))?;

        let mut command = node::command();
        command.arg(script).arg("--browser").arg(browser);
        for (name, path) in [("--pages", &self.pages), ("--json", &self.json)] {
            if let Some(path) = path {
                command.arg(name).arg(workspace::absolute(path)?);
            }
        }
        for (name, number) in [("--count", self.count), ("--seed", self.seed)] {
            command.arg(name).arg(number.to_string());
        }
        if self.write {
            command.arg("--write");
        }
        Ok(command)
    }
}
