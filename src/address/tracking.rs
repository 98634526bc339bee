//! Parameters that say where a reader came from, and nothing about what is shown.
//!
//! A row must be beyond doubt: a parameter that selects content and is dropped here would make
//! two links one. Names that mean something elsewhere stand in [`ON_SITES`] only.

/// Whether a parameter only tracks. `name` is percent-normalised; case does not matter.
pub(super) fn is_tracking(host: &str, name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_")
        || EVERYWHERE
            .iter()
            .any(|(_, names)| names.contains(&name.as_str()))
        || ON_SITES.iter().any(|(sites, names)| {
            names.contains(&name.as_str()) && sites.iter().any(|site| is_on(host, site))
        })
}

fn is_on(host: &str, site: &str) -> bool {
    host.strip_suffix(site)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// Who adds them, and the names, in lower case. Rows without a source of their own are in the
/// query filter of Brave (`components/query_filter`), which breaks pages when it is wrong.
#[rustfmt::skip]
const EVERYWHERE: &[(&str, &[&str])] = &[
    ("Google, support.google.com/google-ads/answer/9744275", &[
        "_gl", "dclid", "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "srsltid", "wbraid",
    ]),
    ("Meta", &["fb_action_ids", "fb_action_types", "fb_comment_id", "fbclid"]),
    ("Microsoft", &["msclkid"]),
    ("X, TikTok, LinkedIn, Pinterest, Reddit", &["twclid", "ttclid", "li_fat_id", "epik", "rdt_cid"]),
    ("Yandex", &["_openstat", "yclid", "ymclid", "ysclid"]),
    ("Mailchimp", &["mc_cid", "mc_eid"]),
    ("HubSpot", &["__hsfp", "__hssc", "__hstc", "_hsenc", "_hsmi", "hsctatracking"]),
    ("Vero, Omeda, Klaviyo, Drip, Branch", &[
        "vero_conv", "vero_id", "oly_anon_id", "oly_enc_id", "_kx", "__s", "_branch_match_id", "_branch_referrer",
    ]),
    ("Matomo, matomo.org/faq/reports/common-campaign-tracking-use-cases", &[
        "mtm_campaign", "mtm_cid", "mtm_content", "mtm_group", "mtm_keyword", "mtm_kwd", "mtm_medium",
        "mtm_placement", "mtm_source", "pk_campaign", "pk_cid", "pk_content", "pk_keyword", "pk_kwd",
        "pk_medium", "pk_source",
    ]),
    ("Naver search ads, ads.naver.com/notice/13446, and their older form", &[
        "n_ad", "n_ad_group", "n_ad_group_type", "n_campaign_type", "n_keyword", "n_keyword_id",
        "n_mall_id", "n_mall_pid", "n_match", "n_media", "n_query", "n_rank",
        "nvadid", "nvadkwd", "nvadrank", "nvar",
    ]),
    ("Naver conversion tracking, navercts.gitbook.io/guide", &["napm"]),
    ("Kakao keyword ads, and Daum's before them", &[
        "k_adgroup", "k_campaign", "k_creative", "k_keyword", "k_keyword_id", "k_media", "k_rank",
        "dmcol", "dmkw", "dmskw",
    ]),
];

/// Sites (with all their subdomains), and the names that only track there, in lower case. Brave's
/// scoped list and the rules of `ClearURLs` are the start; what is in doubt is left out.
#[rustfmt::skip]
const ON_SITES: &[(&[&str], &[&str])] = &[
    (&["twitter.com", "x.com"], &["cn", "cxt", "ref_src", "ref_url", "s", "t"]),
    (&["youtube.com", "youtu.be", "youtube-nocookie.com"], &["feature", "pp", "si"]),
    (&["instagram.com", "threads.net", "threads.com"], &["igsh", "igshid", "xmt"]),
    (&["spotify.com"], &["si"]),
    (&["facebook.com"], &[
        "__cft__%5b0%5d", "__tn__", "__xts__%5b0%5d", "mibextid", "rdid", "share_url",
    ]),
    (&["tiktok.com"], &["_r", "_t", "is_from_webapp", "sender_device", "share_app_id", "share_link_id"]),
    (&["linkedin.com"], &["lipi", "rcm", "trackingid", "trk", "trkemail"]),
    (&["reddit.com"], &["correlation_id", "rdt", "ref_campaign", "ref_source", "share_id"]),
    (&["medium.com"], &["source"]),
    (&["imdb.com"], &["ref_"]),
    (&["steampowered.com"], &["snr"]),
    (&["ebay.com"], &["_from", "_trkparms", "_trksid"]),
    (&["bilibili.com"], &["spm_id_from", "vd_source"]),
    (&["taobao.com", "tmall.com", "aliexpress.com"], &["algo_expid", "algo_pvid", "btsid", "scm", "spm", "ws_ab_test"]),
    (&["amazon.com", "amazon.co.jp", "amazon.co.uk", "amazon.de"], &[
        "_encoding", "content-id", "crid", "dib", "dib_tag", "pd_rd_i", "pd_rd_r", "pd_rd_w", "pd_rd_wg",
        "pf_rd_i", "pf_rd_m", "pf_rd_p", "pf_rd_r", "pf_rd_s", "pf_rd_t", "qid", "ref_", "sprefix",
    ]),
    (&["news.naver.com"], &["cds", "lfrom", "ntype"]),
    (&["blog.naver.com", "cafe.naver.com"], &["fromrss", "proxyreferer", "trackingcode"]),
    (&["smartstore.naver.com", "brand.naver.com"], &["nt_detail", "nt_keyword", "nt_medium", "nt_source"]),
    (&["coupang.com"], &["clickbeacon", "lptag", "mcid", "traceid", "wpcid", "wref", "wtime"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_lower_case_and_stand_once_a_list() {
        let mut seen = std::collections::BTreeSet::new();
        for name in EVERYWHERE.iter().flat_map(|(_, names)| *names) {
            assert_eq!(*name, name.to_ascii_lowercase());
            assert!(seen.insert(*name), "{name} stands twice");
        }
        for name in ON_SITES.iter().flat_map(|(_, names)| *names) {
            assert!(!seen.contains(name), "{name} is dropped everywhere already");
        }
    }

    #[test]
    fn sites_are_whole_names() {
        assert!(is_tracking("m.youtube.com", "si"));
        assert!(!is_tracking("notyoutube.com", "si"));
        assert!(!is_tracking("youtube.com.example.org", "si"));
    }
}
