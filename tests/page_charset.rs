//! The detector of unlabelled encodings, held against texts of known encodings, and against
//! chardetng.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test")]

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;
use urlink::page::{BodyEnd, PageReader, ResponseHead};

/// A language's text, and the encodings that it is written in.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "봄이 오면 강가의 버드나무가 먼저 연둣빛으로 물들고, 사람들은 두꺼운 외투를 벗어 둔 채 천천히 산책을 나선다. \
         도서관 앞 작은 마당에서는 아이들이 자전거를 배우고 할머니는 볕이 잘 드는 자리에 앉아 지난 이야기를 들려주신다.",
        &["euc-kr"],
    ),
    (
        "春になると川沿いの柳が一番先に色づき、人々は厚い上着を脱いでゆっくりと散歩に出かけます。図書館の前の小さな広場では、\
         子どもたちが自転車の練習をして、おばあさんが昔の話を聞かせてくれます。",
        &["shift_jis", "euc-jp", "iso-2022-jp"],
    ),
    (
        "春天来了，河边的柳树最先变绿，人们脱下厚厚的外套，慢慢地出去散步。图书馆前面的小广场上，孩子们正在学骑自行车，\
         奶奶坐在阳光下给大家讲从前的故事。",
        &["gbk"],
    ),
    (
        "春天來了，河邊的柳樹最先變綠，人們脫下厚厚的外套，慢慢地出去散步。圖書館前面的小廣場上，孩子們正在學騎自行車，\
         奶奶坐在陽光下給大家講從前的故事。",
        &["big5"],
    ),
    (
        "Весной ива у реки зеленеет раньше других деревьев, люди снимают тёплую одежду и медленно идут гулять. На площади \
         перед библиотекой дети учатся кататься на велосипеде, а бабушка рассказывает старые истории.",
        &["windows-1251", "koi8-r", "iso-8859-5", "ibm866"],
    ),
    (
        "Την άνοιξη η ιτιά δίπλα στο ποτάμι πρασινίζει πρώτη και οι άνθρωποι βγαίνουν αργά για περίπατο. Στη μικρή πλατεία \
         μπροστά στη βιβλιοθήκη τα παιδιά μαθαίνουν ποδήλατο και η γιαγιά λέει παλιές ιστορίες.",
        &["windows-1253"],
    ),
    (
        "באביב הערבה שליד הנהר מוריקה ראשונה, ואנשים יוצאים לאט לטיול. בכיכר הקטנה שלפני הספרייה הילדים לומדים לרכוב על \
         אופניים והסבתא מספרת סיפורים ישנים.",
        &["windows-1255"],
    ),
    (
        "في الربيع تخضر شجرة الصفصاف بجانب النهر أولا ويخرج الناس ببطء للتنزه. وفي الساحة الصغيرة أمام المكتبة يتعلم \
         الأطفال ركوب الدراجة وتحكي الجدة قصصا قديمة.",
        &["windows-1256"],
    ),
    (
        "ในฤดูใบไม้ผลิ ต้นหลิวริมแม่น้ำจะเขียวก่อนต้นอื่น ผู้คนออกไปเดินเล่นอย่างช้าๆ ที่ลานเล็กๆ หน้าห้องสมุด \
         เด็กๆ กำลังหัดขี่จักรยาน และคุณยายเล่าเรื่องเก่าๆ ให้ฟัง",
        &["windows-874"],
    ),
    (
        "Au printemps, le saule près de la rivière verdit le premier et les gens sortent se promener. Devant la \
         bibliothèque, les élèves apprennent à faire du vélo et la grand-mère raconte ses années passées à l'étranger.",
        &["windows-1252"],
    ),
    (
        "Im Frühling wird die Weide am Fluss zuerst grün, und die Leute gehen spazieren. Vor der Bücherei üben Kinder das \
         Radfahren, und die Großmutter erzählt alte Märchen über die schöne Müllerin.",
        &["windows-1252"],
    ),
    (
        "W marcu wierzba nad rzeką zieleni się pierwsza, a ludzie wychodzą na spacer. Przed biblioteką dzieci uczą się \
         jeździć na rowerze, a babcia opowiada, jak żyło się kiedyś w górach i co się wtedy śpiewało.",
        &["windows-1250", "iso-8859-2"],
    ),
    (
        "Na jaře se vrba u řeky zazelená první a lidé chodí pomalu na procházky. Před knihovnou se děti učí jezdit na kole \
         a babička vypráví, jak se žilo dříve a jaké písně se při práci zpívaly.",
        &["windows-1250"],
    ),
    (
        "İlkbaharda nehir kıyısındaki söğüt önce yeşerir, insanlar ağır ağır yürüyüşe çıkar. Kütüphanenin önündeki küçük \
         alanda çocuklar bisiklete binmeyi öğrenir, büyükanne eski öyküler anlatır.",
        &["windows-1254"],
    ),
    (
        "Pavasarį gluosnis prie upės sužaliuoja pirmas, žmonės išeina pasivaikščioti. Mažoje aikštėje priešais biblioteką \
         vaikai mokosi važiuoti dviračiu, o močiutė pasakoja senas istorijas apie miškų žvėris.",
        &["windows-1257"],
    ),
];

fn page(text: &str, label: &str) -> Vec<u8> {
    let html = format!("<html><head></head><div>{text}</div><p>{text}</p></html>");
    let (bytes, _, has_lost) = Encoding::for_label(label.as_bytes()).unwrap().encode(&html);
    assert!(!has_lost, "{label} cannot write {text}");
    bytes.into_owned()
}

fn ours(bytes: &[u8]) -> String {
    let mut reader = PageReader::new(ResponseHead {
        url: "https://e.example/".to_owned(),
        status: 200,
        content_type: Some("text/html".to_owned()),
        ..ResponseHead::default()
    });
    let _ = reader.feed(bytes);
    reader.finish(BodyEnd::Complete).metadata.charset.unwrap()
}

fn theirs(bytes: &[u8]) -> &'static str {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny).name()
}

#[test]
fn every_text_is_found_in_every_encoding_of_its_language() {
    for (text, labels) in TEXTS {
        for label in *labels {
            let expected = Encoding::for_label(label.as_bytes()).unwrap().name();
            assert_eq!(ours(&page(text, label)), expected, "{label}: {text}");
        }
    }
}

/// A title's worth of text is little; two bytes a character are found in less.
#[test]
fn a_few_words_are_enough_for_the_languages_of_two_bytes() {
    for (text, labels) in TEXTS.iter().take(4) {
        let words: String = text.chars().skip(3).take(12).collect();
        for label in *labels {
            let expected = Encoding::for_label(label.as_bytes()).unwrap().name();
            assert_eq!(ours(&page(&words, label)), expected, "{label}: {words}");
        }
    }
}

#[test]
fn we_are_no_worse_than_chardetng() {
    let (mut ours_right, mut theirs_right) = (0, 0);
    for (text, labels) in TEXTS {
        let characters: Vec<char> = text.chars().collect();
        for label in *labels {
            let expected = Encoding::for_label(label.as_bytes()).unwrap().name();
            for piece in characters.chunks(40) {
                let bytes = page(&piece.iter().collect::<String>(), label);
                ours_right += u32::from(ours(&bytes) == expected);
                theirs_right += u32::from(theirs(&bytes) == expected);
            }
        }
    }
    assert!(
        ours_right >= theirs_right,
        "ours {ours_right}, chardetng {theirs_right}"
    );
}
