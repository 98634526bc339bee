//! The paragraphs of a page's own text: the first describes a page that does not describe itself,
//! and a page that has several is no wall and no error.

use crate::page::junk::PROSE;
use crate::page::text::lossy;

/// More than a description needs.
const LENGTH_LIMIT: usize = 2 * 1024;

/// Shorter ones are bylines and labels. A character of ASCII counts one, any other two,
/// a blank none.
const WIDTH: usize = 64;

/// What notices say that are not the page's text, in lower case.
const NOTICES: &[&str] = &[
    "cookie",
    "쿠키",
    "クッキー",
    "javascript",
    "자바스크립트",
    "copyright",
    "©",
    "&copy;",
    "all rights reserved",
    "무단전재",
    "무단 전재",
    "your browser",
    "adblock",
    "ad blocker",
    "newsletter",
];

/// So many are enough.
const COUNT_LIMIT: usize = PROSE;

/// Looks for paragraphs of prose.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    /// How many elements are open that stand aside.
    aside: usize,
    is_open: bool,
    count: usize,
    is_link: bool,
    text: String,
    /// How much of the text is links.
    linked: usize,
}

impl Paragraphs {
    /// How many there were.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// A start tag: gives the text, still encoded, of the paragraph that it ends.
    pub(super) fn start(&mut self, tag: &[u8]) -> Option<String> {
        if self.count >= COUNT_LIMIT {
            return None;
        }
        if self.is_open {
            match tag {
                b"a" => self.is_link = true,
                b"br" => self.text.push(' '),
                _ => {}
            }
        }
        let is_aside = is_aside(tag);
        self.aside += usize::from(is_aside);
        let ended = (is_aside || is_block(tag)).then(|| self.close()).flatten();
        self.is_open |= tag == b"p" && self.aside == 0 && self.count < COUNT_LIMIT;
        ended
    }

    /// An end tag: the same.
    pub(super) fn end(&mut self, tag: &[u8]) -> Option<String> {
        if self.count >= COUNT_LIMIT {
            return None;
        }
        if is_aside(tag) {
            self.aside = self.aside.saturating_sub(1);
        }
        match tag {
            b"a" => {
                self.is_link = false;
                None
            }
            _ if is_block(tag) => self.close(),
            _ => None,
        }
    }

    pub(super) fn text(&mut self, text: &[u8]) {
        let room = LENGTH_LIMIT.saturating_sub(self.text.len());
        if !self.is_open || room == 0 {
            return;
        }
        let text = lossy(text.get(..room).unwrap_or(text));
        if self.is_link {
            self.linked += text.len();
        }
        self.text.push_str(&text);
    }

    fn close(&mut self) -> Option<String> {
        let linked = std::mem::take(&mut self.linked);
        self.is_link = false;
        if !std::mem::take(&mut self.is_open) {
            return None;
        }
        let text = std::mem::take(&mut self.text);
        let is_found = linked * 2 < text.len() && is_prose(&text);
        self.count += usize::from(is_found);
        is_found.then_some(text)
    }
}

/// Whether an element's paragraphs are not the page's text.
fn is_aside(tag: &[u8]) -> bool {
    matches!(
        tag,
        b"nav" | b"header" | b"footer" | b"aside" | b"form" | b"dialog" | b"figure" | b"button"
    )
}

/// Whether an element ends a paragraph without its end tag (HTML Standard 13.2.6.4.7).
#[rustfmt::skip]
fn is_block(tag: &[u8]) -> bool {
    matches!(
        tag,
        b"p" | b"div" | b"ul" | b"ol" | b"dl" | b"table" | b"blockquote" | b"section"
            | b"article" | b"main" | b"h1" | b"h2" | b"h3" | b"h4" | b"pre" | b"hr"
    )
}

/// Whether a text is long enough, has a sentence, and is no notice.
fn is_prose(text: &str) -> bool {
    let width: usize = text
        .split_ascii_whitespace()
        .flat_map(str::chars)
        .map(|character| 1 + usize::from(!character.is_ascii()))
        .sum();
    if width < WIDTH || !text.contains(['.', '!', '?', '。', '！', '？', '…']) {
        return false;
    }
    let lower = text.to_lowercase();
    !NOTICES.iter().any(|notice| lower.contains(notice))
}

#[cfg(test)]
mod tests {
    use super::COUNT_LIMIT;
    use crate::page::Head;
    use crate::page::head::ItemKind;

    fn found(body: &str) -> Option<String> {
        let head = Head::of(body);
        let mut items = head.items.into_iter();
        items
            .find(|item| item.kind == ItemKind::Paragraph)
            .map(|item| item.text)
    }

    const PROSE_TEXT: &str = "The kettle sings long before it boils, and whoever has waited for it \
        at six in the morning knows the exact note that comes last.";

    #[test]
    fn the_first_paragraph_of_the_text_is_found() {
        for before in [
            "",
            "<p>By A. Writer, 31 May",
            "<nav><p>Home. Find all the pages that we have made here since we began to make them, in one long list.</p></nav>",
            "<header><p>The daily paper of the valley, which is read at every table, has a slogan. Here it stands.</p></header>",
            "<aside><form><p>Write to us. We answer every letter that comes, though it may take more than a week in summer.</p></form></aside>",
            "<p>We use cookies to make this site better. Some are needed, others are not, and you may choose which.</p>",
            "<p>쿠키를 사용하여 더 나은 서비스를 제공합니다. 계속 이용하시면 동의하는 것으로 간주합니다. 자세한 내용을 보세요.</p>",
            "<p><a href=/1>First of the stories. It is long and tells of a kettle.</a> <a href=/2>Second of them, longer yet.</a> and more</p>",
            "<p>© The valley's daily paper and those who write for it. Ask before you copy more than a line or two.</p>",
            "<template><p>What a template holds is not shown. It waits for a script that may never come to fetch it.</p></template>",
        ] {
            let page = format!("<body>{before}<p>{PROSE_TEXT}<p>More.</body>");
            assert_eq!(found(&page).as_deref(), Some(PROSE_TEXT), "{before}");
        }
    }

    #[test]
    fn paragraphs_are_counted_as_far_as_it_matters() {
        for (written, counted) in [(0, 0), (3, 3), (9, COUNT_LIMIT)] {
            let page = format!("<p>{PROSE_TEXT}</p>").repeat(written);
            assert_eq!(Head::of(&page).prose, counted);
        }
    }

    #[test]
    fn what_is_no_prose_is_not_taken() {
        for body in [
            "<p>Short. Very.</p>",
            "<p>a list of words without an end and without any mark that would make it a sentence or two of them</p>",
            "<div>The text of a page that has no paragraphs at all is not looked for. It may be anything, a menu even.</div>",
        ] {
            assert_eq!(found(body), None, "{body}");
        }
    }

    #[test]
    fn a_letter_of_hangul_is_wider() {
        let text = "주전자는 끓기 훨씬 전부터 노래를 시작하고, 아침 여섯 시에 그것을 기다려 본 사람은 마지막 음을 안다.";
        assert_eq!(found(&format!("<p>{text}</p>")).as_deref(), Some(text));
    }
}
