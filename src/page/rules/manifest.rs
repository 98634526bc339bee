//! The icon that a web app manifest declares (W3C Web Application Manifest, `icons`).
//!
//! A page only points to its manifest. Where it declares no other icon, the manifest's address
//! stands for the icon's, and whoever fetches the icon asks [`icon`] which it is.

use serde_json::Value;

use super::icon::fitness;
use super::urls::Addresses;

/// The address of the icon to show, of a manifest that was read at `url`; none where it declares
/// none that may be shown.
///
/// Of the icons that may serve `any` purpose, the one whose size fits a card best; else one that
/// may be masked. Silhouettes (`monochrome`) never.
///
/// ```
/// # use urlink::page::manifest_icon;
/// let manifest = r#"{"icons": [{"src": "small.png", "sizes": "16x16"}, {"src": "good.png", "sizes": "96x96"}]}"#;
/// let icon = manifest_icon(manifest, "https://e.example/app/site.webmanifest");
/// assert_eq!(icon.as_deref(), Some("https://e.example/app/good.png"));
/// ```
#[must_use]
pub fn icon(manifest: &str, url: &str) -> Option<String> {
    let manifest: Value = serde_json::from_str(manifest.trim_start_matches('\u{feff}')).ok()?;
    let addresses = Addresses::new(url, None);
    let mut icons: Vec<(u32, &str)> = manifest
        .get("icons")?
        .as_array()?
        .iter()
        .filter_map(|icon| Some((score(icon)?, icon.get("src")?.as_str()?)))
        .collect();
    icons.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    icons.into_iter().find_map(|(_, src)| addresses.web(src))
}

/// How well an icon fits; none where it is a silhouette.
fn score(icon: &Value) -> Option<u32> {
    let text = |key| icon.get(key).and_then(Value::as_str).unwrap_or_default();
    let purposes = text("purpose").to_ascii_lowercase();
    let may = |purpose| purposes.split_ascii_whitespace().any(|one| one == purpose);
    let penalty = if purposes.trim().is_empty() || may("any") {
        0
    } else if may("maskable") {
        // Its edge may be empty: worse than any that is made to be shown whole.
        10_000
    } else {
        return None;
    };
    Some((10_000 + fitness(Some(text("sizes")), Some(text("type")), false)).saturating_sub(penalty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_that_fits_a_card_is_chosen() {
        for (icons, expected) in [
            (
                r#"{"src":"a.png","sizes":"48x48"},{"src":"b.png","sizes":"64x64"},{"src":"c.png","sizes":"512x512"}"#,
                Some("b.png"),
            ),
            (
                r#"{"src":"a.png","sizes":"512x512"},{"src":"b.png","sizes":"192x192"}"#,
                Some("b.png"),
            ),
            (
                r#"{"src":"a.png","sizes":"64x64","purpose":"maskable"},{"src":"b.png","sizes":"16x16"}"#,
                Some("b.png"),
            ),
            (
                r#"{"src":"a.png","sizes":"16x16"},{"src":"b.png","sizes":"72x72","purpose":"maskable any"}"#,
                Some("b.png"),
            ),
            (
                r#"{"src":"a.png","sizes":"64x64","purpose":"monochrome"}"#,
                None,
            ),
            (
                r#"{"src":"a.png","purpose":"monochrome"},{"src":"b.png","purpose":"maskable"}"#,
                Some("b.png"),
            ),
            (
                r#"{"src":"javascript:0","sizes":"64x64"},{"src":"b.png","sizes":"16x16"}"#,
                Some("b.png"),
            ),
            (r#"{"sizes":"64x64"}, 7"#, None),
            (r#"{"src":"a.png"}"#, Some("a.png")),
            ("", None),
        ] {
            let manifest = format!("{{\"name\":\"The Mill\",\"icons\":[{icons}]}}");
            let expected = expected.map(|name| format!("https://mill.example/app/{name}"));
            assert_eq!(
                icon(&manifest, "https://mill.example/app/m.json"),
                expected,
                "{icons}"
            );
        }
        for broken in [
            "",
            "[]",
            "{\"icons\":7}",
            "<!doctype html>",
            "{\"icons\":[{\"src\":\"a.png\"",
        ] {
            assert_eq!(icon(broken, "https://mill.example/"), None, "{broken}");
        }
    }
}
