//! What the extension loads: the core, compiled, bound, optimised, and within its budget; and one
//! script for each page and the worker.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use anyhow::{Context as _, Result};
use clap::Args;

use crate::tools::{node, rust};
use crate::{process, workspace};

/// What the wasm may weigh, in bytes: as it is, and as a browser would download it.
const RAW_BUDGET: usize = 400_000;
const BROTLI_BUDGET: usize = 130_000;

const FILES: [&str; 4] = [
    "urlink.js",
    "urlink.d.ts",
    "urlink_bg.wasm",
    "urlink_bg.wasm.d.ts",
];

/// What rustc emits for the target, so that the optimiser accepts it.
const WASM_OPT: [&str; 8] = [
    "-O3",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// How to build.
#[derive(Args, Default)]
pub struct Options {
    /// Builds fast, without optimising: for trying things out
    #[arg(long)]
    dev: bool,
}

/// Builds `extension/wasm`, unless it is what a build would give, and `extension/built`.
pub fn build(options: &Options) -> Result<()> {
    node::require()?;
    build_core(options)?;
    process::run(node::command().arg("package/build.js"))
}

fn build_core(options: &Options) -> Result<()> {
    rust::require_wasm_target()?;
    let wasm_bindgen = rust::require_wasm_bindgen()?;
    let compiled = compile("urlink", options.dev)?;
    let output = workspace::extension().join("wasm");
    let scratch = workspace::scratch()?;
    let stamp = scratch.join("wasm.stamp");
    let wanted = fingerprint(&compiled, &output)?;
    if fs::read_to_string(&stamp).is_ok_and(|built| Some(&built) == wanted.as_ref()) {
        return Ok(());
    }

    println!("building extension/wasm");
    let fresh = scratch.join("wasm");
    bind(&wasm_bindgen, &compiled, &fresh)?;
    if !options.dev {
        optimise(&fresh.join("urlink_bg.wasm"))?;
        weigh(&fresh.join("urlink_bg.wasm"))?;
    }
    fs::create_dir_all(&output).context("cannot make extension/wasm")?;
    for file in FILES {
        fs::copy(fresh.join(file), output.join(file))
            .with_context(|| format!("cannot write extension/wasm/{file}"))?;
    }
    let built = fingerprint(&compiled, &output)?.context("the build has no output")?;
    fs::write(stamp, built).context("cannot write the stamp of the build")
}

/// Builds the core with what `tests/probe` exports beside it, and gives the folder. Never shipped:
/// not optimised either.
pub fn build_probe() -> Result<PathBuf> {
    rust::require_wasm_target()?;
    let wasm_bindgen = rust::require_wasm_bindgen()?;
    let folder = workspace::scratch()?.join("probe");
    bind(&wasm_bindgen, &compile("urlink-probe", true)?, &folder)?;
    Ok(folder)
}

/// Writes the JavaScript of a compiled crate and its wasm, both named `urlink`, into a folder.
fn bind(wasm_bindgen: &Path, compiled: &Path, folder: &Path) -> Result<()> {
    process::run(
        Command::new(wasm_bindgen)
            .args(["--target=web", "--out-name=urlink"])
            // A core that has trapped is thrown away for a new one.
            .args(["--experimental-reset-state-function", "--out-dir"])
            .arg(folder)
            .arg(compiled),
    )
}

/// Compiles a package, and gives the path of its wasm.
fn compile(package: &str, dev: bool) -> Result<PathBuf> {
    let mut cargo = workspace::cargo();
    cargo.args([
        "build",
        "--quiet",
        "--lib",
        "--package",
        package,
        "--target",
        rust::TARGET,
    ]);
    if !dev {
        cargo.arg("--release");
    }
    process::run(&mut cargo)?;
    let profile = if dev { "debug" } else { "release" };
    Ok(workspace::target()?
        .join(rust::TARGET)
        .join(profile)
        .join(package.replace('-', "_"))
        .with_extension("wasm"))
}

/// What tells whether the output belongs to what was compiled; none where there is no output.
fn fingerprint(compiled: &Path, output: &Path) -> Result<Option<String>> {
    let mut hasher = DefaultHasher::new();
    let code = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    code.hash(&mut hasher);
    WASM_OPT.hash(&mut hasher);
    workspace::locked_version("wasm-bindgen")?.hash(&mut hasher);
    for file in FILES {
        match fs::read(output.join(file)) {
            Ok(bytes) => bytes.hash(&mut hasher),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context("cannot read extension/wasm"),
        }
    }
    Ok(Some(format!("{:016x}", hasher.finish())))
}

fn optimise(wasm: &Path) -> Result<()> {
    let wasm_opt = node::program("binaryen/bin/wasm-opt");
    process::run(
        node::command()
            .arg(wasm_opt)
            .args(WASM_OPT)
            .arg("--output")
            .arg(wasm)
            .arg(wasm),
    )
}

/// Says what the wasm weighs, beside what it may.
fn weigh(wasm: &Path) -> Result<()> {
    let raw = usize::try_from(fs::metadata(wasm)?.len())?;
    let script = "zlib.brotliCompressSync(fs.readFileSync(process.argv[1])).length";
    let brotli = process::read(node::command().args(["--print", script]).arg(wasm))?;
    let brotli: usize = brotli.trim().parse().context("node gave no size")?;
    println!(
        "the core weighs {} KB of {} ({} KB of {} as brotli)",
        raw.div_ceil(1000),
        RAW_BUDGET / 1000,
        brotli.div_ceil(1000),
        BROTLI_BUDGET / 1000
    );
    Ok(())
}
