//! Who wrote it.

use super::facts::Facts;
use super::source::Source;
use super::table;
use crate::page::text::shown;

const NAME_LENGTH: usize = 200;
const COUNT: usize = 12;

/// The author or authors of the first source that names any, in one line.
pub(super) fn line(facts: &Facts<'_>) -> Option<String> {
    table::AUTHOR.iter().find_map(|&source| {
        let mut names: Vec<String> = Vec::new();
        for name in facts.values(source).iter().filter_map(|name| name_of(name)) {
            if !names.contains(&name) && names.len() < COUNT {
                names.push(name);
            }
        }
        // Microdata and links name the authors of comments, too: the first is the page's.
        if matches!(source, Source::Item(_) | Source::Element(_)) {
            names.truncate(1);
        }
        (!names.is_empty()).then(|| names.join(", "))
    })
}

/// A name to show; none for the address of a profile or a mailbox.
fn name_of(written: &str) -> Option<String> {
    let name = shown(written, NAME_LENGTH)?;
    let is_address = name.contains("://")
        || name.starts_with("//")
        || name.starts_with("www.")
        || (name.contains('@') && !name.contains(' '));
    (!is_address).then_some(name)
}
