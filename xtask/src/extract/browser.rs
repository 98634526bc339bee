//! The core in headless Chromium: `tests/extract` lets it read, and its answers become rows here.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::row;
use super::source::{Job, Want};
use crate::tools::{chromium, node};
use crate::{build, process, workspace};

/// The rows of the jobs.
pub(super) fn read(jobs: &[Job]) -> Result<Vec<Value>> {
    build::build(&build::Options::default())?;
    let probe = build::build_probe()?;
    let browser = chromium::require()?;

    let scratch = workspace::scratch()?;
    let (asked, answered) = (scratch.join("asked.jsonl"), scratch.join("answered.jsonl"));
    fs::write(&asked, lines(jobs)?).context("cannot write what is asked")?;
    let mut command = node::command();
    command.arg("extract/main.js");
    for (name, path) in [
        ("--browser", &browser),
        ("--probe", &probe),
        ("--asked", &asked),
        ("--answered", &answered),
    ] {
        command.arg(name).arg(path);
    }
    process::run(&mut command)?;

    let answers = fs::read_to_string(&answered).context("cannot read what was answered")?;
    let answers: Vec<&str> = answers.lines().collect();
    ensure!(answers.len() == jobs.len(), "an answer is missing");
    let rows = jobs.iter().zip(answers);
    rows.map(|(job, answer)| row_of(job, answer)).collect()
}

/// The jobs, as `tests/extract/main.js` takes them.
fn lines(jobs: &[Job]) -> Result<String> {
    let mut text = String::new();
    for job in jobs {
        let line = match job {
            Job::Case { name, html } => json!({ "id": name, "html": html }),
            Job::Page {
                id,
                file,
                url,
                content_type,
                want,
            } => json!({
                "id": id,
                "file": workspace::absolute(file)?,
                "url": url,
                "contentType": content_type,
                "isTags": *want == Want::Tags,
                "isEverything": *want != Want::Card,
            }),
        };
        text.push_str(&line.to_string());
        text.push('\n');
    }
    Ok(text)
}

fn row_of(job: &Job, answer: &str) -> Result<Value> {
    Ok(match job {
        Job::Case { name: id, .. }
        | Job::Page {
            id,
            want: Want::Tags,
            ..
        } => row::tags(id, serde_json::from_str(answer)?),
        Job::Page { id, file, .. } => {
            let length = fs::metadata(file)?.len();
            row::page(id, &serde_json::from_str(answer)?, usize::try_from(length)?)
        }
    })
}
