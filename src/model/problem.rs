use serde::{Deserialize, Serialize};

use super::Language;

macro_rules! problems {
    ($($variant:ident, $code:literal, $transient:literal, $en:literal, $ko:literal;)*) => {
        /// Why a line is not a link, or why a link's page could not be read.
        ///
        /// Stored and sent as its code; the sentences are made here and nowhere else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Problem {
            $(
                #[doc = $en]
                #[serde(rename = $code)]
                $variant,
            )*
        }

        impl Problem {
            /// Every problem there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// Whether trying again later may help.
            #[must_use]
            pub const fn is_transient(self) -> bool {
                match self { $(Self::$variant => $transient,)* }
            }

            /// What happened, what is safe, and what to do.
            #[must_use]
            pub const fn sentence(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$variant, Language::En) => $en,
                        (Self::$variant, Language::Ko) => $ko,
                    )*
                }
            }
        }
    };
}

problems! {
    // A line of a list.
    Blank, "blank", false,
        "The line is blank.",
        "빈 줄이에요.";
    Comment, "comment", false,
        "The line is a comment.",
        "설명을 적은 줄이에요.";
    InvalidUrl, "invalid-url", false,
        "This is not a web address. Check it and paste it again.",
        "웹 주소가 아니에요. 확인하고 다시 붙여 넣어 주세요.";
    TooLong, "too-long", false,
        "The address is longer than 8,192 characters. Look for a shorter link to the page.",
        "주소가 8,192자를 넘어요. 더 짧은 주소를 찾아 주세요.";
    UnsupportedScheme, "unsupported-scheme", false,
        "Only http and https addresses can be saved. This one was neither opened nor stored.",
        "http와 https 주소만 저장할 수 있어요. 이 주소는 열지도 저장하지도 않았어요.";
    Credentials, "credentials", false,
        "The address holds a user name or password. Remove it and save the address again.",
        "주소에 사용자 이름이나 비밀번호가 들어 있어요. 지우고 다시 저장해 주세요.";
    DuplicateInList, "duplicate-in-list", false,
        "The same link is further up in the list.",
        "목록 위쪽에 같은 링크가 있어요.";
    DuplicateInLibrary, "duplicate-in-library", false,
        "This link is saved already.",
        "이미 저장된 링크예요.";
    Restored, "restored", false,
        "This link was in the trash. It is back, with all that you had noted.",
        "휴지통에 있던 링크예요. 적어 둔 내용까지 그대로 되살렸어요.";
    Deleted, "deleted", false,
        "You deleted this link.",
        "삭제한 링크예요.";

    InWork, "in-work", false,
        "Another job is reading this page already.",
        "다른 작업이 이미 이 페이지를 읽고 있어요.";
    Damaged, "damaged", false,
        "What was stored of this link is damaged. Save its address again.",
        "저장된 링크가 손상됐어요. 주소를 다시 저장해 주세요.";

    // A page that could not be reached.
    Offline, "offline", true,
        "There is no network. The link is saved; its page will be read when the network is back.",
        "네트워크가 끊겼어요. 링크는 저장했고, 다시 연결되면 페이지를 읽을게요.";
    DnsFailed, "dns", true,
        "No site answers to this name. The link is saved; check the address or try again later.",
        "이 이름의 사이트를 찾지 못했어요. 링크는 저장했으니 주소를 확인하거나 나중에 다시 시도해 주세요.";
    Refused, "refused", true,
        "The site refused the connection. The link is saved; try again later.",
        "사이트가 연결을 거절했어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    ConnectionReset, "reset", true,
        "The site broke the connection off. The link is saved; try again later.",
        "사이트가 연결을 끊었어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    EmptyResponse, "empty", true,
        "The site closed the connection without an answer. The link is saved; try again later.",
        "사이트가 답하지 않고 연결을 닫았어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    Timeout, "timeout", true,
        "The site did not answer in 10 seconds. The link is saved; try again later.",
        "사이트가 10초 안에 답하지 않았어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    Network, "network", true,
        "The page could not be reached. The link is saved; try again later.",
        "페이지에 연결하지 못했어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    HostUnavailable, "host-unavailable", true,
        "This site failed several times in a row, so it was left alone. The link is saved; try again later.",
        "이 사이트가 여러 번 답하지 않아 잠시 쉬기로 했어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    Tls, "tls", false,
        "The site's certificate or encryption is not valid. The link is saved; open it only if you trust the site.",
        "사이트의 인증서나 암호화가 올바르지 않아요. 링크는 저장했으니 믿는 사이트일 때만 열어 주세요.";
    Protocol, "protocol", false,
        "The site answered with something that is not HTTP. The link is saved.",
        "사이트가 HTTP가 아닌 답을 보냈어요. 링크는 저장했어요.";
    TooManyRedirects, "redirects", false,
        "The page redirects in circles. The link is saved; open it to see where it leads.",
        "페이지가 끝없이 다른 주소로 넘어가요. 링크는 저장했으니 열어서 확인해 주세요.";
    UnsafeRedirect, "unsafe-redirect", false,
        "The page redirects to an address that must not be opened. The link is saved, its page was not read.",
        "페이지가 열면 안 되는 주소로 넘어가요. 링크는 저장했지만 페이지는 읽지 않았어요.";
    PrivateNetwork, "private", false,
        "The page redirects into a private network. The link is saved, its page was not read.",
        "페이지가 내부 네트워크로 넘어가요. 링크는 저장했지만 페이지는 읽지 않았어요.";
    UnsafePort, "unsafe-port", false,
        "The browser does not open this port. The link is saved.",
        "브라우저가 열지 않는 포트예요. 링크는 저장했어요.";
    PermissionWithheld, "permission", false,
        "urLink may not read this site. The link is saved; allow the site to fill in its card.",
        "이 사이트를 읽을 권한이 없어요. 링크는 저장했으니 읽기를 허용하면 카드를 채울게요.";
    Decoding, "decode", false,
        "The page arrived damaged and could not be unpacked. The link is saved.",
        "페이지가 깨진 채로 와서 풀지 못했어요. 링크는 저장했어요.";
    Parked, "parked", false,
        "Reading this page stopped the browser's worker several times, so it was set aside. The link is saved.",
        "이 페이지를 읽다가 여러 번 멈춰서 따로 두었어요. 링크는 저장했어요.";
    Cancelled, "cancelled", false,
        "You ended the job before this page was read. The link is saved; refresh it to fill in its card.",
        "페이지를 읽기 전에 작업을 멈췄어요. 링크는 저장했으니 새로 고치면 카드를 채울게요.";

    // A page that answered, but not with what was meant.
    NetworkSignIn, "network-sign-in", false,
        "The network asks you to sign in before it lets pages through. The link is saved; sign in to the network, then try again.",
        "네트워크가 먼저 로그인하라고 해요. 링크는 저장했으니 네트워크에 로그인한 뒤 다시 시도해 주세요.";
    Unauthorized, "unauthorized", false,
        "The page asks for a login. The link is saved; open it in a tab and save it from there.",
        "로그인이 필요한 페이지예요. 링크는 저장했으니 탭에서 연 뒤 다시 저장해 주세요.";
    Forbidden, "forbidden", false,
        "The site does not show this page to urLink. The link is saved; open it in a tab and save it from there.",
        "사이트가 이 페이지를 보여 주지 않았어요. 링크는 저장했으니 탭에서 연 뒤 다시 저장해 주세요.";
    NotFound, "not-found", false,
        "The page does not exist any more, says the site. The link is saved.",
        "사이트에 이 페이지가 없어요. 링크는 저장했어요.";
    RateLimited, "rate-limited", true,
        "The site asks to slow down. The link is saved; try again later.",
        "사이트가 천천히 와 달라고 해요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    ServerError, "server-error", true,
        "The site has a fault of its own. The link is saved; try again later.",
        "사이트에 문제가 생겼어요. 링크는 저장했으니 나중에 다시 시도해 주세요.";
    HttpError, "http-error", false,
        "The site answered with an error. The link is saved; open it to see more.",
        "사이트가 오류를 보냈어요. 링크는 저장했으니 열어서 확인해 주세요.";
    BotWall, "bot-wall", false,
        "The site showed a check for robots instead of the page. The link is saved; open it in a tab and save it from there.",
        "사이트가 페이지 대신 로봇 확인 화면을 보여 줬어요. 링크는 저장했으니 탭에서 연 뒤 다시 저장해 주세요.";
    ConsentPage, "consent", false,
        "The site showed a consent form instead of the page. The link is saved; open it in a tab and save it from there.",
        "사이트가 페이지 대신 동의 화면을 보여 줬어요. 링크는 저장했으니 탭에서 연 뒤 다시 저장해 주세요.";
    LoginPage, "login", false,
        "The site showed a login instead of the page. The link is saved; open it in a tab and save it from there.",
        "사이트가 페이지 대신 로그인 화면을 보여 줬어요. 링크는 저장했으니 탭에서 연 뒤 다시 저장해 주세요.";
    SoftNotFound, "soft-not-found", false,
        "The page says that it does not exist. The link is saved.",
        "페이지가 없다고 나와요. 링크는 저장했어요.";
    ErrorPage, "error-page", false,
        "The site showed an error page instead of the page. The link is saved; open it to see more.",
        "사이트가 페이지 대신 오류 화면을 보여 줬어요. 링크는 저장했으니 열어서 확인해 주세요.";
    PlaceholderPage, "placeholder", false,
        "The address shows an empty or default page. The link is saved.",
        "비어 있거나 기본으로 만들어진 페이지예요. 링크는 저장했어요.";
    ScriptOnly, "script-only", false,
        "The page is drawn by its scripts alone. The link is saved; open it in a tab and save it from there for a full card.",
        "스크립트로만 그려지는 페이지예요. 탭에서 연 뒤 다시 저장하면 카드를 채울 수 있어요.";
    NoTitle, "no-title", false,
        "The page has no title. The link is saved; give it one of your own.",
        "페이지에 제목이 없어요. 링크는 저장했으니 제목을 직접 적어 주세요.";
    CutOff, "cut-off", true,
        "The page broke off before it was whole. What arrived is saved; refresh it later.",
        "페이지가 오다가 끊겼어요. 받은 만큼 저장했으니 나중에 새로 고쳐 주세요.";
    Stalled, "stalled", true,
        "The page arrived too slowly, or stopped. What arrived is saved; refresh it later.",
        "페이지가 너무 느리게 오거나 오다가 멈췄어요. 받은 만큼 저장했으니 나중에 새로 고쳐 주세요.";
    TooLarge, "too-large", false,
        "The page says nothing about itself in its first part. The link is saved; give it a title of your own.",
        "페이지 앞부분에 설명이 없어요. 링크는 저장했으니 제목을 직접 적어 주세요.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_serialise_as_themselves() {
        let mut seen = std::collections::BTreeSet::new();
        for problem in Problem::ALL {
            assert!(
                seen.insert(problem.code()),
                "{} stands twice",
                problem.code()
            );
            let json = serde_json::to_string(problem).unwrap();
            assert_eq!(json, format!("\"{}\"", problem.code()));
        }
    }

    #[test]
    fn every_sentence_is_said_in_both_languages() {
        for problem in Problem::ALL {
            let english = problem.sentence(Language::En);
            let korean = problem.sentence(Language::Ko);
            assert!(english.ends_with('.') && english.is_ascii(), "{english}");
            assert!(korean.ends_with("요."), "{korean}");
        }
    }
}
