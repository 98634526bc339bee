//! Encodings of two bytes a character: a text is in the one that it is valid in and whose
//! common characters it is made of.

/// How common a character of an encoding is, in hundredths; the length that it takes.
struct Scored {
    length: usize,
    points: i32,
}

type Model = fn(&[u8]) -> Option<Scored>;

const MODELS: &[(&str, Model)] = &[
    ("euc-kr", euc_kr),
    ("shift_jis", shift_jis),
    ("euc-jp", euc_jp),
    ("gbk", gbk),
    ("big5", big5),
];

/// Points of a text's average character from which it is believed to be in an encoding.
const BELIEVED: i64 = 30;

/// The encoding of the most points; none where no text of two bytes a character is at hand.
pub(super) fn detect(bytes: &[u8]) -> Option<&'static str> {
    MODELS
        .iter()
        .filter_map(|&(label, model)| Some((average(bytes, model)?, label)))
        .filter(|&(points, _)| points >= BELIEVED)
        .max_by_key(|&(points, _)| points)
        .map(|(_, label)| label)
}

/// The points of an average character; none where too much is malformed.
fn average(bytes: &[u8], model: Model) -> Option<i64> {
    let (mut points, mut characters, mut malformed) = (0_i64, 0_i64, 0_i64);
    let mut rest = bytes;
    while let Some(start) = rest.iter().position(|byte| !byte.is_ascii()) {
        rest = rest.get(start..)?;
        let length = match model(rest) {
            Some(scored) => {
                points += i64::from(scored.points);
                characters += 1;
                scored.length
            }
            None if rest.len() < 2 => break,
            None => {
                malformed += 1;
                1
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    (characters > 0 && malformed * 25 <= characters).then(|| points / (characters + malformed * 3))
}

fn pair(bytes: &[u8]) -> Option<(u8, u8)> {
    Some((*bytes.first()?, *bytes.get(1)?))
}

const fn of_length(length: usize, points: i32) -> Scored {
    Scored { length, points }
}

/// CP949: Hangul in KS X 1001's order stands in B0 to C8; behind it Hanja; the rest of Hangul
/// fills the gaps.
fn euc_kr(bytes: &[u8]) -> Option<Scored> {
    Some(match pair(bytes)? {
        (0xb0..=0xc8, 0xa1..=0xfe) => of_length(2, 100),
        (0xa1..=0xa3, 0xa1..=0xfe) => of_length(2, 20),
        (0xa4..=0xaf, 0xa1..=0xfe) => of_length(2, -80),
        (0xc9 | 0xfe, 0xa1..=0xfe) => of_length(2, -200),
        (0xca..=0xfd, 0xa1..=0xfe) => of_length(2, -150),
        (0x81..=0xc6, 0x41..=0x5a | 0x61..=0x7a | 0x81..=0xfe) => of_length(2, -60),
        _ => return None,
    })
}

/// GBK, and the four bytes of GB18030: the common characters of GB 2312 stand, by sound, in B0
/// to D7.
fn gbk(bytes: &[u8]) -> Option<Scored> {
    Some(match pair(bytes)? {
        (0xb0..=0xc8, 0xa1..=0xfe) => of_length(2, 60),
        (0xc9..=0xd7, 0xa1..=0xfe) => of_length(2, 150),
        (0xd8..=0xf7, 0xa1..=0xfe) => of_length(2, -20),
        (0xa1 | 0xa3, 0xa1..=0xfe) => of_length(2, 40),
        (0xa4..=0xa5, 0xa1..=0xfe) => of_length(2, -120),
        (0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe) => of_length(2, -100),
        (0x81..=0xfe, b'0'..=b'9') => match (bytes.get(2)?, bytes.get(3)?) {
            (0x81..=0xfe, b'0'..=b'9') => of_length(4, -50),
            _ => return None,
        },
        _ => return None,
    })
}

/// Big5: the common characters stand in A4 to C6; the second byte may be ASCII.
fn big5(bytes: &[u8]) -> Option<Scored> {
    Some(match pair(bytes)? {
        (0xa4..=0xc6, 0x40..=0x7e) => of_length(2, 130),
        (0xa4..=0xc6, 0xa1..=0xfe) => of_length(2, 60),
        (0xa1..=0xa3, 0x40..=0x7e | 0xa1..=0xfe) => of_length(2, 40),
        (0xc9..=0xf9, 0x40..=0x7e | 0xa1..=0xfe) => of_length(2, 0),
        (0x81..=0xfe, 0x40..=0x7e | 0xa1..=0xfe) => of_length(2, -100),
        _ => return None,
    })
}

/// EUC-JP: Hiragana in A4, Katakana in A5, the common Kanji in B0 to CF.
fn euc_jp(bytes: &[u8]) -> Option<Scored> {
    Some(match pair(bytes)? {
        (0xa4, 0xa1..=0xf3) => of_length(2, 120),
        (0xa5, 0xa1..=0xf6) => of_length(2, 90),
        (0xb0..=0xcf, 0xa1..=0xfe) => of_length(2, 55),
        (0xa1, 0xa1..=0xfe) => of_length(2, 40),
        (0xa3, 0xb0..=0xfa) => of_length(2, 20),
        (0xd0..=0xf4, 0xa1..=0xfe) => of_length(2, -20),
        (0xa2..=0xa8 | 0xad | 0xf5..=0xfe, 0xa1..=0xfe) => of_length(2, -60),
        (0x8e, 0xa1..=0xdf) => of_length(2, -40),
        (0x8f, 0xa1..=0xfe) if *bytes.get(2)? >= 0xa1 => of_length(3, -80),
        _ => return None,
    })
}

/// `Shift_JIS`: Hiragana in 82, Katakana in 83, the common Kanji in 88 to 97; A1 to DF alone are
/// the narrow Katakana of old machines.
fn shift_jis(bytes: &[u8]) -> Option<Scored> {
    if let Some(0xa1..=0xdf) = bytes.first() {
        return Some(of_length(1, -30));
    }
    Some(match pair(bytes)? {
        (0x82, 0x9f..=0xf1) => of_length(2, 120),
        (0x83, 0x40..=0x7e | 0x80..=0x96) => of_length(2, 90),
        (0x88..=0x97, 0x40..=0x7e | 0x80..=0xfc) => of_length(2, 60),
        (0x81, 0x40..=0x7e | 0x80..=0xfc) => of_length(2, 40),
        (0x82, 0x4f..=0x9a) => of_length(2, 20),
        (0x98..=0x9f | 0xe0..=0xea, 0x40..=0x7e | 0x80..=0xfc) => of_length(2, 0),
        (0x84..=0x87 | 0xeb..=0xfc, 0x40..=0x7e | 0x80..=0xfc) => of_length(2, -80),
        _ => return None,
    })
}
