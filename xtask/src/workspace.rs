//! Where things are.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result};

use crate::process;

/// The project's top folder.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// The unpacked extension.
pub fn extension() -> PathBuf {
    root().join("extension")
}

/// The JavaScript tool chain, the browser tests, and the servers that they need.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// A path that the user gave, for a program that runs in another folder.
pub fn absolute(path: &Path) -> Result<PathBuf> {
    let folder = env::current_dir().context("the current folder is gone")?;
    Ok(folder.join(path))
}

/// A command that the same cargo runs in the project's top folder.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Cargo's output folder.
pub fn target() -> Result<PathBuf> {
    let metadata = process::read(cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"].as_str();
    folder
        .map(PathBuf::from)
        .context("cargo metadata names no target_directory")
}

/// A folder of our own inside cargo's, made where it is missing.
pub fn scratch() -> Result<PathBuf> {
    let folder = target()?.join("xtask");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).context("cannot read Cargo.lock")?;
    version_in_lock(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock has no package {package}"))
}

fn version_in_lock<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?;
    version.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn finds_the_version_of_exactly_the_package_named() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"2.0.1\"\n";
        assert_eq!(version_in_lock(lock, "a"), Some("2.0.1"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }
}
