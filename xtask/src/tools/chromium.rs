//! Chromium and its driver.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{announce, debian, find_on_path, is_program};
use crate::process;

/// The names under which Chromium is installed. Chrome itself is not among them: it no longer
/// loads an unpacked extension from the command line.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "chromium.exe"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromedriver.exe"];
const PLACES: [&str; 3] = [
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/usr/lib/chromium/chromium",
];
const DRIVER_PLACES: [&str; 2] = [
    "/usr/lib/chromium/chromedriver",
    "/snap/bin/chromium.chromedriver",
];

/// The browser; a font for Korean is seen to as well.
pub fn require() -> Result<PathBuf> {
    let browser = require_program("CHROME", &NAMES, &PLACES, "Chromium", "chromium")?;
    require_korean_font()?;
    Ok(browser)
}

/// The program through which `wasm-pack test` drives the browser.
pub fn require_driver() -> Result<PathBuf> {
    require_program(
        "CHROMEDRIVER",
        &DRIVERS,
        &DRIVER_PLACES,
        "ChromeDriver",
        "chromium-driver",
    )
}

fn require_program(
    variable: &str,
    names: &[&str],
    places: &[&str],
    what: &str,
    package: &str,
) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        if is_program(&path) {
            return Ok(path);
        }
        bail!("{variable} is {}, which is not a program", path.display());
    }
    let find = || {
        let usual = places
            .iter()
            .map(PathBuf::from)
            .find(|path| is_program(path));
        find_on_path(names).or(usual)
    };
    if let Some(path) = find() {
        return Ok(path);
    }
    if debian::may_install() {
        announce(package, &format!("{what} is not on PATH"));
        debian::install(&[package])?;
        if let Some(path) = find() {
            return Ok(path);
        }
    }
    bail!(
        "{what} was not found: please install it (on Debian and Ubuntu: apt-get install {package}), \
         or say where it is in the environment variable {variable}"
    )
}

/// Without a font, Korean would be boxes on every screenshot. Only where we may install one.
fn require_korean_font() -> Result<()> {
    if !debian::may_install() || Path::new("/usr/share/fonts/opentype/noto").is_dir() {
        return Ok(());
    }
    let listed = process::read(Command::new("fc-list").arg(":lang=ko")).unwrap_or_default();
    if listed.trim().is_empty() {
        announce("fonts-noto-cjk", "there is no font for Korean");
        debian::install(&["fonts-noto-cjk"])?;
    }
    Ok(())
}
