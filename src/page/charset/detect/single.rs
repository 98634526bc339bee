//! Encodings of one byte a character: a text is in the one whose language has its letters in
//! the same shares.

/// A language in an encoding: the bytes of its commonest letters beyond ASCII, commonest first,
/// as the language's own texts have them.
struct Model {
    label: &'static str,
    letters: &'static [u8],
    /// Whether its words are written in these letters alone, or in ASCII with some of them.
    is_whole_script: bool,
}

const fn script(label: &'static str, letters: &'static [u8]) -> Model {
    Model {
        label,
        letters,
        is_whole_script: true,
    }
}

const fn latin(label: &'static str, letters: &'static [u8]) -> Model {
    Model {
        label,
        letters,
        is_whole_script: false,
    }
}

const MODELS: &[Model] = &[
    // Russian: о е а и н т с р в л к м д п у я
    script(
        "windows-1251",
        b"\xee\xe5\xe0\xe8\xed\xf2\xf1\xf0\xe2\xeb\xea\xec\xe4\xef\xf3\xff",
    ),
    script(
        "koi8-r",
        b"\xcf\xc5\xc1\xc9\xce\xd4\xd3\xd2\xd7\xcc\xcb\xcd\xc4\xd0\xd5\xd1",
    ),
    script(
        "iso-8859-5",
        b"\xde\xd5\xd0\xd8\xdd\xe2\xe1\xe0\xd2\xdb\xda\xdc\xd4\xdf\xe3\xef",
    ),
    script(
        "ibm866",
        b"\xae\xa5\xa0\xa8\xad\xe2\xe1\xe0\xa2\xab\xaa\xac\xa4\xaf\xe3\xef",
    ),
    // Ukrainian: о а н и і в р т е с к л д у
    script(
        "windows-1251",
        b"\xee\xe0\xed\xe8\xb3\xe2\xf0\xf2\xe5\xf1\xea\xeb\xe4\xf3\xec\xef",
    ),
    script(
        "koi8-u",
        b"\xcf\xc1\xce\xc9\xa6\xd7\xd2\xd4\xc5\xd3\xcb\xcc\xc4\xd5\xcd\xd0",
    ),
    // Greek: α ο ι τ ε ν σ η ρ κ π ς ά ί λ μ
    script(
        "windows-1253",
        b"\xe1\xef\xe9\xf4\xe5\xed\xf3\xe7\xf1\xea\xf0\xf2\xdc\xdf\xeb\xec",
    ),
    // Hebrew: י ו ה ל א ר ת ב ש מ ם נ
    script(
        "windows-1255",
        b"\xe9\xe5\xe4\xec\xe0\xf8\xfa\xe1\xf9\xee\xed\xf0\xe3\xf2\xf7\xe7",
    ),
    // Arabic: ا ل ي م و ن ر ت ب ع د س
    script(
        "windows-1256",
        b"\xc7\xe1\xed\xe3\xe6\xe4\xd1\xca\xc8\xda\xcf\xd3\xe5\xc9\xdd\xdf",
    ),
    // Thai: า น ร อ ก เ ง ม ย ่ ้ ล ว ท
    script(
        "windows-874",
        b"\xd2\xb9\xc3\xcd\xa1\xe0\xa7\xc1\xc2\xe8\xe9\xc5\xc7\xb7\xd5\xd1",
    ),
    // French: é è à ê ç; German: ü ä ö ß; Spanish: ó í á é ñ ú; Portuguese: ã ç á é í ó ê
    latin(
        "windows-1252",
        b"\xe9\xe0\xe8\xea\xe7\xf4\xfb\xee\xe2\xf9\xc9\xc0",
    ),
    latin("windows-1252", b"\xfc\xe4\xf6\xdf\xdc\xd6\xc4"),
    latin("windows-1252", b"\xf3\xed\xe1\xe9\xf1\xfa\xd3\xc1"),
    latin(
        "windows-1252",
        b"\xe3\xe7\xe1\xe9\xed\xf3\xea\xf5\xe2\xe0\xfa\xf4",
    ),
    // Italian: à è ò ù ì é; Danish and Norwegian: ø å æ; Swedish and Finnish: ä å ö
    latin("windows-1252", b"\xe0\xe8\xf2\xf9\xec\xe9"),
    latin("windows-1252", b"\xf8\xe5\xe6\xd8\xc5\xc6\xe9"),
    latin("windows-1252", b"\xe4\xe5\xf6\xc4\xd6\xc5\xe9"),
    // Polish: ł ą ę ó ż ś ć ń ź
    latin(
        "windows-1250",
        b"\xb3\xb9\xea\xf3\xbf\x9c\xe6\xf1\x9f\x8c\xa3",
    ),
    latin(
        "iso-8859-2",
        b"\xb3\xb1\xea\xf3\xbf\xb6\xe6\xf1\xbc\xa6\xa3",
    ),
    // Czech and Slovak: í á é ě ý ž č ř š ů ú
    latin(
        "windows-1250",
        b"\xed\xe1\xe9\xec\xfd\x9e\xe8\xf8\x9a\xf9\xfa\xbe\x9d\xf2",
    ),
    latin(
        "iso-8859-2",
        b"\xed\xe1\xe9\xec\xfd\xbe\xe8\xf8\xb9\xf9\xfa\xbb\xf2\xef",
    ),
    // Hungarian: á é ö ó ő í ü ú ű
    latin(
        "windows-1250",
        b"\xe1\xe9\xf6\xf3\xf5\xed\xfc\xfa\xfb\xc1\xc9",
    ),
    // Romanian: ă ţ ş î â
    latin("windows-1250", b"\xe3\xfe\xba\xee\xe2\xaa\xde\xce"),
    // Croatian: č š ž ć đ
    latin("windows-1250", b"\xe8\x9a\x9e\xe6\xf0\x8a\x8e\xc8"),
    // Turkish: ı ş ü ğ ö ç İ
    latin("windows-1254", b"\xfd\xfe\xfc\xf0\xf6\xe7\xdd\xde\xd6\xc7"),
    // Lithuanian: ė ų š ž į ą č ū ę; Latvian: ā ī ē š ū ņ ļ ž
    latin("windows-1257", b"\xeb\xf8\xf0\xfe\xe1\xe0\xe8\xfb\xe6"),
    latin(
        "windows-1257",
        b"\xe2\xee\xe7\xf0\xfb\xf2\xef\xfe\xe8\xed\xec",
    ),
];

