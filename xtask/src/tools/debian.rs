//! Packages of the system, where we may install them: Debian and its kin, as root.

use std::path::Path;
use std::process::Command;
use std::sync::Once;

use anyhow::Result;

use crate::process;

/// Whether [`install`] can work here.
pub fn may_install() -> bool {
    Path::new("/etc/debian_version").exists() && is_root()
}

/// Whether we are the superuser.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}

/// Installs packages by apt.
pub fn install(packages: &[&str]) -> Result<()> {
    static UPDATE: Once = Once::new();
    let mut updated = Ok(());
    UPDATE.call_once(|| updated = process::run(apt().args(["update", "-qq"])));
    updated?;
    process::run(
        apt()
            .args(["install", "-y", "-qq", "--no-install-recommends"])
            .args(packages),
    )
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
