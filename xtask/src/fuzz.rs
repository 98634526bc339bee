//! Fuzzing what reads strangers' bytes: the targets of `tests/fuzz`, by `cargo fuzz`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};

use crate::tools::{self, rust};
use crate::{process, workspace};

/// The longest input that is tried.
const LONGEST: &str = "-max_len=1024";

/// Few and short inputs that together reach everything that was reached.
const MERGE: [&str; 4] = [
    "-set_cover_merge=1",
    "-use_counters=0",
    "-use_cmp=0",
    "-max_len=100",
];

/// Counts the steps of the core, for the target that holds them to be linear; the counters stand
/// in a file that mirrors them at every moment.
const COUNTED: &str = "-Cinstrument-coverage -Cllvm-args=-runtime-counter-relocation";

/// What to fuzz.
#[derive(Args)]
pub struct Options {
    /// The target; without it, each in turn
    target: Option<Target>,

    /// For how long, each
    #[arg(long, default_value_t = 60)]
    seconds: u32,

    /// Adds what reached something new to the inputs that are kept, as few of them as will do
    #[arg(long)]
    keep: bool,
}

/// A target in `tests/fuzz/targets`.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Target {
    /// The tokenizer, and `tl` behind it
    Tags,
    /// The tokenizer, beside html5ever
    Spec,
    /// The encoding of a page
    Charset,
    /// JSON-LD
    JsonLd,
    /// An answer of any kind, to what it says
    Page,
    /// The steps that reading takes: linear
    Steps,
}

impl Target {
    fn name(self) -> Result<String> {
        let value = self.to_possible_value().context("a target has a name")?;
        Ok(value.get_name().to_owned())
    }

    /// Whose inputs it shares: those of both are texts of pages.
    fn corpus(self) -> Self {
        match self {
            Self::Spec => Self::Tags,
            other => other,
        }
    }
}

/// Fuzzes; fails at the first input for which something does not hold, and says where it is.
pub fn fuzz(options: &Options) -> Result<()> {
    rust::require_cargo_fuzz()?;
    let targets = match &options.target {
        Some(target) => std::slice::from_ref(target),
        None => Target::value_variants(),
    };
    for target in targets {
        let (target, corpus) = (target.name()?, target.corpus().name()?);
        let (target, corpus) = (target.as_str(), corpus.as_str());
        println!("fuzzing {target}");
        let found = folder(workspace::scratch()?.join("fuzz").join(target))?;
        let kept = folder(sources().join("corpus").join(corpus))?;
        let time = format!("-max_total_time={}", options.seconds);
        let mut fuzzing = run(target)?;
        process::run(fuzzing.args([&found, &kept]).args(["--", LONGEST, &time]))?;
        if options.keep {
            let mut merging = run(target)?;
            process::run(merging.args([&kept, &found]).arg("--").args(MERGE))?;
        }
    }
    Ok(())
}

/// `cargo fuzz run`, on the stable tool chain: a sanitizer would need another, and finds nothing
/// where nothing is unsafe.
fn run(target: &str) -> Result<Command> {
    let mut command = workspace::cargo();
    command
        .args(["fuzz", "run", "--sanitizer=none", "--fuzz-dir"])
        .arg(sources())
        .arg("--target-dir")
        .arg(workspace::target()?.join("fuzz"))
        .arg(target);
    let flags = env::var("RUSTFLAGS").unwrap_or_default();
    command.env("RUSTFLAGS", format!("{flags} {COUNTED}"));
    command.env(
        "LLVM_PROFILE_FILE",
        workspace::scratch()?.join("steps%c.profraw"),
    );
    command.env("PATH", tools::path()?);
    Ok(command)
}

fn sources() -> PathBuf {
    workspace::tests().join("fuzz")
}

fn folder(path: PathBuf) -> Result<PathBuf> {
    fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
    Ok(path)
}
