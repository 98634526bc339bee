//! The extension as the store gets it: one folder and one archive, from the one source.

use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::build::{self, Options};
use crate::tools::node;
use crate::{process, workspace};

/// Builds, and writes the archive for the store into cargo's output folder.
pub fn package() -> Result<ExitCode> {
    build::build(&Options::default())?;
    let folder = workspace::target()?.join("package");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    let script = workspace::tests().join("package/main.js");
    process::run(node::command().arg(script).arg(&folder))?;
    Ok(ExitCode::SUCCESS)
}
