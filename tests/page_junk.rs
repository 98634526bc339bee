//! Which pages are not the page that was meant, and which only look so: titles and bodies as
//! guards, servers, frameworks and content systems write them, in words of our own.
#![cfg(not(target_arch = "wasm32"))]

use urlink::model::Problem;
use urlink::page::{BodyEnd, Demand, Depth, PageReader, Reading, ResponseHead};

const PROSE: &str = "<p>The guard at the gate of the mill knows every baker by name, and lets them in \
    before the sun is up. Nobody else is let in, and everybody knows why.</p>";
const CARD: &str = "<meta name=description content='What the mill is for.'>\
    <meta property=og:image content=/mill.jpg>";

fn read(url: &str, html: &str, depth: Depth) -> Reading {
    let head = ResponseHead {
        url: url.to_owned(),
        status: 200,
        content_type: Some("text/html; charset=utf-8".to_owned()),
        ..ResponseHead::default()
    };
    let mut reader = PageReader::with_depth(head, depth);
    for chunk in html.as_bytes().chunks(1_000) {
        if reader.feed(chunk) == Demand::Enough {
            break;
        }
    }
    reader.finish(BodyEnd::Complete)
}

/// Checks pages of a site called The Mill, each for its problem.
fn check(cases: &[(&str, Option<Problem>)]) {
    for (html, problem) in cases {
        for depth in [Depth::Card, Depth::Everything] {
            let reading = read("https://www.mill.example/news/17", html, depth);
            assert_eq!(reading.problem, *problem, "{depth:?}: {html}");
            assert_eq!(
                reading.metadata.title.is_some(),
                problem.is_none(),
                "{html}"
            );
        }
    }
}

/// Pages of a title alone.
fn check_titles(problem: Option<Problem>, titles: &[&str]) {
    for title in titles {
        let page =
            format!("<title>{title}</title><meta name=robots content=noindex><body><p>Please.</p>");
        check(&[(&page, problem)]);
    }
}

#[test]
fn walls() {
    check_titles(
        Some(Problem::BotWall),
        &[
            "Just a moment...",
            "Attention Required! | Cloudflare",
            "Access denied | www.mill.example used Cloudflare to restrict access",
            "Access Denied",
            "Access to this page has been denied",
            "Access to this page has been denied.",
            "Human Verification",
            "Sucuri WebSite Firewall - Access Denied",
            "DDoS-Guard",
            "Vercel Security Checkpoint",
            "Client Challenge",
            "Robot Check",
            "Are you a robot?",
            "Mill.example - Are you a robot?",
            "Pardon Our Interruption",
            "Checking your browser - reCAPTCHA",
            "One moment, please...",
            "보안 확인",
            "자동등록방지 | 방앗간",
            "비정상적인 접근입니다.",
            "접속이 차단되었습니다 - 방앗간",
            "少々お待ちください...",
            "请稍候…",
            "Nur einen Moment …",
        ],
    );
    check(&[
        // DataDome: a page called as the host, an Imperva frame, AWS WAF without a title.
        (
            "<html><head><title>mill.example</title></head><body><p id=cmsg>Please enable JS and disable any ad blocker</p>\
             <script>var d={'rt':'c'}</script><script src='https://ct.captcha-delivery.com/c.js'></script></body></html>",
            Some(Problem::BotWall),
        ),
        (
            "<html><head><meta name=robots content='noindex,nofollow'></head><body>\
             <iframe id=main-iframe src='/_Incapsula_Resource?CWUDNSAI=9&xinfo=1'>Request unsuccessful.</iframe></body></html>",
            Some(Problem::BotWall),
        ),
        (
            "<!DOCTYPE html><html lang=en><head><title></title><script src='https://0f.token.awswaf.com/0f/challenge.js'></script></head>\
             <body><div id=challenge-container></div></body></html>",
            Some(Problem::BotWall),
        ),
    ]);
}

#[test]
fn logins_and_consent() {
    check_titles(
        Some(Problem::LoginPage),
        &[
            "Log in",
            "Login • The Mill",
            "The Mill - log in or sign up",
            "Mill Sign-In",
            "Sign in · The Mill",
            "Mill Login, Sign in",
            "방앗간 : 로그인",
            "로그인 | 방앗간",
            "통합로그인",
            "ログイン - 水車小屋",
            "登录 | 磨坊",
            "Anmelden – Mühle",
        ],
    );
    check_titles(
        Some(Problem::ConsentPage),
        &[
            "Before you continue to The Mill",
            "Before you continue",
            "We value your privacy",
            "Age verification | The Mill",
            "이용약관 동의",
            "성인인증 - 방앗간",
        ],
    );
    let reading = read(
        "https://consent.mill.example/?to=17",
        "<html><body><button>Agree</button></body></html>",
        Depth::Card,
    );
    assert_eq!(reading.problem, Some(Problem::ConsentPage));
}

