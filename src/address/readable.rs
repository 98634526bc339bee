//! Addresses as people read them.

use super::parts::Parts;
use super::{escapes, punycode};
use crate::text::clean_line;

/// A title is no longer.
const MAX_TITLE: usize = 512;

pub(super) fn title(parts: &Parts<'_>) -> String {
    let mut title = display_host(parts.host);
    if let Some(port) = parts.port {
        title.push(':');
        title.push_str(port);
    }
    for segment in parts.path.trim_end_matches('/').split('/').skip(1) {
        title.push('/');
        match escapes::decoded(segment) {
            Some(text) => title.push_str(&text),
            None => title.push_str(segment),
        }
    }
    clean_line(&title, MAX_TITLE)
}

pub(super) fn display_host(host: &str) -> String {
    let host = host.strip_suffix('.').unwrap_or(host);
    let host = match host.strip_prefix("www.") {
        Some(rest) if rest.contains('.') => rest,
        _ => host,
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let top = unicode_label(last).and_then(|label| script_of(&label));
    let labels: Vec<String> = host
        .split('.')
        .map(|label| shown_label(label, top))
        .collect();
    labels.join(".")
}

/// A label in its own script, where it is in one that cannot be taken for another.
///
/// As browsers do (Unicode TR 39, "highly restrictive", and Chromium's IDN policy): Hangul, Han
/// and kana may stand together and with plain Latin; Cyrillic and Greek, whose letters look like
/// Latin ones, are shown only under a top-level domain of their own script.
fn shown_label(label: &str, top: Option<Script>) -> String {
    let shown = unicode_label(label).filter(|text| match script_of(text) {
        Some(Script::Latin | Script::EastAsian) => true,
        Some(script @ (Script::Cyrillic | Script::Greek)) => top == Some(script),
        None => false,
    });
    shown.unwrap_or_else(|| label.to_owned())
}

fn unicode_label(label: &str) -> Option<String> {
    label.strip_prefix("xn--").and_then(punycode::decode)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    EastAsian,
    Cyrillic,
    Greek,
}

/// The one script of a label, digits and hyphens aside; none where it is mixed, unknown, or holds
/// a character that looks like punctuation.
fn script_of(label: &str) -> Option<Script> {
    let mut script = None;
    for character in label.chars() {
        let (next, plain) = match character {
            '0'..='9' | '-' => continue,
            'a'..='z' => (Script::Latin, true),
            '\u{df}'..='\u{f6}' | '\u{f8}'..='\u{17e}' if !is_easily_overlooked(character) => {
                (Script::Latin, false)
            }
            '가'..='힣'
            | '一'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | 'ぁ'..='ゖ'
            | 'ァ'..='ヺ'
            | 'ー'
            | '々'
                if character != '丶' && character != '丿' =>
            {
                (Script::EastAsian, false)
            }
            'а'..='я' | 'ѐ'..='џ' | 'ґ' => (Script::Cyrillic, false),
            'ά'..='ώ' => (Script::Greek, false),
            _ => return None,
        };
        script = match (script, next) {
            (None, _) => Some(next),
            (Some(before), _) if before == next => Some(next),
            // Plain Latin beside the East Asian scripts.
            (Some(Script::EastAsian), Script::Latin) if plain => Some(Script::EastAsian),
            (Some(Script::Latin), Script::EastAsian) if is_plain_so_far(label) => {
                Some(Script::EastAsian)
            }
            _ => return None,
        };
    }
    if script == Some(Script::EastAsian) && has_stroke_beside_latin(label) {
        return None;
    }
    script
}

/// Latin letters that pass for a plain one, or for two.
const fn is_easily_overlooked(character: char) -> bool {
    matches!(
        character,
        'ı' | 'ĳ' | 'ĸ' | 'ł' | 'ŀ' | 'ŉ' | 'đ' | 'ħ' | 'ŧ'
    )
}

fn is_plain_so_far(label: &str) -> bool {
    !label.chars().any(|c| ('\u{df}'..='\u{17e}').contains(&c))
}

/// Kana and Han that are a single stroke pass for `/` or `-` when Latin stands around them.
fn has_stroke_beside_latin(label: &str) -> bool {
    label.contains([
        'ー', 'ノ', 'ン', 'ソ', 'ゾ', '一', 'ヘ', 'へ', 'ニ', '二', '口', 'ロ',
    ]) && label.contains(|c: char| c.is_ascii_alphabetic())
}
