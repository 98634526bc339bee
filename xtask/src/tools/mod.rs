//! What the commands call: found where it is there already, installed where it is not.
//!
//! Everything that is installed for the project alone goes into `.tools/` and
//! `tests/node_modules/`; the environment variable `URLINK_TOOLS` names another folder than
//! `.tools/`, to share it between several copies of the project.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context as _, Result};

use crate::workspace;

pub mod chromium;
mod debian;
pub mod node;
pub mod python;
pub mod rust;

/// The folder of the tools that the project installs for itself.
fn folder() -> PathBuf {
    env::var_os("URLINK_TOOLS").map_or_else(|| workspace::root().join(".tools"), PathBuf::from)
}

/// `PATH`, with the project's own tools and npm packages first.
pub fn path() -> Result<OsString> {
    let own = [folder().join("bin"), node::packages().join(".bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(env::split_paths(&inherited));
    env::join_paths(all).context("PATH cannot be extended")
}

/// Says what is installed and why.
fn announce(what: &str, why: &str) {
    println!("installing {what}: {why}");
}

/// The first program of these names on `PATH`.
fn find_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| {
        env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|candidate| is_program(candidate))
    })
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| meta.is_file())
}
