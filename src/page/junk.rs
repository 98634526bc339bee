//! Pages that are not the page that was meant: walls, consent forms, logins, errors, shells.
//!
//! A title is judged by its first part (what stands before `|`, ` - ` and the like): a wall calls
//! itself by nothing else, while an article about one says more.

use super::head::Head;
use crate::model::Problem;

/// A page with less text than this says nothing.
const SHELL_TEXT: usize = 200;

/// What a page's title is when the page is not the one that was meant; in lower case, words only.
const TITLES: &[(Problem, &[&str])] = &[
    (
        Problem::BotWall,
        &[
            "just a moment",
            "attention required",
            "attention required cloudflare",
            "access denied",
            "access to this page has been denied",
            "are you a robot",
            "are you human",
            "are you not a robot",
            "robot check",
            "bot check",
            "bot verification",
            "human verification",
            "verify you are human",
            "please verify you are a human",
            "verifying you are human",
            "checking your browser",
            "security check",
            "security verification",
            "security challenge",
            "please wait",
            "one moment please",
            "please complete the captcha",
            "captcha",
            "recaptcha",
            "captcha challenge",
            "ddos guard",
            "ddos protection by cloudflare",
            "pardon our interruption",
            "request unsuccessful",
            "request rejected",
            "request blocked",
            "you have been blocked",
            "sorry you have been blocked",
            "blocked",
            "unusual traffic",
            "unusual activity",
            "client challenge",
            "vercel security checkpoint",
            "로봇이 아닙니다",
            "로봇 확인",
            "로봇이 아닌지 확인",
            "사람인지 확인",
            "사람인지 확인 중",
            "보안 확인",
            "보안문자",
            "자동입력 방지",
            "자동등록방지",
            "접근이 차단되었습니다",
            "접근 차단",
            "접근 거부",
            "접속이 차단되었습니다",
            "접속 차단",
            "비정상적인 접근",
            "비정상적인 접근입니다",
            "잠시만 기다리세요",
            "잠시만 기다려 주세요",
            "잠시만 기다려주세요",
            "アクセスが拒否されました",
            "人机验证",
            "安全验证",
            "访问被拒绝",
            "nur einen moment",
            "un instant",
            "un momento",
        ],
    ),
    (
        Problem::ConsentPage,
        &[
            "before you continue",
            "before you continue to google",
            "before you continue to google search",
            "before you continue to youtube",
            "cookie consent",
            "consent",
            "privacy gate",
            "privacy consent",
            "we value your privacy",
            "your privacy choices",
            "bevor sie fortfahren",
            "avant de continuer",
            "계속하기 전에",
            "쿠키 동의",
            "개인정보 수집 동의",
        ],
    ),
    (
        Problem::LoginPage,
        &[
            "log in",
            "login",
            "log on",
            "sign in",
            "signin",
            "log in or sign up",
            "sign in or sign up",
            "log in to your account",
            "sign in to your account",
            "log into facebook",
            "log in to facebook",
            "login required",
            "please log in",
            "authentication required",
            "로그인",
            "로그인하기",
            "로그인이 필요합니다",
            "회원 로그인",
            "로그인 페이지",
            "ログイン",
            "サインイン",
            "登录",
            "登錄",
            "登入",
            "anmelden",
            "einloggen",
            "connexion",
            "se connecter",
            "iniciar sesión",
            "iniciar sessão",
            "accedi",
            "войти",
            "вход",
        ],
    ),
    (
        Problem::SoftNotFound,
        &[
            "404",
            "404 not found",
            "404 error",
            "error 404",
            "404 page not found",
            "404 page",
            "not found",
            "page not found",
            "page not found 404",
            "the page could not be found",
            "this page could not be found",
            "404 this page could not be found",
            "this page isn't available",
            "page unavailable",
            "page does not exist",
            "content not found",
            "content unavailable",
            "oops page not found",
            "sorry this page isn't available",
            "video unavailable",
            "post not found",
            "페이지를 찾을 수 없습니다",
            "페이지를 찾을 수 없어요",
            "페이지를 찾을수 없습니다",
            "요청하신 페이지를 찾을 수 없습니다",
            "존재하지 않는 페이지",
            "존재하지 않는 페이지입니다",
            "없는 페이지",
            "없는 페이지입니다",
            "삭제된 게시물입니다",
            "삭제된 글입니다",
            "존재하지 않는 게시물입니다",
            "ページが見つかりません",
            "お探しのページは見つかりません",
            "页面不存在",
            "页面未找到",
            "找不到页面",
            "seite nicht gefunden",
            "page introuvable",
            "page non trouvée",
            "página no encontrada",
            "página não encontrada",
            "pagina non trovata",
            "страница не найдена",
        ],
    ),
    (
        Problem::ErrorPage,
        &[
            "error",
            "an error occurred",
            "an error has occurred",
            "oops",
            "something went wrong",
            "application error",
            "server error",
            "runtime error",
            "500",
            "500 error",
            "500 internal server error",
            "internal server error",
            "502",
            "502 bad gateway",
            "bad gateway",
            "503",
            "503 service unavailable",
            "service unavailable",
            "503 service temporarily unavailable",
            "service temporarily unavailable",
            "504",
            "504 gateway timeout",
            "504 gateway time out",
            "gateway timeout",
            "400 bad request",
            "bad request",
            "403",
            "403 forbidden",
            "forbidden",
            "error 403",
            "401 unauthorized",
            "unauthorized",
            "429 too many requests",
            "too many requests",
            "database error",
            "error establishing a database connection",
            "maintenance",
            "site maintenance",
            "under maintenance",
            "down for maintenance",
            "we'll be right back",
            "site unavailable",
            "오류",
            "에러",
            "오류 안내",
            "에러 페이지",
            "오류 페이지",
            "오류가 발생했습니다",
            "시스템 오류",
            "시스템 점검",
            "시스템 점검 중",
            "서비스 점검",
            "서비스 점검 중",
            "점검 중입니다",
            "エラー",
            "メンテナンス中",
            "错误",
        ],
    ),
    (
        Problem::PlaceholderPage,
        &[
            "untitled",
            "untitled document",
            "untitled page",
            "no title",
            "document",
            "new page",
            "new tab",
            "page title",
            "title",
            "insert title here",
            "title here",
            "react app",
            "vite app",
            "vite react",
            "vite react ts",
            "create next app",
            "nuxt app",
            "webpack app",
            "svelte app",
            "welcome to nginx",
            "welcome to openresty",
            "apache2 ubuntu default page it works",
            "apache2 debian default page it works",
            "apache http server test page",
            "test page for the apache http server",
            "test page for the http server powered by",
            "http server test page",
            "it works",
            "iis windows server",
            "iis windows",
            "iis7",
            "default web site page",
            "default page",
            "website coming soon",
            "coming soon",
            "under construction",
            "site under construction",
            "this domain is for sale",
            "domain for sale",
            "domain parking",
            "parked domain",
            "제목 없음",
            "제목없음",
            "무제",
            "준비 중입니다",
            "준비중",
            "無題",
            "無題ドキュメント",
            "无标题文档",
            "無標題文件",
        ],
    ),
];

