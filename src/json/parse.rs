//! RFC 8259, strictly; but half of a surrogate pair, which JavaScript writes where a text was
//! cut, is read as U+FFFD.

use super::value::{Members, Value};

/// How deep arrays and objects may stand in each other.
const DEPTH_LIMIT: u32 = 127;

/// Reads a text; none where it is not JSON.
///
/// ```
/// # use urlink::json::{Value, parse};
/// assert_eq!(parse(r#""\ud55c\uae00 \ud83d""#), Some(Value::String("한글 \u{fffd}".to_owned())));
/// assert_eq!(parse("1.50e3"), Some(Value::Number("1.50e3".to_owned())));
/// assert_eq!(parse("[1,]"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Value> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(DEPTH_LIMIT)?;
    (parser.next_token().is_none()).then_some(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next_token(&mut self) -> Option<u8> {
        while matches!(self.peek()?, b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over a byte, if it comes next behind blanks.
    fn skip(&mut self, wanted: u8) -> bool {
        let comes = self.next_token() == Some(wanted);
        self.at += usize::from(comes);
        comes
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        match self.next_token()? {
            b'{' => {
                let depth = depth.checked_sub(1)?;
                let mut members = Vec::new();
                self.items(b'}', |parser| {
                    let name = parser.name()?;
                    members.push((name, parser.value(depth)?));
                    Some(())
                })?;
                Some(Value::Object(Members(members)))
            }
            b'[' => {
                let depth = depth.checked_sub(1)?;
                let mut values = Vec::new();
                self.items(b']', |parser| {
                    values.push(parser.value(depth)?);
                    Some(())
                })?;
                Some(Value::Array(values))
            }
            b'"' => self.string().map(Value::String),
            b't' => self.word("true", Value::Boolean(true)),
            b'f' => self.word("false", Value::Boolean(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    /// Reads what stands between commas, from an opening bracket to its end.
    fn items(&mut self, end: u8, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.skip(end) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.skip(end) {
                return Some(());
            }
            self.skip(b',').then_some(())?;
        }
    }

    fn name(&mut self) -> Option<String> {
        (self.next_token()? == b'"').then_some(())?;
        let name = self.string()?;
        self.skip(b':').then_some(name)
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        self.text.get(self.at..)?.starts_with(word).then_some(())?;
        self.at += word.len();
        Some(value)
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let written = self.text.get(start..self.at)?;
        Some(Value::Number(written.to_owned()))
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Reads a string, from its opening quote.
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest
                .bytes()
                .position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
            text.push_str(rest.get(..plain)?);
            self.at += plain + 1;
            match rest.as_bytes().get(plain)? {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// Reads what stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode()?,
            _ => return None,
        })
    }

    /// Reads the digits of `\u`, and those of the other half where there is one.
    fn unicode(&mut self) -> Option<char> {
        let first = self.code_unit()?;
        if (0xd800..0xdc00).contains(&first) {
            let behind = self.at;
            let is_escape = self.text.get(behind..)?.starts_with("\\u");
            self.at += 2;
            if let Some(second @ 0xdc00..0xe000) = is_escape.then(|| self.code_unit()).flatten() {
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = behind;
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn code_unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        digits
            .chars()
            .try_fold(0, |unit, digit| Some(unit << 4 | digit.to_digit(16)?))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same in the oracle's terms.
    fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
        match (ours, theirs) {
            (Value::Null, serde_json::Value::Null) => true,
            (Value::Boolean(ours), serde_json::Value::Bool(theirs)) => ours == theirs,
            (Value::Number(ours), serde_json::Value::Number(theirs)) => {
                ours.parse::<f64>().ok() == theirs.as_f64()
            }
            (Value::String(ours), serde_json::Value::String(theirs)) => ours == theirs,
            (Value::Array(ours), serde_json::Value::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
            }
            (Value::Object(ours), serde_json::Value::Object(theirs)) => {
                theirs
                    .iter()
                    .all(|(name, b)| ours.get(name).is_some_and(|a| same(a, b)))
                    && ours.iter().all(|(name, _)| theirs.contains_key(name))
            }
            _ => false,
        }
    }

    fn agrees(text: &str) -> bool {
        match (parse(text), serde_json::from_str(text)) {
            (Some(ours), Ok(theirs)) => same(&ours, &theirs),
            (None, Err(_)) => true,
            _ => false,
        }
    }

    #[test]
    fn agrees_with_the_oracle_on_what_is_json_and_what_is_not() {
        for text in [
            "",
            " ",
            "null",
            "nul",
            "nullx",
            "true",
            "false",
            "TRUE",
            "0",
            "-0",
            "-",
            "01",
            "1.",
            ".5",
            "1.5e3",
            "1e",
            "1e+",
            "1E-2",
            "+1",
            "--1",
            "12345678901234567890",
            "\"",
            "\"a",
            "\"a\"",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u00e9\\n\\/\"",
            "\"\\ud83d\\ude00\"",
            "\"\u{1}\"",
            "\"\n\"",
            "[",
            "[]",
            "[ ]",
            "[1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1,2]",
            "{",
            "{}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1}",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":2}",
            "{a:1}",
            "{\"a\" : [ {\"b\" : null } ] }",
            "1 2",
            "[] x",
            "\u{feff}1",
            "'a'",
            "\"한글\"",
        ] {
            assert!(agrees(text), "{text:?}: {:?}", parse(text));
        }
        for depth in [126, 127, 128, 200_000] {
            let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            assert!(agrees(&nested), "{depth}");
        }
    }

    #[test]
    fn half_a_pair_is_a_replacement_character() {
        for (text, read) in [
            (r#""\ud83d""#, "\u{fffd}"),
            (r#""\ude00x""#, "\u{fffd}x"),
            (r#""\ud83d\n""#, "\u{fffd}\n"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
        ] {
            assert_eq!(parse(text), Some(Value::String(read.to_owned())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_oracle_on_anything(
            text in r#"([\[\]{}:, \n]|true|false|null|-?[0-9]{1,3}(\.[0-9]{0,2})?(e[0-9])?|"([a-c한\u{0}]|\\[\\"/bfnrtxu]|\\u00e9)*"?){0,12}"#
        ) {
            prop_assert!(agrees(&text), "{text:?}");
        }

        #[test]
        fn reads_what_the_oracle_writes(texts in proptest::collection::vec((".*", any::<i64>()), 0..8)) {
            let object: serde_json::Map<_, _> =
                texts.into_iter().map(|(text, number)| (text, number.into())).collect();
            let json = serde_json::to_string(&object).unwrap();
            prop_assert!(same(&parse(&json).unwrap(), &object.into()));
        }
    }
}
