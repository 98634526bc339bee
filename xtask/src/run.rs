//! The extension in a browser.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::tools::{chromium, node};
use crate::{build, process, workspace};

/// What to run.
#[derive(Args)]
pub struct Options {
    /// Without a window: saves the urls, shows what became of each, and ends. Where there is no
    /// display, it is so anyway
    #[arg(long)]
    headless: bool,

    /// The urls to save, one a line; without it, the project's own sample pages
    #[arg(long, value_name = "FILE")]
    urls: Option<PathBuf>,

    /// The browser's profile, kept; without it, one to throw away
    #[arg(long, value_name = "DIR")]
    profile: Option<PathBuf>,

    /// Where to write the picture of the manager
    #[arg(long, value_name = "FILE")]
    screenshot: Option<PathBuf>,

    /// The language of the browser
    #[arg(long, value_name = "LANGUAGE", value_parser = ["en", "ko"])]
    lang: Option<String>,
}

/// Builds the extension and starts the browser with it.
pub fn run(options: &Options) -> Result<ExitCode> {
    if let Some(urls) = &options.urls
        && !urls.is_file()
    {
        bail!("{} is not a file", urls.display());
    }
    build::build(&build::Options::default())?;
    let browser = chromium::require()?;

    let mut command = node::command();
    command.arg("run/main.js").arg("--browser").arg(browser);
    if options.headless || !has_display() {
        command.arg("--headless");
    }
    for (name, path) in [
        ("--urls", &options.urls),
        ("--profile", &options.profile),
        ("--screenshot", &options.screenshot),
    ] {
        if let Some(path) = path {
            command.arg(name).arg(workspace::absolute(path)?);
        }
    }
    if let Some(language) = &options.lang {
        command.args(["--lang", language]);
    }
    let status = process::status(&mut command)?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Whether a window can be shown.
fn has_display() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
