//! Reads saved pages with the core, and writes what they say: one JSON object a line.

use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde_json::Value;

mod browser;
mod native;
mod row;
mod source;

pub use source::{Job, Want, cases, index};

/// What to read, and where to write.
#[derive(Args)]
pub struct Options {
    /// An index of pages: one JSON object a line with `id`, `url` (or null), `http_charset` or
    /// `http_content_type` (or null)
    #[arg(long, requires = "html")]
    index: Option<PathBuf>,
    /// The folder that holds `<id>.html`
    #[arg(long)]
    html: Option<PathBuf>,
    /// A list of small cases: a JSON array of objects with `name` and `html`
    #[arg(long, conflicts_with = "index")]
    heads: Option<PathBuf>,
    /// The file to write
    #[arg(long)]
    out: PathBuf,
    /// Read no more of each page than a card needs, as a save does; else all that it says
    #[arg(long)]
    card: bool,
    /// With an index: what the tags of each whole page say, in the form of `--heads`
    #[arg(long)]
    tags: bool,
    /// Read in headless Chromium, through the wasm that the extension ships
    #[arg(long)]
    in_browser: bool,
}

/// Where the core runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// In this process.
    Native,
    /// In headless Chromium.
    Browser,
}

/// Reads, and writes the rows.
pub fn extract(options: &Options) -> Result<()> {
    let want = match (options.tags, options.card) {
        (true, _) => Want::Tags,
        (false, true) => Want::Card,
        (false, false) => Want::Everything,
    };
    let jobs = match (&options.index, &options.html, &options.heads) {
        (Some(list), Some(folder), _) => index(list, folder, want)?,
        (_, _, Some(list)) => cases(list)?,
        _ => bail!("give --index and --html, or --heads"),
    };
    let host = if options.in_browser {
        Host::Browser
    } else {
        Host::Native
    };
    let rows = read(&jobs, host)?;

    let file = fs::File::create(&options.out)
        .with_context(|| format!("cannot write {}", options.out.display()))?;
    let mut out = BufWriter::new(file);
    for row in rows {
        writeln!(out, "{row}")?;
    }
    Ok(out.flush()?)
}

/// A row for each job, in their order.
pub fn read(jobs: &[Job], host: Host) -> Result<Vec<Value>> {
    match host {
        Host::Native => jobs.iter().map(native::read).collect(),
        Host::Browser => browser::read(jobs),
    }
}
