//! The wasm target, `wasm-bindgen`, `wasm-pack` and `cargo-fuzz`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::{announce, folder};
use crate::{process, workspace};

/// The target that the extension is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The version of wasm-pack that the project is tested with.
const WASM_PACK: &str = "0.15.1";

/// The version of cargo-fuzz that the project is tested with.
const CARGO_FUZZ: &str = "0.13.2";

/// Makes sure that Rust can compile for the browser.
pub fn require_wasm_target() -> Result<()> {
    if has_wasm_target()? {
        return Ok(());
    }
    announce(TARGET, "Rust's library for the browser is missing");
    process::run(Command::new("rustup").args(["target", "add", TARGET])).context(
        "please install Rust by rustup (https://rustup.rs), or the rust-std of wasm32-unknown-unknown",
    )
}

fn has_wasm_target() -> Result<bool> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.current_dir(workspace::root());
    let folder = process::read(command.args(["--print=target-libdir", "--target", TARGET]))?;
    Ok(Path::new(folder.trim()).is_dir())
}

/// The `wasm-bindgen` command, of the very version of the crate: they must agree.
pub fn require_wasm_bindgen() -> Result<PathBuf> {
    require(
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &workspace::locked_version("wasm-bindgen")?,
    )
}

/// The `wasm-pack` command.
pub fn require_wasm_pack() -> Result<PathBuf> {
    require("wasm-pack", "wasm-pack", WASM_PACK)
}

/// The `cargo fuzz` command.
pub fn require_cargo_fuzz() -> Result<PathBuf> {
    require("cargo-fuzz", "cargo-fuzz", CARGO_FUZZ)
}

/// The program of a crate in the tools folder, installed where it is missing or of another
/// version.
fn require(program: &str, package: &str, version: &str) -> Result<PathBuf> {
    let bin = folder().join("bin");
    let path = bin.join(program).with_extension(env::consts::EXE_EXTENSION);
    let why = match version_of(&path) {
        Some(found) if found == version => return Ok(path),
        Some(found) => format!("version {version} is needed, {found} is there"),
        None => format!("version {version} is needed, none is there"),
    };
    announce(&format!("{package} into {}", bin.display()), &why);
    if process::read(install(package, version).arg("--locked")).is_err() {
        println!("the versions that {package} is locked to cannot be had: trying newer ones");
        process::run(&mut install(package, version))?;
    }
    Ok(path)
}

/// The version in the last word of `PROGRAM --version`.
fn version_of(program: &Path) -> Option<String> {
    let said = process::read(Command::new(program).arg("--version")).ok()?;
    said.split_whitespace().last().map(str::to_owned)
}

fn install(package: &str, version: &str) -> Command {
    let mut command = workspace::cargo();
    command.args([
        "install",
        "--quiet",
        "--force",
        "--version",
        version,
        "--root",
    ]);
    command.arg(folder()).arg(package);
    // The tools run for seconds: compiling them fast is worth more than fast tools.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    command.env("CARGO_PROFILE_RELEASE_LTO", "off");
    command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    command
}
