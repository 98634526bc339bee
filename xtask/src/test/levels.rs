//! The levels, from the quickest to the slowest.

use std::fmt;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;

use super::hosts;
use super::tally::Tally;
use crate::process::{self, show_and_keep};
use crate::tools::{self, chromium, node, rust};
use crate::{build, workspace};

/// The suites in `tests` that run in a browser: `worker` in a service worker, the others in a
/// window.
const BROWSER_SUITES: [&str; 6] = ["address", "browser", "calendar", "host", "page", "worker"];

/// What a suite may take in a browser, in seconds: a machine may have others to serve.
const PATIENCE: &str = "120";

/// A level of the tests.
#[derive(Clone, Copy, ValueEnum)]
pub enum Level {
    /// The form of the Rust sources
    Format,
    /// The lints of the Rust sources, for both targets
    Clippy,
    /// The native tests
    Rust,
    /// The tests of the core in a browser: in a window and in a service worker
    Wasm,
    /// What the core reads in Chromium, beside what it reads natively
    Hosts,
    /// The types of the JavaScript sources
    Types,
    /// The form and the lints of the JavaScript sources
    Lint,
    /// The tests of the JavaScript sources, and of the layers
    Js,
    /// The unpacked extension in a real browser
    E2e,
}

impl Level {
    /// What it is for, in a few words.
    pub fn description(self) -> String {
        let value = self.to_possible_value();
        let help = value.and_then(|value| value.get_help().map(ToString::to_string));
        help.unwrap_or_default()
    }

    /// Runs it.
    pub fn run(self) -> Result<Tally> {
        match self {
            Self::Format => check(workspace::cargo().args(["fmt", "--all", "--check"])),
            Self::Clippy => clippy(),
            Self::Rust => native(),
            Self::Wasm => browser(),
            Self::Hosts => hosts::own(),
            Self::Types => types(),
            Self::Lint => lint(),
            Self::Js => javascript(),
            Self::E2e => end_to_end(),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.to_possible_value();
        formatter.write_str(value.as_ref().map_or("", |value| value.get_name()))
    }
}

fn check(command: &mut Command) -> Result<Tally> {
    Ok(Tally::of_check(process::status(command)?.success()))
}

fn clippy() -> Result<Tally> {
    rust::require_wasm_target()?;
    let deny = ["--", "-D", "warnings"];
    let mut native = workspace::cargo();
    native.args(["clippy", "--quiet", "--workspace", "--all-targets"]);
    let mut browser = workspace::cargo();
    browser.args([
        "clippy",
        "--quiet",
        "--package=urlink",
        "--package=urlink-probe",
        "--lib",
        "--target",
        rust::TARGET,
    ]);
    Ok(check(native.args(deny))? + check(browser.args(deny))?)
}

fn native() -> Result<Tally> {
    let transcript = show_and_keep(workspace::cargo().args([
        "test",
        "--quiet",
        "--workspace",
        "--no-fail-fast",
    ]))?;
    Ok(Tally::of_rust(&transcript))
}

/// `wasm-pack test`.
fn browser() -> Result<Tally> {
    rust::require_wasm_target()?;
    rust::require_wasm_bindgen()?;
    let wasm_pack = rust::require_wasm_pack()?;
    let settings = webdriver_settings()?;
    let driver = chromium::require_driver()?;
    let mut total = Tally::default();
    for suite in BROWSER_SUITES {
        let transcript = show_and_keep(
            Command::new(&wasm_pack)
                .args(["test", "--headless", "--chrome", "--mode=no-install"])
                .arg("--chromedriver")
                .arg(&driver)
                .args([".", "--test", suite])
                .current_dir(workspace::root())
                .env("PATH", tools::path()?)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
                .env("WASM_BINDGEN_TEST_TIMEOUT", PATIENCE),
        )?;
        total = total + Tally::of_rust(&transcript).or_failure_if_empty();
    }
    Ok(total)
}

/// Tells the driver which browser to start.
fn webdriver_settings() -> Result<std::path::PathBuf> {
    let browser = chromium::require()?;
    let settings = serde_json::json!({ "goog:chromeOptions": { "binary": browser } });
    let path = workspace::scratch()?.join("webdriver.json");
    fs::write(&path, settings.to_string())?;
    Ok(path)
}

fn types() -> Result<Tally> {
    build::build(&build::Options::default())?;
    let tsc = node::program("typescript/bin/tsc");
    let mut total = Tally::default();
    for project in ["tsconfig.json", "tsconfig.node.json", "tsconfig.wasm.json"] {
        total = total + check(node::command().arg(&tsc).args(["--project", project]))?;
    }
    Ok(total)
}

fn lint() -> Result<Tally> {
    node::require()?;
    let biome = node::program("@biomejs/biome/bin/biome");
    check(node::command().arg(biome).args([
        "ci",
        "--colors=off",
        "--error-on-warnings",
        ".",
        "../extension",
    ]))
}

fn javascript() -> Result<Tally> {
    build::build(&build::Options::default())?;
    let mut command = node::command();
    command.args(["--test", "--test-reporter=spec"]);
    let transcript = show_and_keep(command.current_dir(workspace::tests().join("js")))?;
    Ok(Tally::of_node(&transcript))
}

fn end_to_end() -> Result<Tally> {
    build::build(&build::Options::default())?;
    let report = workspace::scratch()?.join("e2e.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let playwright = node::program("@playwright/test/cli.js");
    let status = process::status(
        node::command()
            .arg(playwright)
            .args(["test", "--config=e2e/playwright.config.js"])
            .env("CHROME", chromium::require()?)
            .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report),
    )?;
    let Ok(report) = fs::read_to_string(&report) else {
        bail!("Playwright left no report: it ended with {status}");
    };
    Tally::of_playwright(&report, status.success()).context("Playwright's report")
}
