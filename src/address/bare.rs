//! What counts as an address where no scheme is written. It must look like one: a word with a dot
//! in it is more often prose, a file, a version or a mail address.

use super::{Address, zone};
use crate::model::Problem;

/// Reads `example.com/a`, `www.example.com`, `//example.com`, `localhost:3000`, `192.168.0.1/x`,
/// `한글.kr`: http for hosts that are private or an IP address, https for all others.
pub(super) fn parse(text: &str) -> Result<Address, Problem> {
    let text = text.strip_prefix("//").unwrap_or(text);
    if text.contains(char::is_whitespace) {
        return Err(Problem::InvalidUrl);
    }
    let authority_end = text.find(['/', '?', '#', '\\']).unwrap_or(text.len());
    let (authority, rest) = text
        .split_at_checked(authority_end)
        .ok_or(Problem::InvalidUrl)?;
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let has_port = port.is_some_and(|port| port.parse::<u16>().is_ok());
    if port.is_some() != has_port || !looks_like_host(host, has_port || !rest.is_empty()) {
        return Err(Problem::InvalidUrl);
    }
    let address = Address::parse(&format!("https://{text}"))?;
    if zone::is_ip_address(address.host()) || address.is_private() {
        return Address::parse(&format!("http://{text}"));
    }
    Ok(address)
}

/// `localhost:3000` has the form of a scheme: none unless digits follow the first colon.
pub(super) fn parse_with_port(text: &str) -> Option<Result<Address, Problem>> {
    let (_, behind) = text.split_once(':')?;
    behind
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| parse(text))?
        .ok()
        .map(Ok)
}

fn looks_like_host(host: &str, more_follows: bool) -> bool {
    if host.eq_ignore_ascii_case("localhost") {
        return true;
    }
    if let Some(inside) = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return inside.parse::<std::net::Ipv6Addr>().is_ok();
    }
    if host.parse::<std::net::Ipv4Addr>().is_ok() {
        return true;
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let Some((before, top)) = name.rsplit_once('.') else {
        return false;
    };
    let is_name = before.split('.').all(|label| {
        !label.is_empty()
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c))
    });
    let says_www = before.len() > 4
        && before
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("www."))
        || before.eq_ignore_ascii_case("www");
    is_name && is_top_level(top, more_follows || says_www)
}

/// Combining marks are part of names in many scripts, and of Hangul that is not composed.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{1100}'..='\u{11ff}' | '\u{3099}' | '\u{309a}')
}

/// Whether the last label can be a top-level domain. Two letters must be a country. Longer ones
/// must be common, unless something else says that this is an address (`www.`, a port, a path):
/// `console.log` is none, `example.photography/a` is.
fn is_top_level(label: &str, is_likely: bool) -> bool {
    let lower = label.to_lowercase();
    if !lower.is_ascii() {
        return in_list(NOT_LATIN, &crate::host::nfc(&lower));
    }
    if lower.starts_with("xn--") {
        return true;
    }
    let is_word = lower.bytes().all(|byte| byte.is_ascii_lowercase());
    match lower.len() {
        2 => is_word && in_list(COUNTRIES, &lower),
        3..=24 => is_word && (in_list(COMMON, &lower) || is_likely && !in_list(FILES, &lower)),
        _ => false,
    }
}

fn in_list(list: &str, word: &str) -> bool {
    list.split(' ').any(|entry| entry == word)
}

/// ISO 3166 and the few others that are delegated.
const COUNTRIES: &str = "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz \
ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr \
ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp \
ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz \
na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw \
sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz \
ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

/// Generic ones that links are full of, and the local ones.
const COMMON: &str = "com net org edu gov mil int info biz name pro aero asia cat coop jobs mobi museum post tel travel arpa \
app dev page blog shop store online site website web xyz top club vip work cloud tech space live life news media studio \
design digital agency company group team tools systems network social email wiki world today guide academy education school \
science engineering software games game art music video photo photos gallery fun lol ink link click press review reviews \
finance money bank fund law legal health care clinic bio eco green energy solar farm food cafe coffee pizza bar pub beer wine \
style fashion beauty fit yoga run bike auto cars house home homes land city town place estate rent events party family kids \
love moe rocks ninja guru expert zone plus one best cool global international foundation org institute university \
seoul tokyo london berlin paris nyc google youtube amazon apple microsoft samsung hyundai kia \
local localhost internal lan intranet corp onion";

/// Endings of files that are no top-level domains.
const FILES: &str = "pdf html htm xhtml txt doc docx xls xlsx ppt pptx hwp hwpx odt ods csv tsv json xml yaml toml log \
jpg jpeg png gif webp avif svg bmp ico heic mp3 mp4 mkv avi wav flac ogg webm exe msi dmg apk iso bin dll \
tar bz2 rar css php asp aspx jsp cpp java rst tex epub sql bak tmp cfg ini conf bat psd";

/// Internationalised ones.
const NOT_LATIN: &str = "한국 닷컴 닷넷 삼성 中国 中國 香港 台湾 台灣 澳门 澳門 新加坡 公司 网络 網絡 网址 网站 中文网 在线 集团 商城 商店 \
我爱你 世界 游戏 移动 信息 政务 机构 组织机构 公益 时尚 娱乐 健康 手机 企业 广东 佛山 みんな コム ストア セール クラウド グーグル ファッション ポイント 世界 \
рф рус бел укр мкд срб қаз мон бг ею дети онлайн сайт орг ком москва ελ ευ भारत संगठन नेट ไทย คอม ලංකා இந்தியா சிங்கப்பூர் გე հայ \
امارات السعودية مصر قطر سورية عمان ایران پاکستان المغرب موقع شبكة קום ישראל";
