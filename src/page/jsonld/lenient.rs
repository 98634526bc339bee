//! Repairs the common faults of hand-made JSON-LD: wrappers of comments and CDATA, raw line ends
//! in strings, wrong escapes, trailing and doubled commas, a semicolon at the end.

use std::iter::Peekable;
use std::str::Chars;

/// The text with its faults mended; what is not a known fault stays as it is.
pub(super) fn repair(block: &str) -> String {
    let text = unwrap(block);
    let mut repaired = String::with_capacity(text.len());
    // A comma is written once it is known what follows; at the start, none is due.
    let (mut after_value, mut owes_comma) = (false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ',' => owes_comma = after_value,
            ';' | '\u{a0}' | '\u{feff}' | '\u{200b}' => {}
            blank if blank.is_ascii_whitespace() => {}
            _ => {
                if owes_comma && !matches!(character, '}' | ']') {
                    repaired.push(',');
                }
                owes_comma = false;
                after_value = !matches!(character, '{' | '[' | ':');
                repaired.push(character);
                if character == '"' {
                    string(&mut characters, &mut repaired);
                }
            }
        }
    }
    repaired
}

/// The rest of a string: wrong escapes lose their backslash, control characters are escaped.
fn string(characters: &mut Peekable<Chars<'_>>, repaired: &mut String) {
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                repaired.push('"');
                return;
            }
            '\\' => match characters.peek() {
                Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') => {
                    repaired.push('\\');
                    repaired.extend(characters.next());
                }
                Some('\n' | '\r') | None => {}
                Some(_) => repaired.extend(characters.next()),
            },
            '\t' => repaired.push_str("\\t"),
            control if control < ' ' => repaired.push_str("\\n"),
            other => repaired.push(other),
        }
    }
}

/// Without what stands around the JSON: `<!--`, `//<![CDATA[`, `/* ... */` and their ends.
fn unwrap(block: &str) -> &str {
    let (text, is_wrapped) = match block.split_once("<![CDATA[") {
        Some((_, inner)) => (inner, true),
        None => (block, false),
    };
    let text = if is_wrapped {
        text.rsplit_once("]]>").map_or(text, |(inner, _)| inner)
    } else {
        text
    };
    let start = text.find(['{', '[']).unwrap_or_default();
    let end = text.rfind(['}', ']']).map_or(start, |end| end + 1);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_faults_are_mended() {
        for (broken, mended) in [
            ("{\"a\": 1,}", "{\"a\":1}"),
            ("[1,,2,]", "[1,2]"),
            ("{\"a\":\"x\ny\tz\"}", "{\"a\":\"x\\ny\\tz\"}"),
            ("{\"a\":\"it\\'s\"};", "{\"a\":\"it's\"}"),
            ("<!-- {\"a\":1} -->", "{\"a\":1}"),
            ("//<![CDATA[\n{\"a\":[[1]]}\n//]]>", "{\"a\":[[1]]}"),
            ("/* <![CDATA[ */{\"a\":1}/* ]]> */", "{\"a\":1}"),
            (
                "{\"a\": -1.5e3, \"b\": [true , null]}",
                "{\"a\":-1.5e3,\"b\":[true,null]}",
            ),
        ] {
            assert_eq!(repair(broken), mended, "{broken}");
        }
    }
}
