//! A library of an earlier version becomes one of this version, once, when it is opened.

use super::ports::{Clock, Network, Random, Store};
use super::{Engine, keys};
use crate::model::{LibraryError, LinkId};

/// Records that are written at once: a write takes long where there are many keys.
const GROUP: usize = 1_000;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Gives every link the shorter id that it has since version 3, wherever it is named. What was
    /// read for searching is read anew.
    ///
    /// Each step may be done again: a worker that dies midway leaves what the next one goes on
    /// with, as the version is written last. Nothing is removed before what replaces it is stored.
    pub(super) async fn shorten_ids(&self) -> Result<(), LibraryError> {
        let gone = self.read(vec![keys::GONE.to_owned()]).await?;
        let gone = gone.get(keys::GONE).map(|json| keys::decode(json));
        let gone: Vec<String> = gone.and_then(Result::ok).unwrap_or_default();
        // What was erased does not come back under another name.
        self.store.remove(&gone).await?;
        let all = self.store.keys().await?;
        let (mut left, others): (Vec<String>, Vec<String>) =
            all.into_iter().partition(|key| keys::is_log(key));
        let naming: Vec<String> = others
            .into_iter()
            .filter(|key| keys::may_name_links(key))
            .collect();
        for group in naming.chunks(GROUP) {
            let mut written = Vec::new();
            let mut replaced = Vec::new();
            for (key, text) in self.read(group.to_vec()).await? {
                let renewed = renewed(&key, &text);
                if renewed.0 != key {
                    replaced.push(key);
                } else if renewed.1 == text {
                    continue;
                }
                written.push(renewed);
            }
            if !written.is_empty() {
                self.store.set(&written).await?;
                self.store.remove(&replaced).await?;
            }
        }
        // Its seals were written with longer hashes.
        left.push(keys::LAST_WRITE.to_owned());
        self.store.remove(&left).await?;
        self.create().await
    }
}

/// What is stored now under a key of version 2.
fn renewed(key: &str, text: &str) -> (String, String) {
    let Some(earlier) = keys::link_id(key) else {
        let is_index = key.starts_with(keys::INDEX);
        return (key.to_owned(), with_short_ids(text, is_index));
    };
    let Some(id) = LinkId::of_earlier(earlier) else {
        return (key.to_owned(), text.to_owned());
    };
    // All else in there is the page's and the person's. A text that is damaged stays as it is.
    let own = format!("\"id\":\"{earlier}\"");
    let renewed = text.replacen(&own, &format!("\"id\":\"{id}\""), 1);
    (keys::link(&id), renewed)
}

/// The text, with the ids that are whole strings in it; of the index, with those that its words
/// begin with.
fn with_short_ids(json: &str, is_index: bool) -> String {
    let before: &[char] = if is_index { &['"', ' '] } else { &['"'] };
    let pieces = json.split_inclusive(before).map(|piece| {
        let parts = piece.split_at_checked(LinkId::EARLIER_LENGTH);
        let known = parts.filter(|(_, after)| is_index || *after == "\"");
        let short = known.and_then(|(id, after)| Some((LinkId::of_earlier(id)?, after)));
        short.map_or_else(|| piece.to_owned(), |(id, after)| format!("{id}{after}"))
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARLIER: &str = "0mwsgywgt0000-21gd6tkab03fpm28";
    const NOW: &str = "0mwsgywgt000003fpm28";

    #[test]
    fn ids_are_shortened_where_they_stand_as_ids() {
        for (key, json) in [
            (
                "i:-:0",
                format!("\"{EARLIER} {EARLIER}*!^8~17 {EARLIER}!\""),
            ),
            (
                "j:1:0",
                format!("[{{\"id\":\"{EARLIER}\"}},{{\"in\":\"x\"}}]"),
            ),
            (
                "j:claims",
                format!("{{\"a\":[\"{EARLIER}\"],\"b\":{{\"{EARLIER}\":1}}}}"),
            ),
            ("r:1", format!("{{\"link\":\"{EARLIER}\"}}")),
        ] {
            let expected = json.replace(EARLIER, NOW);
            let renewed = renewed(key, &json);
            assert_eq!(renewed, (key.to_owned(), expected.clone()));
            assert_eq!(super::renewed(key, &expected), renewed, "again");
        }
    }

    #[test]
    fn what_a_person_or_a_page_says_stays_as_it_is() {
        let memo = format!("{EARLIER} \\\"{EARLIER}\\\" {EARLIER}");
        for said in [memo.as_str(), EARLIER] {
            let json = |id: &str| format!("{{\"id\":\"{id}\",\"title\":\"{said}\"}}");
            let key = format!("l:{EARLIER}");
            let expected = (format!("l:{NOW}"), json(NOW));
            assert_eq!(renewed(&key, &json(EARLIER)), expected);
            assert_eq!(renewed(&expected.0, &expected.1), expected, "again");
        }
        let said = format!("{{\"w\":{{\"m\":\"{memo}\"}}}}");
        assert_eq!(renewed("u:1:0", &said).1, said);
        let damaged = (format!("l:{EARLIER}"), format!("{{\"id\":\"{EARLIER}"));
        let kept = (format!("l:{NOW}"), damaged.1.clone());
        assert_eq!(renewed(&damaged.0, &damaged.1), kept);
    }
}
