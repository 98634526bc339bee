//! The forms of a title in which it is looked for among those of junk.

/// What stands between a title's parts.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " : ", ": ", "｜", " » ", " > ", " / ",
];

/// Words that errors are decorated with.
const FILLERS: &[&str] = &[
    "404",
    "error",
    "errors",
    "http",
    "status",
    "code",
    "oops",
    "ooops",
    "whoops",
    "uh",
    "oh",
    "sorry",
    "오류",
    "에러",
    "エラー",
    "fehler",
    "erreur",
];

/// What stands beside a site's name or in place of it has at most so many words.
const NAME_WORDS: usize = 3;
/// The same in scripts that put no blanks between words: so many letters.
const NAME_CHARS: usize = 24;

/// A title that says nothing but that the page is not there.
pub(super) const NOT_FOUND: &str = "404 not found";

/// The title's words; those of its first and of its last part, where the rest is the name of a
/// site; those without the site's names; those without what errors are decorated with.
pub(super) fn forms(title: &str, names: &[String]) -> Vec<String> {
    let whole = words(title);
    let mut forms = vec![without_names(&whole, names), whole];
    if let Some((before, after)) = split(title, false)
        && is_name(after, names)
    {
        forms.push(words(before));
    }
    if let Some((before, after)) = split(title, true)
        && is_name(before, names)
    {
        let last = words(after);
        // One word of Latin letters behind a name may be a title of its own.
        if last.contains(' ') || !last.is_ascii() || is_plain(&last) {
            forms.push(last);
        }
    }
    let plain: Vec<String> = forms.iter().filter_map(|form| undecorated(form)).collect();
    forms.extend(plain);
    forms.retain(|form| !form.is_empty());
    forms
}

/// The words in lower case, without punctuation (an apostrophe stays).
pub(super) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')) {
        if !word.is_empty() {
            if !words.is_empty() {
                words.push(' ');
            }
            for character in word.chars() {
                match character {
                    '’' => words.push('\''),
                    character if character.is_ascii() => words.push(character.to_ascii_lowercase()),
                    character => words.extend(character.to_lowercase()),
                }
            }
        }
    }
    words
}

/// The parts before and behind the first or the last separator.
fn split(title: &str, is_last: bool) -> Option<(&str, &str)> {
    let mut places = title
        .char_indices()
        .filter(|(_, character)| matches!(character, ' ' | ':' | '｜'));
    let parts = |(place, _)| {
        let (before, rest) = title.split_at_checked(place)?;
        let separated = |separator: &&str| rest.strip_prefix(*separator);
        Some((before, SEPARATORS.iter().find_map(separated)?))
    };
    if is_last {
        places.rev().find_map(parts)
    } else {
        places.find_map(parts)
    }
}

/// Whether a part of a title may be the name of a site, not a part of a headline.
fn is_name(part: &str, names: &[String]) -> bool {
    let words = words(part);
    let is_short = words.split(' ').count() <= NAME_WORDS && words.chars().count() <= NAME_CHARS;
    is_short || names.iter().any(|name| contains(&words, name))
}

fn contains(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(start, _)| {
        let is_start = words
            .get(..start)
            .is_none_or(|before| before.is_empty() || before.ends_with(' '));
        let behind = words.get(start + name.len()..).unwrap_or_default();
        is_start && (behind.is_empty() || behind.starts_with(' '))
    })
}

fn without_names(words: &str, names: &[String]) -> String {
    let name = names.iter().find_map(|name| {
        words
            .strip_prefix(name.as_str())
            .filter(|rest| rest.starts_with(' '))
            .or_else(|| {
                words
                    .strip_suffix(name.as_str())
                    .filter(|rest| rest.ends_with(' '))
            })
    });
    name.map_or("", str::trim).to_owned()
}

/// A word that is no title of its own.
fn is_plain(words: &str) -> bool {
    matches!(
        words,
        "404" | "login" | "signin" | "anmelden" | "einloggen" | "connexion" | "accedi"
    )
}

/// A form without the words that errors are decorated with; "not found" where none is left.
fn undecorated(form: &str) -> Option<String> {
    let is_filler = |word: &&str| FILLERS.contains(word);
    if !form.split(' ').any(|word| is_filler(&word)) {
        return None;
    }
    let kept: Vec<&str> = form.split(' ').filter(|word| !is_filler(word)).collect();
    let kept = kept.join(" ");
    if kept.is_empty() {
        let is_not_found = form.split(' ').any(|word| word == "404");
        return is_not_found.then(|| NOT_FOUND.to_owned());
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_looked_for_in_parts_and_without_names() {
        let names = ["kitchen".to_owned(), "the kitchen".to_owned()];
        for (title, expected) in [
            ("Access Denied | The Kitchen", "access denied"),
            ("The Kitchen :: Page not found", "page not found"),
            ("kitchen.example | 502: Bad gateway", "bad gateway"),
            ("Kitchen Sign-In", "sign in"),
            ("Oops! 404 — Page not found", "page not found"),
            ("Error 404", NOT_FOUND),
            ("부엌 : 로그인", "로그인"),
        ] {
            let forms = forms(title, &names);
            assert!(
                forms.iter().any(|form| form == expected),
                "{title}: {forms:?}"
            );
        }
        for (title, part) in [
            (
                "Access denied: how a hospital turned patients away",
                "access denied",
            ),
            (
                "Every paper that there is in the valley - Sign in",
                "sign in",
            ),
            ("Britney | Oops", "oops"),
        ] {
            let forms = forms(title, &names);
            assert!(forms.iter().all(|form| form != part), "{title}: {forms:?}");
        }
    }
}
