//! The core in this process.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use serde_json::Value;
use urlink::page::{BodyEnd, Demand, Depth, PageReader, ResponseHead};

use super::row::{self, Read};
use super::source::{Job, Want};

/// The row of a job.
pub(super) fn read(job: &Job) -> Result<Value> {
    match job {
        Job::Case { name, html } => Ok(row::tags(
            name,
            urlink_probe::tags(html.as_bytes(), "utf-8"),
        )),
        Job::Page {
            id,
            file,
            url,
            content_type,
            want,
        } => {
            let bytes = bytes_of(file)?;
            let read = page(&bytes, url, content_type, *want);
            if *want != Want::Tags {
                return Ok(row::page(id, &read, bytes.len()));
            }
            let label = read.metadata.charset.unwrap_or_default();
            Ok(row::tags(id, urlink_probe::tags(&bytes, &label)))
        }
    }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn page(bytes: &[u8], url: &str, content_type: &str, want: Want) -> Read {
    let head = ResponseHead {
        url: url.to_owned(),
        status: 200,
        content_type: Some(content_type.to_owned()),
        ..ResponseHead::default()
    };
    let depth = if want == Want::Card {
        Depth::Card
    } else {
        Depth::Everything
    };
    let start = Instant::now();
    let mut reader = PageReader::with_depth(head, depth);
    let mut pulled = 0;
    for chunk in bytes.chunks(PageReader::SLICE) {
        pulled += chunk.len();
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    let reading = reader.finish(BodyEnd::Complete);
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    Read {
        metadata: reading.metadata,
        problem: reading.problem,
        next: reading.next,
        left_out: reading.left_out.map(|left_out| *left_out),
        pulled,
        ms,
    }
}
