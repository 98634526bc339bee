//! Reads saved pages with the core, and writes what they say: one JSON object a line.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Value, json};
use urlink::host::Decoder;
use urlink::page::{BodyEnd, Demand, Depth, Head, Meta, PageReader, Reading, ResponseHead};

/// The address of a page whose index gives none.
const NOWHERE: &str = "https://unknown.example/dir/page.html";

/// What a network read gives.
const CHUNK: usize = 4 * 1024;

/// What to read, and where to write.
#[derive(Args)]
pub(crate) struct Options {
    /// An index of pages: one JSON object a line with `id`, `url` (or null), `http_charset` or
    /// `http_content_type` (or null)
    #[arg(long, requires = "html")]
    index: Option<PathBuf>,
    /// The folder that holds `<id>.html`
    #[arg(long)]
    html: Option<PathBuf>,
    /// A list of small cases: a JSON array of objects with `name` and `html`
    #[arg(long, conflicts_with = "index")]
    heads: Option<PathBuf>,
    /// The file to write
    #[arg(long)]
    out: PathBuf,
    /// Read no more of each page than a card needs, as a save does; else all that it says
    #[arg(long)]
    card: bool,
    /// With an index: what the tags of each whole page say, in the form of `--heads`
    #[arg(long)]
    tags: bool,
}

pub(crate) fn extract(options: &Options) -> Result<()> {
    let file = fs::File::create(&options.out)
        .with_context(|| format!("cannot write {}", options.out.display()))?;
    let mut out = BufWriter::new(file);
    let depth = if options.card {
        Depth::Card
    } else {
        Depth::Everything
    };
    match (&options.index, &options.html, &options.heads) {
        (Some(index), Some(html), _) => {
            for line in read(index)?.lines().filter(|line| !line.trim().is_empty()) {
                let row: Value = serde_json::from_str(line)?;
                let result = if options.tags {
                    tags_of_page(&row, html)?
                } else {
                    page(&row, html, depth)?
                };
                writeln!(out, "{result}")?;
            }
        }
        (_, _, Some(heads)) => {
            let cases: Vec<Value> = serde_json::from_str(&read(heads)?)?;
            for case in cases {
                let head = Head::of(text_of(&case, "html").unwrap_or_default());
                writeln!(out, "{}", tags(text_of(&case, "name"), &head))?;
            }
        }
        _ => bail!("give --index and --html, or --heads"),
    }
    Ok(out.flush()?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn text_of<'a>(row: &'a Value, key: &str) -> Option<&'a str> {
    row.get(key).and_then(Value::as_str)
}

fn bytes_of(row: &Value, folder: &Path) -> Result<Vec<u8>> {
    let id = text_of(row, "id").context("a row without id")?;
    let path = folder.join(format!("{id}.html"));
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// One page of an index.
fn page(row: &Value, folder: &Path, depth: Depth) -> Result<Value> {
    let bytes = bytes_of(row, folder)?;
    let content_type = text_of(row, "http_content_type").map_or_else(
        || match text_of(row, "http_charset") {
            Some(charset) => format!("text/html; charset={charset}"),
            None => "text/html".to_owned(),
        },
        str::to_owned,
    );
    let head = ResponseHead {
        url: text_of(row, "url").unwrap_or(NOWHERE).to_owned(),
        status: 200,
        content_type: Some(content_type),
        ..ResponseHead::default()
    };
    let start = Instant::now();
    let mut reader = PageReader::with_depth(head, depth);
    let mut pulled = 0;
    for chunk in bytes.chunks(CHUNK) {
        pulled += chunk.len();
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    let Reading {
        metadata,
        problem,
        next,
        left_out,
    } = reader.finish(BodyEnd::Complete);
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
    // Here it matters what the page says; `problem` tells that a card would not show it.
    let metadata = left_out.map_or(metadata, |left_out| *left_out);
    Ok(json!({
        "id": row.get("id"),
        "title": metadata.title,
        "display_title": metadata.display_title.as_ref().or(metadata.title.as_ref()),
        "description": metadata.description,
        "image": metadata.image.map(|image| image.url),
        "icon": metadata.icon,
        "site_name": metadata.site_name,
        "canonical": metadata.canonical,
        "lang": metadata.language,
        "published": metadata.published,
        "author": metadata.author,
        "charset": metadata.charset,
        "ms": milliseconds,
        "problem": problem.map(urlink::model::Problem::code),
        "next": next,
        "pulled": pulled,
        "bytes": bytes.len(),
    }))
}

/// The tags of a whole page of an index, in the encoding that the reader finds.
fn tags_of_page(row: &Value, folder: &Path) -> Result<Value> {
    let bytes = bytes_of(row, folder)?;
    let charset = page(row, folder, Depth::Everything)?;
    let mut text = String::new();
    if let Some(mut decoder) = text_decoder(&charset) {
        decoder.decode(&bytes, true, &mut text);
    }
    Ok(tags(text_of(row, "id"), &Head::of(&text)))
}

fn text_decoder(page: &Value) -> Option<Decoder> {
    Decoder::new(text_of(page, "charset")?)
}

/// Tags in the form of the small cases' expectations.
fn tags(name: Option<&str>, head: &Head) -> Value {
    let metas: Vec<Value> = head.metas.iter().filter_map(meta).collect();
    let links: Vec<Value> = head
        .links
        .iter()
        .map(|link| {
            let part = |part: &Option<String>| part.clone().unwrap_or_default();
            json!([part(&link.rel), part(&link.href), part(&link.kind)])
        })
        .collect();
    json!({
        "name": name,
        "title": head.title,
        "lang": head.lang,
        "base": head.base,
        "metas": metas,
        "links": links,
        "jsonld": head.json_ld,
    })
}

/// `["name=k", "v"]`, where it has a name and a content.
fn meta(meta: &Meta) -> Option<Value> {
    let key = [
        ("name", &meta.name),
        ("property", &meta.property),
        ("itemprop", &meta.itemprop),
        ("http-equiv", &meta.http_equiv),
    ]
    .into_iter()
    .find_map(|(kind, value)| Some(format!("{kind}={}", value.as_deref()?)))?;
    Some(json!([key, meta.content.clone().unwrap_or_default()]))
}