#[test]
fn soft_errors() {
    check_titles(
        Some(Problem::SoftNotFound),
        &[
            "404",
            "Error 404",
            "404 Not Found",
            "404: This page could not be found.",
            "Page not found – The Mill",
            "Page Not Found | The Mill",
            "Page not found &middot; The Mill",
            "404 - Page not found",
            "Oops! That page can&rsquo;t be found.",
            "The page you were looking for doesn't exist (404)",
            "Site not found · Mill Pages",
            "The Mill | 404",
            "페이지를 찾을 수 없습니다 | 방앗간",
            "페이지를 찾을 수 없음 – 방앗간",
            "요청하신 페이지를 찾을 수 없습니다.",
            "404 - 파일 또는 디렉터리를 찾을 수 없습니다.",
            "존재하지 않는 게시물입니다.",
            "방앗간 :: 삭제된 게시글입니다",
            "ページが見つかりませんでした – 水車小屋",
            "お探しのページは見つかりません | 水車小屋",
            "页面不存在 - 磨坊",
            "Seite nicht gefunden - Mühle",
            "Page introuvable – Le Moulin",
        ],
    );
    check_titles(
        Some(Problem::ErrorPage),
        &[
            "Error",
            "Application Error",
            "500 Internal Server Error",
            "mill.example | 502: Bad gateway",
            "mill.example | 521: Web server is down",
            "Mill.example | 522: Connection timed out",
            "503 Service Temporarily Unavailable",
            "Account Suspended",
            "ERROR: The request could not be satisfied",
            "The Mill - Scheduled maintenance",
            "오류안내 페이지",
            "오류안내 페이지 | 방앗간",
            "시스템 점검 안내",
            "잘못된 접근입니다.",
            "ただいまメンテナンス中です",
        ],
    );
    // A content system describes its error pages too.
    check(&[(
        &format!(
            "<title>Page not found - The Mill</title><meta property=og:type content=website>{CARD}<body>{PROSE}"
        ),
        Some(Problem::SoftNotFound),
    )]);
}

#[test]
fn default_pages_and_shells() {
    check_titles(
        Some(Problem::PlaceholderPage),
        &[
            "Welcome to nginx!",
            "Welcome to OpenResty!",
            "Apache2 Ubuntu Default Page: It works",
            "Apache2 Debian Default Page: It works",
            "Apache HTTP Server Test Page powered by Linux",
            "Test Page for the HTTP Server on Mill Linux",
            "IIS Windows Server",
            "IIS Windows",
            "Default Web Site Page",
            "Domain Default page",
            "Untitled Document",
            "Document",
            "React App",
            "Vite + React + TS",
            "Flutter Demo",
            "홈페이지 준비중입니다",
            "무제 문서".trim_end_matches(" 문서"),
            "無題ドキュメント",
        ],
    );
    let shells = [
        "<html><head><script src=/static/js/main.js defer></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div></body></html>",
        "<html><head><title></title></head><body><app-root></app-root><script src=runtime.js type=module></script></body></html>",
        "<html><head><title>The Mill</title><meta property=og:site_name content='The Mill'></head><body><div id=app></div><script src=/app.js></script></body></html>",
        "<html><head><base href=/><title>mill</title></head><body><script src=flutter_bootstrap.js async></script></body></html>",
    ];
    for shell in shells {
        check(&[(shell, Some(Problem::ScriptOnly))]);
    }
    // The front page may be called as the site is.
    let front = read("https://mill.example/", shells[3], Depth::Card);
    assert_eq!(front.problem, None);
}

#[test]
fn what_only_looks_like_junk() {
    check_titles(
        None,
        &[
            "Access denied: how a hospital turned its patients away",
            "Login with Passkeys explained",
            "Why login pages are hard",
            "Just a moment of silence",
            "404 days at sea",
            "Errors and how to name them",
            "Please wait for the green light, says the mayor",
            "The Robot Check that nobody passes",
            "What a 502 Bad Gateway means, and how to mend it",
            "Consent and the law of the mill",
            "로그인 없이 쓰는 방법",
            "404호의 비밀",
            "오류를 줄이는 열 가지 방법",
            "점검 중에 발견한 것들",
            "ログインとは何か、わかりやすく説明します",
            "Britney | Oops",
            "Oops",
            "The Mill - Index",
            "Sorry - A song",
            "Document your code | The Mill",
            "Index funds for beginners",
            "Hello World in forty languages",
        ],
    );
    let prose = PROSE.repeat(5);
    for title in [
        "Captcha - The Mill",
        "Error | The Mill",
        "Access Denied",
        "Login – The Mill",
        "Page not found",
        "Document",
    ] {
        let far = "<nav><a href=/>Home</a></nav>".repeat(1_000);
        check(&[(
            &format!("<title>{title}</title></head><body>{far}<h1>{title}</h1>{prose}"),
            None,
        )]);
    }
    check(&[
        (
            &format!(
                "<title>Blocked: a memoir</title><meta property=og:type content=book>{CARD}<body>{PROSE}"
            ),
            None,
        ),
        (
            &format!(
                "<title>Page Not Found - The Mill</title><meta property=article:published_time content=2024-05-31>{CARD}<body>"
            ),
            None,
        ),
        // A guard's script that watches a page which is there.
        (
            &format!(
                "<title>Flour</title><script src='https://0f.token.awswaf.com/0f/challenge.js' defer></script><body>{PROSE}{PROSE}"
            ),
            None,
        ),
    ]);
}
