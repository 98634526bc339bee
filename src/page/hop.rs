//! Pages that only lead to another: an immediate refresh, a frame that holds the article.

use super::head::Head;
use super::rules::Addresses;

/// A page with more text of its own than this is not only its frame.
const OWN_TEXT: usize = 400;

/// A page with less text than this has none.
const FRAME_TEXT: usize = 50;

/// The address that holds the page, where this one does not.
pub(super) fn next(head: &Head, url: &str) -> Option<String> {
    let addresses = Addresses::new(url, head.base.as_deref());
    refresh(head, &addresses)
        .or_else(|| frame(head, &addresses, url))
        .filter(|next| without_fragment(next) != without_fragment(url))
}

/// The target of an immediate `<meta http-equiv=refresh>` (HTML Standard 4.2.5.3).
fn refresh(head: &Head, addresses: &Addresses<'_>) -> Option<String> {
    let content = head.metas.iter().find_map(|meta| {
        let kind = meta.http_equiv.as_deref()?;
        kind.trim_ascii()
            .eq_ignore_ascii_case("refresh")
            .then_some(meta.content.as_deref()?)
    })?;
    addresses.web(immediate_target(content)?)
}

/// The address in `0;url=...`; none where the refresh waits longer than a second.
fn immediate_target(content: &str) -> Option<&str> {
    let content = content.trim_ascii_start();
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let is_immediate = match content.get(..digits)? {
        "" => content.starts_with('.'),
        seconds => seconds.parse::<u32>().is_ok_and(|seconds| seconds <= 1),
    };
    let rest = content
        .get(digits..)?
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let rest = rest.trim_ascii_start();
    let rest = rest
        .strip_prefix([';', ','])
        .unwrap_or(rest)
        .trim_ascii_start();
    let named = rest
        .get(..3)
        .filter(|name| name.eq_ignore_ascii_case("url"));
    let rest = named
        .and_then(|_| rest.get(3..)?.trim_ascii_start().strip_prefix('='))
        .unwrap_or(rest)
        .trim_ascii_start();
    let target = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest.get(1..)?.split(quote).next()?,
        _ => rest,
    };
    (is_immediate && !target.is_empty()).then_some(target)
}

/// The frame that holds the article: the main one of a frameset, or the only frame of its own
/// site on a page without text (as blogs of Naver are built).
fn frame(head: &Head, addresses: &Addresses<'_>, url: &str) -> Option<String> {
    let is_main = |name: Option<&str>| {
        name.is_some_and(|name| {
            let name = name.to_ascii_lowercase();
            ["main", "content", "body"]
                .iter()
                .any(|word| name.contains(word))
        })
    };
    let (framesets, inline): (Vec<_>, Vec<_>) =
        head.frames.iter().partition(|frame| frame.is_frameset);
    if let Some(last) = framesets.last() {
        let main = framesets
            .iter()
            .find(|frame| is_main(frame.name.as_deref()))
            .unwrap_or(last);
        return addresses.web(&main.src);
    }
    if head.text_length > OWN_TEXT {
        return None;
    }
    let mut own = inline.iter().filter_map(|frame| {
        let address = addresses.web(&frame.src)?;
        (host(&address) == host(url)).then_some((is_main(frame.name.as_deref()), address))
    });
    let first = own.next()?;
    let rest: Vec<_> = own.collect();
    if first.0 || (rest.is_empty() && head.text_length < FRAME_TEXT) {
        return Some(first.1);
    }
    rest.into_iter()
        .find(|(is_main, _)| *is_main)
        .map(|(_, address)| address)
}

fn host(url: &str) -> Option<&str> {
    url.split_once("://")?.1.split(['/', '?', '#']).next()
}

fn without_fragment(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refresh_is_followed_where_it_is_immediate() {
        for (content, target) in [
            ("0;url=/next", Some("/next")),
            (
                "0; URL = 'https://e.example/a b'",
                Some("https://e.example/a b"),
            ),
            ("1, /next", Some("/next")),
            ("0.5;url=/next", Some("/next")),
            ("0", None),
            ("300;url=/again", None),
            ("soon;url=/next", None),
        ] {
            assert_eq!(immediate_target(content), target, "{content}");
        }
    }

    #[test]
    fn only_what_holds_the_page_is_followed() {
        let text = "The miller's diary, which stands here in full. ".repeat(20);
        for (html, target) in [
            (
                "<meta http-equiv=refresh content='0;url=/b'>".to_owned(),
                Some("/b"),
            ),
            (
                "<META HTTP-EQUIV=Refresh CONTENT='0; URL=b.html'>".to_owned(),
                Some("/b.html"),
            ),
            // A page that asks scripts to take it elsewhere does so for those that run none.
            (
                "<noscript><meta http-equiv=refresh content='0;url=/b'></noscript>".to_owned(),
                None,
            ),
            (
                "<meta http-equiv=refresh content='0;url=/a#top'>".to_owned(),
                None,
            ),
            (
                "<meta http-equiv=refresh content='0;url=javascript:go()'>".to_owned(),
                None,
            ),
            ("<meta http-equiv=refresh content='60'>".to_owned(), None),
            (
                "<iframe id=mainFrame src=/b></iframe>".to_owned(),
                Some("/b"),
            ),
            ("<iframe src=/b></iframe>".to_owned(), Some("/b")),
            (format!("<p>{text}</p><iframe src=/b></iframe>"), None),
            (
                "<iframe src=https://video.example/embed></iframe>".to_owned(),
                None,
            ),
            (
                "<iframe src=/ad></iframe><iframe src=/log></iframe>".to_owned(),
                None,
            ),
            (
                "<iframe src=/ad></iframe><iframe name=contentFrame src=/b></iframe>".to_owned(),
                Some("/b"),
            ),
            (
                "<frameset cols='20%,*'><frame src=/menu><frame name=main src=/b></frameset>"
                    .to_owned(),
                Some("/b"),
            ),
            (
                "<frameset><frame src=/menu><frame src=/b></frameset>".to_owned(),
                Some("/b"),
            ),
        ] {
            let next = next(&Head::of(&html), "https://mill.example/a");
            let expected = target.map(|path| format!("https://mill.example{path}"));
            assert_eq!(next, expected, "{html}");
        }
    }
}
