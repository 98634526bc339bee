//! Running other programs: always a program and its arguments, never a shell.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, Result, bail};

/// Runs a program with our own output; fails where it cannot start or says that it failed.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("{} ended with {status}", display(command));
    }
    Ok(())
}

/// Runs a program with our own output, and gives its verdict.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start {}", display(command)))
}

/// Runs a program and gives its standard output; fails where it says that it failed.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .with_context(|| format!("cannot start {}", display(command)))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("{}: {}", display(command), complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program said while it ran.
pub struct Transcript {
    /// Whether it ended well.
    pub success: bool,
    /// Its standard output.
    pub output: String,
}

/// Runs a program whose standard output is shown as it comes, and kept.
pub fn show_and_keep(command: &mut Command) -> Result<Transcript> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", display(command)))?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        let mut shown = std::io::stdout().lock();
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            writeln!(shown, "{line}")?;
            output.push_str(&line);
            output.push('\n');
        }
    }
    let success = child.wait()?.success();
    Ok(Transcript { success, output })
}

/// A command as a person would type it.
fn display(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_a_program_says_and_its_verdict() {
        let transcript = show_and_keep(Command::new("cargo").arg("--version")).unwrap();
        assert!(transcript.success);
        assert!(transcript.output.starts_with("cargo "));
        assert!(
            !show_and_keep(Command::new("cargo").arg("--no-such-option"))
                .unwrap()
                .success
        );
    }

    #[test]
    fn names_the_program_that_is_missing() {
        let error = run(Command::new("no-such-program").arg("-x")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start no-such-program -x");
    }
}
