use super::Millis;
use crate::json::record;

/// What a page says about itself. Absent means that the page does not say.
///
/// All addresses are absolute http(s) (icons may be small `data:` urls); all text is NFC, in one
/// line, without control characters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageMetadata {
    /// The page's own title.
    pub title: Option<String>,
    /// The title to show (without the site's name, the headline where known), where it differs.
    pub display_title: Option<String>,
    /// A summary.
    pub description: Option<String>,
    /// The card's image.
    pub image: Option<Image>,
    /// The site's icon.
    pub icon: Option<String>,
    /// The site's name.
    pub site_name: Option<String>,
    /// The author or authors, in one line.
    pub author: Option<String>,
    /// When it was published: ISO 8601, as exact as the page says.
    pub published: Option<String>,
    /// When it was changed last: ISO 8601.
    pub modified: Option<String>,
    /// The language: a BCP 47 tag.
    pub language: Option<String>,
    /// The canonical address.
    pub canonical: Option<String>,
    /// What it is: `article`, `video`, `product`, `pdf`, ...
    pub kind: Option<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// The theme colour, as CSS.
    pub theme_color: Option<String>,
    /// Feeds.
    pub feeds: Vec<String>,
    /// The address that answered, where it is not the one that was asked.
    pub final_url: Option<String>,
    /// The HTTP status.
    pub status: Option<u16>,
    /// The media type, where it is not HTML.
    pub media_type: Option<String>,
    /// The size in bytes, where it is a file.
    pub size: Option<u64>,
    /// The encoding that the page was read in: a WHATWG name.
    pub charset: Option<String>,
    /// When the page was read.
    pub fetched: Option<Millis>,
}

record!(PageMetadata {
    unless_blank: title, display_title = "displayTitle", description, image, icon, site_name = "siteName",
        author, published, modified, language, canonical, kind = "type", keywords,
        theme_color = "themeColor", feeds, final_url = "finalUrl", status, media_type = "mediaType",
        size, charset, fetched;
});

/// An image that a page declares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub url: String,
    /// Its width in pixels.
    pub width: Option<u32>,
    /// Its height in pixels.
    pub height: Option<u32>,
    /// What it shows.
    pub alt: Option<String>,
}

record!(Image {
    always: url;
    unless_blank: width, height, alt;
});