/// How much likelier than another encoding's text Western European text is beforehand.
const WESTERN_FIRST: f64 = 1.1;

/// The encoding of the likeliest language.
pub(super) fn detect(bytes: &[u8]) -> &'static str {
    let mut counts = [0_u32; 256];
    let mut runs = 0_u32;
    let mut before = 0_u8;
    for &byte in bytes.iter().filter(|byte| **byte != 0xa0) {
        if !byte.is_ascii() {
            if let Some(count) = counts.get_mut(usize::from(byte)) {
                *count += 1;
            }
            runs += u32::from(before.is_ascii());
        }
        before = byte;
    }
    let total: u32 = counts.iter().sum();
    // Words of a whole script are runs of such letters.
    let is_whole_script = f64::from(total) > 2.5 * f64::from(runs);
    let mut best = (0.0, "windows-1252");
    for model in MODELS
        .iter()
        .filter(|model| model.is_whole_script == is_whole_script)
    {
        let likeness = likeness(&counts, model.letters)
            * if model.label == "windows-1252" {
                WESTERN_FIRST
            } else {
                1.0
            };
        if likeness > best.0 {
            best = (likeness, model.label);
        }
    }
    best.1
}

/// The cosine between the letters' counts and what the model expects: the commonest letter of
/// full weight, each next one a little less.
fn likeness(counts: &[u32; 256], letters: &[u8]) -> f64 {
    let (mut product, mut expected_square) = (0.0, 0.0);
    let mut weight = 1.0;
    for &letter in letters {
        let count = counts.get(usize::from(letter)).copied().unwrap_or_default();
        product += weight * f64::from(count);
        expected_square += weight * weight;
        weight *= 0.88;
    }
    let square: f64 = counts
        .iter()
        .map(|&count| f64::from(count) * f64::from(count))
        .sum();
    if square == 0.0 {
        return 0.0;
    }
    product / (expected_square * square).sqrt()
}
