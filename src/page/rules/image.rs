//! The card's image, with what is said of it.

use super::facts::{Facts, content};
use super::first;
use super::source::Source;
use super::table;
use super::urls::Addresses;
use crate::model::Image;
use crate::page::text::shown;

const ALT_LENGTH: usize = 300;

/// The first image that is declared and has a usable address.
pub(super) fn best(facts: &Facts<'_>, addresses: &Addresses<'_>) -> Option<Image> {
    open_graph(facts, addresses).or_else(|| {
        table::IMAGE.iter().find_map(|&source| {
            let url = facts
                .values(source)
                .iter()
                .find_map(|value| addresses.web(value))?;
            Some(Image {
                url,
                alt: twitter_alt(facts, source),
                ..Image::default()
            })
        })
    })
}

/// Open Graph's arrays: `og:image` begins an image, the structured properties behind it are its
/// own. (Some pages have `og:image:url` or `og:image:secure_url` alone.)
fn open_graph(facts: &Facts<'_>, addresses: &Addresses<'_>) -> Option<Image> {
    let mut images: Vec<Image> = Vec::new();
    for (key, meta) in facts.metas(table::OPEN_GRAPH) {
        let Some(content) = content(meta) else {
            continue;
        };
        let is_image = key == "og:image"
            || images.is_empty() && matches!(key, "og:image:url" | "og:image:secure_url");
        if is_image {
            images.extend(addresses.web(content).map(|url| Image {
                url,
                ..Image::default()
            }));
        } else if let Some(image) = images.last_mut() {
            let pixels = || content.trim_ascii().trim_end_matches("px").parse().ok();
            match key {
                "og:image:width" => image.width = image.width.or_else(pixels),
                "og:image:height" => image.height = image.height.or_else(pixels),
                "og:image:alt" if image.alt.is_none() => image.alt = shown(content, ALT_LENGTH),
                _ => {}
            }
        }
    }
    images.into_iter().next()
}

fn twitter_alt(facts: &Facts<'_>, source: Source) -> Option<String> {
    matches!(source, Source::Meta(key) if key.starts_with("twitter:"))
        .then(|| first(facts, table::IMAGE_ALT, |alt| shown(alt, ALT_LENGTH)))
        .flatten()
}
