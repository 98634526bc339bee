//! What stands before the first colon.

/// The kinds of scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    /// http or https.
    Web,
    /// Any other.
    Other,
}

/// The scheme of a text, found as the URL Standard finds it (section 4.4): controls and blanks in
/// front are passed over, tabs and line breaks ignored wherever they are, case too.
pub(super) fn of(text: &str) -> Option<Scheme> {
    let name = name_of(text)?;
    if name == "http" || name == "https" {
        Some(Scheme::Web)
    } else {
        Some(Scheme::Other)
    }
}

/// The scheme's name in lower case.
pub(super) fn name_of(text: &str) -> Option<String> {
    let mut name = String::new();
    let characters = text
        .trim_start_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    for character in characters {
        match character {
            ':' if !name.is_empty() => return Some(name),
            'a'..='z' | 'A'..='Z' => name.push(character.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !name.is_empty() => name.push(character),
            _ => return None,
        }
        // No scheme in use is longer; a line of junk is not copied.
        if name.len() > 64 {
            return None;
        }
    }
    None
}

/// Schemes that browsers and the links in them use, which a title in front of an address is not
/// taken for.
const OTHERS: &[&str] = &[
    "about",
    "android-app",
    "blob",
    "brave",
    "chrome",
    "chrome-extension",
    "chrome-search",
    "chrome-untrusted",
    "content",
    "data",
    "devtools",
    "edge",
    "extension",
    "file",
    "filesystem",
    "ftp",
    "ftps",
    "intent",
    "itms",
    "itms-apps",
    "jar",
    "javascript",
    "kakaolink",
    "kakaotalk",
    "magnet",
    "mailto",
    "market",
    "moz-extension",
    "ms-appx",
    "opera",
    "resource",
    "sftp",
    "sms",
    "ssh",
    "tel",
    "urn",
    "vbscript",
    "view-source",
    "vivaldi",
    "whale",
    "ws",
    "wss",
];

/// Whether a text is an address of a scheme that is known and not http(s), though an http address
/// may stand further back in it: `view-source:https://...`, `javascript:open('https://...')`.
///
/// `About: https://...` is not: a blank behind the colon makes it a title, save for scripts.
pub(super) fn is_known_other(text: &str) -> bool {
    let Some(name) = name_of(text) else {
        return false;
    };
    if matches!(name.as_str(), "javascript" | "vbscript") {
        return true;
    }
    let blank_follows = text
        .split_once(':')
        .is_some_and(|(_, rest)| rest.starts_with(char::is_whitespace));
    !blank_follows && OTHERS.contains(&name.as_str())
}
