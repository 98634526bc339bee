//! The card's image, with what is said of it.

use super::source::{Facts, Source, has_token};
use super::table;
use super::urls::Addresses;
use crate::model::Image;
use crate::page::head::Meta;
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
    for meta in &facts.head.metas {
        let Some(content) = meta.content.as_deref().or(meta.value.as_deref()) else {
            continue;
        };
        if is(meta, "og:image") {
            if let Some(url) = addresses.web(content) {
                images.push(Image {
                    url,
                    ..Image::default()
                });
            }
        } else if is(meta, "og:image:url") || is(meta, "og:image:secure_url") {
            if let (true, Some(url)) = (images.is_empty(), addresses.web(content)) {
                images.push(Image {
                    url,
                    ..Image::default()
                });
            }
        } else if let Some(image) = images.last_mut() {
            let pixels = || content.trim_ascii().trim_end_matches("px").parse().ok();
            if is(meta, "og:image:width") {
                image.width = image.width.or_else(pixels);
            } else if is(meta, "og:image:height") {
                image.height = image.height.or_else(pixels);
            } else if is(meta, "og:image:alt") && image.alt.is_none() {
                image.alt = shown(content, ALT_LENGTH);
            }
        }
    }
    images.into_iter().next()
}

fn is(meta: &Meta, key: &str) -> bool {
    has_token(meta.property.as_deref(), key) || has_token(meta.name.as_deref(), key)
}

fn twitter_alt(facts: &Facts<'_>, source: Source) -> Option<String> {
    matches!(source, Source::Meta(key) if key.starts_with("twitter:"))
        .then(|| facts.values(Source::Meta("twitter:image:alt")))
        .and_then(|values| values.iter().find_map(|value| shown(value, ALT_LENGTH)))
}
