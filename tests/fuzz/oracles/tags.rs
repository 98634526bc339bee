//! The tokenizer, and `tl` behind it.

use urlink::page::{Head, HeadReader};

use super::places;

/// Elements that are open where a page is cut are written as far as they go.
const OPEN_ITEMS: usize = 6;

/// The input is the text of a page. Any split of it gives the same tags, and of a part of it come
/// the first of the tags of the whole.
///
/// # Panics
/// Where that does not hold.
pub fn tags(data: &[u8]) {
    let whole = read([data]).finish();
    assert_eq!(read(data.chunks(1)).finish(), whole, "byte by byte");
    for place in places(data, 32) {
        let (first, second) = data.split_at(place);
        assert_eq!(read([first, second]).finish(), whole, "split at {place}");
        assert_begins(&read([first]).cut(), &whole, place);
    }
}

fn read<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> HeadReader {
    let mut reader = HeadReader::default();
    for chunk in chunks {
        reader.feed(chunk);
    }
    reader
}

fn assert_begins(part: &Head, whole: &Head, place: usize) {
    let items = part.items.len().saturating_sub(OPEN_ITEMS);
    let begins = (part.title.is_none() || part.title == whole.title)
        && (part.lang.is_none() || part.lang == whole.lang)
        && (part.xml_lang.is_none() || part.xml_lang == whole.xml_lang)
        && (part.base.is_none() || part.base == whole.base)
        && whole.metas.starts_with(&part.metas)
        && whole.links.starts_with(&part.links)
        && whole.json_ld.starts_with(&part.json_ld)
        && whole.frames.starts_with(&part.frames)
        && part
            .items
            .get(..items)
            .is_some_and(|items| whole.items.starts_with(items))
        && part.text_length <= whole.text_length
        && part.scripts <= whole.scripts;
    assert!(
        begins,
        "cut at {place}\n  part  {part:?}\n  whole {whole:?}"
    );
}
