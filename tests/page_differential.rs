//! Our tokenizer against html5ever, on random documents of a grammar of tokens that are hard to
//! tell apart. Seeded: a failure names its seed.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::cast_possible_truncation,
    reason = "any bits of a random number will do"
)]

mod oracle;

use oracle::tags;
use urlink::page::Head;

/// How many documents a run makes: some seconds' worth.
const DOCUMENTS: u64 = 20_000;

/// A small generator of our own, so that a seed means the same document everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % sides
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices
            .get(self.roll(choices.len()))
            .copied()
            .unwrap_or_default()
    }
}

const SPACES: &[&str] = &[" ", "\n", "\t", "\r\n", "\u{c}", "/", " / ", "  "];
const NAMES: &[&str] = &[
    "meta", "META", "link", "Link", "base", "title", "TITLE", "script", "SCRIPT", "style",
    "textarea", "noscript", "iframe", "xmp", "noembed", "noframes", "html", "head", "body", "p",
    "div", "b", "br", "span", "a", "li", "h1", "template", "metax", "titlex", "scripty", "x-y",
];
const FOREIGN: &[&str] = &[
    "svg",
    "math",
    "foreignObject",
    "desc",
    "title",
    "path",
    "g",
    "mi",
    "annotation-xml",
    "meta",
    "link",
    "script",
    "style",
    "p",
    "div",
    "font",
    "svg",
    "title",
];
const ATTRIBUTES: &[&str] = &[
    "name",
    "NAME",
    "property",
    "content",
    "Content",
    "charset",
    "http-equiv",
    "rel",
    "href",
    "type",
    "lang",
    "itemprop",
    "x",
    "é",
    "⚡",
    "=",
    "\"",
    "a=b",
    "encoding",
    "color",
    "value",
];
const VALUES: &[&str] = &[
    "v",
    "application/ld+json",
    "Application/LD+JSON; charset=utf-8",
    "a b",
    "a>b",
    "a<b",
    "&amp;",
    "&copy",
    "&copy=1",
    "?a=1&copy=2&lang=en",
    "&#150;",
    "&#x110000;",
    "&#0;",
    "&quot;x&quot;",
    "/a/b",
    "https://e.example/x",
    "é한글",
    "`",
    "",
    "a\r\nb",
    "a\0b",
    "'",
    "&",
    "&notit;",
    "text/html",
    "&nosuch;",
    "&lt",
    "&#39",
    "&ampamp;",
    "canonical",
    "&NotEqualTilde;",
    "\u{a0}x\u{a0}",
];
const TEXTS: &[&str] = &[
    "a",
    " ",
    "\n",
    "<",
    "</",
    "<!",
    "<!-",
    "<3",
    "&",
    "&amp;",
    "&lt;",
    "-->",
    "--!>",
    "--",
    "-",
    ">",
    "]]>",
    "<?php echo '>' ?>",
    "<![CDATA[",
    "</>",
    "</ x>",
    "<!doctype html>",
    "\0",
    "é한글",
    "<!--",
    "<!---->",
    "<!-->",
    "<!--->",
    "<!----!>",
    "<!-- x --!>",
    "<!--<!-->",
    "<!-x>",
    "'",
    "\"",
    "{\"a\":\"b\"}",
    "<script>",
    "</script>",
    "<script ",
    "</script/",
    "<!--<script>",
    "</title>",
    "</TITLE >",
    "</title\n>",
    "</style>",
    "</textarea>",
    "</noscript>",
    "</svg>",
    "&hellip;",
    "&#8217;",
    "\r",
    "\r\n",
    "&#13;",
    "=",
];

fn tag(dice: &mut Dice, names: &[&'static str], out: &mut String) {
    out.push('<');
    if dice.roll(4) == 0 {
        out.push('/');
    }
    out.push_str(dice.pick(names));
    for _ in 0..dice.roll(5) {
        out.push_str(dice.pick(SPACES));
        out.push_str(dice.pick(ATTRIBUTES));
        match dice.roll(6) {
            0 => {}
            1 => {
                out.push('=');
                out.push_str(dice.pick(VALUES));
            }
            2 => {
                out.push_str(" = \"");
                out.push_str(&dice.pick(VALUES).replace('"', ""));
                out.push('"');
            }
            3 => {
                out.push_str("='");
                out.push_str(&dice.pick(VALUES).replace('\'', ""));
                out.push('\'');
            }
            4 => out.push_str("=\""),
            _ => {
                out.push_str("=\"");
                out.push_str(&dice.pick(VALUES).replace('"', ""));
                out.push('"');
            }
        }
    }
    if dice.roll(6) == 0 {
        out.push_str(dice.pick(&["/", " /", "  "]));
    }
    if dice.roll(30) != 0 {
        out.push('>');
    }
}

fn document(seed: u64, with_foreign: bool) -> String {
    let mut dice = Dice(seed);
    let mut out = String::new();
    for _ in 0..=dice.roll(14) {
        match dice.roll(3) {
            0 => out.push_str(dice.pick(TEXTS)),
            1 if with_foreign => tag(&mut dice, FOREIGN, &mut out),
            _ => tag(&mut dice, NAMES, &mut out),
        }
    }
    out
}

fn differing(seeds: impl Iterator<Item = u64>, with_foreign: bool) -> Vec<u64> {
    seeds
        .filter(|&seed| {
            let text = document(seed, with_foreign);
            tags(Head::of(&text)) != oracle::head_of(&text)
        })
        .collect()
}

fn show(seeds: &[u64], with_foreign: bool) -> String {
    let shown = seeds.iter().take(5).map(|&seed| {
        let text = document(seed, with_foreign);
        let (ours, theirs) = (tags(Head::of(&text)), oracle::head_of(&text));
        format!("seed {seed}: {text:?}\n  ours   {ours:?}\n  theirs {theirs:?}\n")
    });
    shown.collect()
}

#[test]
fn random_documents_read_as_html5ever_reads_them() {
    let wrong = differing(0..DOCUMENTS, false);
    assert!(
        wrong.is_empty(),
        "{} differ\n{}",
        wrong.len(),
        show(&wrong, false)
    );
}

/// In drawings the tree's shape matters, which a tokenizer only follows in outline: nearly all
/// documents agree, and that share is held.
#[test]
fn random_drawings_read_nearly_always_as_html5ever_reads_them() {
    let wrong = differing(0..DOCUMENTS, true);
    assert!(
        wrong.len() as u64 * 10_000 <= DOCUMENTS,
        "{} differ\n{}",
        wrong.len(),
        show(&wrong, true)
    );
}