/// What the matter is with a page of this title, at this address.
pub(super) fn problem(title: &str, head: &Head, url: &str) -> Option<Problem> {
    let whole = words(title);
    let first = words(first_part(title));
    let (problem, _) = TITLES
        .iter()
        .find(|(_, titles)| titles.iter().any(|junk| *junk == whole || *junk == first))?;
    // A page that describes itself as an article is one, whatever it is called.
    let is_article = head
        .metas
        .iter()
        .any(|meta| meta.property.as_deref() == Some("article:published_time"));
    (!is_article).then_some(match problem {
        Problem::ErrorPage if is_consent_host(url) => Problem::ConsentPage,
        problem => *problem,
    })
}

/// Whether a title is one that a program left behind: another may be better.
pub(super) fn is_placeholder(title: &str) -> bool {
    let whole = words(title);
    TITLES.iter().any(|(problem, titles)| {
        *problem == Problem::PlaceholderPage && titles.contains(&whole.as_str())
    })
}

/// Whether the host is one that only asks for consent.
pub(super) fn is_consent_host(url: &str) -> bool {
    let host = url.split_once("://").map_or("", |(_, rest)| rest);
    ["consent.", "guce.", "cookieconsent."]
        .iter()
        .any(|start| host.starts_with(start))
}

/// Whether a page without a title is drawn by its scripts alone.
pub(super) const fn is_shell(head: &Head) -> bool {
    head.scripts > 0 && head.text_length < SHELL_TEXT
}

/// What stands before the first separator.
fn first_part(title: &str) -> &str {
    let end = [
        " | ", " - ", " – ", " — ", " · ", " :: ", " : ", ": ", "｜", " » ",
    ]
    .iter()
    .filter_map(|separator| title.find(separator))
    .min();
    end.and_then(|end| title.get(..end)).unwrap_or(title)
}

/// The words in lower case, without punctuation (an apostrophe stays).
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')) {
        if !word.is_empty() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&word.to_lowercase().replace('’', "'"));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walls_are_told_from_articles_about_them() {
        for (title, expected) in [
            ("Just a moment...", Some(Problem::BotWall)),
            ("Attention Required! | Cloudflare", Some(Problem::BotWall)),
            ("Before you continue to YouTube", Some(Problem::ConsentPage)),
            ("로그인 : 어느 사이트", Some(Problem::LoginPage)),
            ("404 Not Found", Some(Problem::SoftNotFound)),
            (
                "페이지를 찾을 수 없습니다. - 어느 신문",
                Some(Problem::SoftNotFound),
            ),
            ("Untitled", Some(Problem::PlaceholderPage)),
            ("Welcome to nginx!", Some(Problem::PlaceholderPage)),
            ("Just a moment of silence", None),
            ("Why login pages are hard", None),
            ("Errors and how to name them", None),
            ("404 days at sea", None),
        ] {
            assert_eq!(
                problem(title, &Head::default(), "https://e.example/"),
                expected,
                "{title}"
            );
        }
    }
}
