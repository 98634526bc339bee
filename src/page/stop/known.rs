//! What is known of a page while it arrives: not the values, but from where they are known.

use crate::page::scan::Element;

/// How well a field is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    #[default]
    No,
    /// From a source that others go before.
    Somehow,
    /// From the best source, or as good as from it.
    Best,
}

/// What is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) title: Said,
    pub(super) description: Said,
    pub(super) image: Said,
    pub(super) icon: Said,
    pub(super) site_name: Said,
    pub(super) canonical: Said,
    pub(super) language: Said,
    pub(super) date: Said,
    pub(super) author: Said,
    pub(super) headline: Said,
    /// How many paragraphs of prose there were.
    pub(super) prose: usize,
    /// Whether the title may be a wall's or an error's.
    pub(super) is_suspect: bool,
    pub(super) kind: Kind,
}

/// What a page is, as far as it matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Unknown,
    Website,
    /// Of something that has a date and an author.
    Article,
}

impl Said {
    pub(super) fn learn(&mut self, said: Self) {
        *self = said.max(*self);
    }
}

impl Known {
    /// What a card shows, by how well the worst known of it is.
    pub(super) fn card(&self) -> Said {
        [
            self.title,
            self.description,
            self.image,
            self.icon,
            self.site_name,
            self.canonical,
            self.language,
        ]
        .into_iter()
        .min()
        .unwrap_or_default()
    }

    pub(super) fn is_signed(&self) -> bool {
        self.date > Said::No && self.author > Said::No
    }
}

impl Known {
    pub(super) fn html(&mut self, element: &Element<'_>) {
        if element
            .attribute("lang")
            .is_some_and(|lang| !lang.is_empty())
        {
            self.language.learn(Said::Best);
        }
    }

    pub(super) fn meta(&mut self, name: &str, content: &[u8]) {
        let (field, said) = match name {
            "og:title" => (&mut self.title, Said::Best),
            "twitter:title" => (&mut self.title, Said::Somehow),
            "og:description" => (&mut self.description, Said::Best),
            "twitter:description" | "description" => (&mut self.description, Said::Somehow),
            "og:image" | "og:image:url" | "og:image:secure_url" => (&mut self.image, Said::Best),
            "twitter:image" | "twitter:image:src" => (&mut self.image, Said::Somehow),
            "og:site_name" => (&mut self.site_name, Said::Best),
            "application-name"
            | "apple-mobile-web-app-title"
            | "al:ios:app_name"
            | "al:android:app_name"
            | "publisher"
            | "dc.publisher"
            | "dcterms.publisher"
            | "citation_journal_title" => (&mut self.site_name, Said::Somehow),
            "og:url" => (&mut self.canonical, Said::Somehow),
            "og:locale" => (&mut self.language, Said::Somehow),
            "article:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "publishdate"
            | "og:pubdate"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "parsely-pub-date"
            | "sailthru.date"
            | "citation_publication_date" => (&mut self.date, Said::Somehow),
            "author" | "article:author" | "dc.creator" | "byl" | "parsely-author"
            | "sailthru.author"
                if memchr::memmem::find(content, b"://").is_none() =>
            {
                (&mut self.author, Said::Somehow)
            }
            "og:type" => {
                self.kind = if content.eq_ignore_ascii_case(b"website") {
                    Kind::Website
                } else {
                    Kind::Article
                };
                return;
            }
            _ => return,
        };
        field.learn(said);
    }

    pub(super) fn link(&mut self, element: &Element<'_>) {
        let rel = element.attribute("rel").unwrap_or_default();
        for token in rel.split(u8::is_ascii_whitespace) {
            match token.to_ascii_lowercase().as_slice() {
                b"icon" | b"apple-touch-icon" | b"apple-touch-icon-precomposed" => {
                    self.icon.learn(Said::Best);
                }
                b"canonical" => self.canonical.learn(Said::Best),
                _ => {}
            }
        }
    }

    /// What a JSON-LD block seems to say, without reading it.
    pub(super) fn json_ld(&mut self, text: &[u8]) {
        let says = |key: &str| memchr::memmem::find(text, key.as_bytes()).is_some();
        if says("Article\"") || says("Posting\"") {
            self.kind = Kind::Article;
        }
        for (field, keys, said) in [
            (
                &mut self.date,
                ["\"datePublished\"", "\"uploadDate\""].as_slice(),
                Said::Best,
            ),
            (&mut self.author, &["\"author\""], Said::Best),
            (&mut self.title, &["\"headline\""], Said::Somehow),
            (
                &mut self.image,
                &["\"image\"", "\"thumbnailUrl\""],
                Said::Somehow,
            ),
            (
                &mut self.site_name,
                &["\"publisher\"", "\"WebSite\""],
                Said::Somehow,
            ),
        ] {
            if keys.iter().copied().any(says) {
                field.learn(said);
            }
        }
    }

    /// An element of the body.
    pub(super) fn captured(&mut self, name: &str, attributes: &[(&'static str, Vec<u8>)]) {
        match name {
            "h1" => self.headline.learn(Said::Best),
            "time" => self.date.learn(Said::Somehow),
            _ => {}
        }
        for (attribute, value) in attributes {
            match (*attribute, value.to_ascii_lowercase().as_slice()) {
                ("itemprop", b"datepublished") => self.date.learn(Said::Best),
                ("itemprop" | "rel", b"author") => self.author.learn(Said::Somehow),
                ("itemprop", b"description") => self.description.learn(Said::Somehow),
                ("itemprop", b"image") => self.image.learn(Said::Somehow),
                _ => {}
            }
        }
    }
}
