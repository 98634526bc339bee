//! Node and the npm packages of `tests/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::{announce, debian, find_on_path};
use crate::{process, workspace};

/// The oldest Node that the tests run on.
const OLDEST: u32 = 20;

/// The folder of the npm packages.
pub fn packages() -> PathBuf {
    workspace::tests().join("node_modules")
}

/// The main file of an npm package's program, to be run by [`command`].
pub fn program(path: &str) -> PathBuf {
    packages().join(path)
}

/// A command that Node runs in `tests/`.
pub fn command() -> Command {
    let mut command = Command::new("node");
    command.current_dir(workspace::tests());
    command
}

/// Makes sure that Node is there, and the packages as the lock file has them.
pub fn require() -> Result<()> {
    require_node()?;
    require_packages(&workspace::tests())
}

/// Makes sure that the packages of a folder are there as its lock file has them.
pub fn require_packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let lock =
        fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let packages = folder.join("node_modules");
    let stamp = packages.join(".installed-lock.json");
    let installed = fs::read_to_string(&stamp).ok();
    if installed.as_ref() == Some(&lock) {
        return Ok(());
    }
    let why = if installed.is_some() {
        "package-lock.json has changed"
    } else {
        "there are none"
    };
    announce(&format!("npm packages into {}", packages.display()), why);
    let Some(npm) = find_on_path(&["npm", "npm.cmd"]) else {
        bail!("npm is not on PATH: please install it with Node {OLDEST} or newer");
    };
    let mut command = Command::new(npm);
    command.args(["ci", "--loglevel=error"]);
    process::run(command.current_dir(folder))?;
    fs::write(&stamp, lock).context("cannot write the stamp of the npm packages")
}

fn require_node() -> Result<()> {
    let why = match installed() {
        Some(major) if major >= OLDEST => return Ok(()),
        Some(major) => format!("Node {major} is too old"),
        None => "Node is not on PATH".to_owned(),
    };
    if debian::may_install() {
        announce("nodejs and npm", &why);
        debian::install(&["nodejs", "npm"])?;
        if installed().is_some_and(|major| major >= OLDEST) {
            return Ok(());
        }
    }
    bail!("{why}: please install Node {OLDEST} or newer, with npm")
}

/// The major version of Node, where there is one.
fn installed() -> Option<u32> {
    let version = process::read(Command::new("node").arg("--version")).ok()?;
    major(&version)
}

fn major(version: &str) -> Option<u32> {
    let (major, _) = version.strip_prefix('v')?.split_once('.')?;
    major.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node: command not found"), None);
    }
}
