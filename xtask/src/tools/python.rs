//! Python with the packages of a project's folder, in an environment of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::{announce, debian, find_on_path, folder};
use crate::process;

/// A Python that has the packages of a `requirements.txt`, and no others.
pub fn require(requirements: &Path) -> Result<PathBuf> {
    let wanted = fs::read_to_string(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    let environment = folder().join("python");
    let python = environment.join("bin/python");
    let stamp = environment.join("installed.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    announce(
        &format!("Python packages into {}", environment.display()),
        "they are not there as requirements.txt has them",
    );
    create(&environment)?;
    process::run(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet"])
            .args(["--disable-pip-version-check", "--requirement"])
            .arg(requirements),
    )?;
    fs::write(&stamp, wanted).context("cannot write the stamp of the Python packages")?;
    Ok(python)
}

/// Makes an empty environment. Debian has Python without what it takes.
fn create(environment: &Path) -> Result<()> {
    if try_to_create(environment).is_ok() {
        return Ok(());
    }
    if debian::may_install() {
        announce("python3 and python3-venv", "Python makes no environments");
        debian::install(&["python3", "python3-venv"])?;
        return try_to_create(environment);
    }
    bail!("please install Python 3.10 or newer, with its module venv")
}

fn try_to_create(environment: &Path) -> Result<()> {
    let python = find_on_path(&["python3", "python"]).context("Python is not on PATH")?;
    let mut command = Command::new(python);
    command.args(["-m", "venv", "--clear"]).arg(environment);
    process::read(&mut command).map(drop)
}
