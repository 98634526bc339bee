//! Repairs the common faults of hand-made JSON-LD: wrappers of comments and CDATA, raw line ends
//! in strings, wrong escapes, trailing and doubled commas, a semicolon at the end.

/// The text with its faults mended; what is not a known fault stays as it is.
pub(super) fn repair(block: &str) -> String {
    let text = unwrap(block);
    let mut repaired = String::with_capacity(text.len());
    let mut in_string = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if in_string {
            match character {
                '"' => {
                    in_string = false;
                    repaired.push('"');
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
            continue;
        }
        match character {
            '"' => {
                in_string = true;
                repaired.push('"');
            }
            '}' | ']' => {
                drop_trailing_commas(&mut repaired);
                repaired.push(character);
            }
            ',' if repaired.trim_end().ends_with([',', '{', '[']) => {}
            ';' | '\u{a0}' | '\u{feff}' | '\u{200b}' => {}
            other => repaired.push(other),
        }
    }
    drop_trailing_commas(&mut repaired);
    repaired
}

fn drop_trailing_commas(text: &mut String) {
    let kept = text
        .trim_end_matches(|character: char| character == ',' || character.is_ascii_whitespace());
    if kept.len() < text.trim_end().len() {
        text.truncate(kept.len());
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
