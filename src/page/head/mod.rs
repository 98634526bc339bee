//! What a page's tags say, before any rule is applied.

mod canonical;
mod capture;
mod judge;
mod paragraph;
mod read;
mod stream;
mod written;

pub(super) use canonical::Canonical;
pub use stream::HeadReader;

/// The tags of a page that say something about it, in document order, character references
/// decoded, nothing interpreted.
///
/// # Limits
/// A page that goes beyond them is read in part, without a word:
/// - 2,000 tags and 512 KiB of them, and 100 tags and 256 KiB more of what a card hangs on: titles,
///   `<html>`, `<base>`, Open Graph, Twitter cards, the description, the canonical link, icons,
///   JSON-LD, headlines;
/// - of a tag 256 attributes, of a value 64 KiB; of titles the first four, each 16 KiB long;
/// - of JSON-LD 50 blocks, each up to 256 KiB (a longer one is left out: cut, it could not be
///   read), 1 MiB in all;
/// - of the body 200 elements with microdata, and 50 more headlines, times and authors; of each
///   1 KiB of text and 100 tags;
/// - of the page's own text what tells a wall from an article: 4 KiB are counted, and four
///   paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The text of the first `<title>` of HTML, ASCII whitespace stripped and collapsed.
    pub title: Option<String>,
    /// `lang` of the first `<html>` that has one.
    pub lang: Option<String>,
    /// `xml:lang` of the first `<html>` that has one.
    pub xml_lang: Option<String>,
    /// `href` of the first `<base>` that has one.
    pub base: Option<String>,
    /// Every `<meta>`.
    pub metas: Vec<Meta>,
    /// Every `<link>`.
    pub links: Vec<Link>,
    /// The text of every JSON-LD script, as written.
    pub json_ld: Vec<String>,
    /// Headlines, times, microdata and author links of the body, and its first paragraph.
    pub items: Vec<Item>,
    /// `src` of every `<frame>` and `<iframe>`, with its `id` or `name`.
    pub frames: Vec<Frame>,
    /// How much text stands outside titles, scripts and drawings, in bytes, blanks not
    /// counted; not counted on beyond 4 KiB.
    pub text_length: usize,
    /// How many `<script>`s there are.
    pub scripts: usize,
    /// How many paragraphs of prose there are, asides not counted; not counted on beyond a few.
    pub prose: usize,
    /// Whether a guard against robots is built in as its own pages have it.
    pub is_challenge: bool,
}

impl Head {
    /// Reads all of a page's text, as a browser that runs scripts would parse it.
    ///
    /// ```
    /// # use urlink::page::Head;
    /// let head = Head::of("<!----><TITLE>a &amp; b</TITLE ><meta name=k content=https://e.example/>");
    /// assert_eq!(head.title.as_deref(), Some("a & b"));
    /// assert_eq!(head.metas[0].content.as_deref(), Some("https://e.example/"));
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = HeadReader::default();
        reader.feed(text.as_bytes());
        reader.finish()
    }
}

/// A `<meta>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the attributes of HTML and RDFa")]
pub struct Meta {
    pub name: Option<String>,
    pub property: Option<String>,
    pub itemprop: Option<String>,
    pub http_equiv: Option<String>,
    pub charset: Option<String>,
    pub content: Option<String>,
    pub value: Option<String>,
    pub media: Option<String>,
}

/// A `<link>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the attributes of HTML and microdata")]
pub struct Link {
    pub rel: Option<String>,
    pub href: Option<String>,
    pub kind: Option<String>,
    pub sizes: Option<String>,
    pub media: Option<String>,
    pub itemprop: Option<String>,
}

/// An element of the body that says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the attributes of HTML and microdata")]
pub struct Item {
    pub kind: ItemKind,
    pub itemprop: Option<String>,
    pub datetime: Option<String>,
    pub content: Option<String>,
    pub rel: Option<String>,
    pub href: Option<String>,
    pub src: Option<String>,
    pub class: Option<String>,
    pub title: Option<String>,
    pub is_pubdate: bool,
    /// Its text, whitespace collapsed.
    pub text: String,
}

/// Which element an [`Item`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemKind {
    /// `<h1>`.
    Headline,
    /// `<time>`.
    Time,
    /// The first paragraph of the page's own text.
    Paragraph,
    /// Another element with `itemprop`, or a link with `rel=author`.
    #[default]
    Other,
}

/// A `<frame>` or an `<iframe>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Whether it is part of a frameset.
    pub is_frameset: bool,
    /// Its address, as written.
    pub src: String,
    /// Its `id`, else its `name`.
    pub name: Option<String>,
}
