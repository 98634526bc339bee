//! Where a request may lead: what the user names is read, wherever it is; what nobody asked for is
//! not.
//!
//! A page that is read for a user may name other addresses: a redirect, a refresh, a picture. None
//! of these may lead further in than the page itself is ([`Zone`]), or a stranger's page could
//! make this machine knock at the router's door. Two walls keep that rule:
//!
//! 1. [`redirect_allowed`], in Rust: for the address that answered, and before any address that a
//!    page names is asked for. Of a redirect it hears too late to keep the request from being sent.
//! 2. [`block_rules`], in the browser: session rules of declarativeNetRequest for the extension's
//!    own requests without a tab, which the browser applies at every hop of a redirect. They do
//!    not touch the user's own navigation. A blocked request fails with
//!    `net::ERR_BLOCKED_BY_CLIENT`.
//!
//! # How what the user names gets through
//! A rule sees where a request leads, not where it came from: `http://192.168.0.1/` typed by the
//! user and the same address in a stranger's `Location` look the same to it. An exception for each
//! named host would therefore open that host to every other page of the job as well. So requests
//! take turns instead: at any time all that are in flight are of one zone, the rules are those of
//! that zone, and `Zone::Public` is where they rest.
//!
//! ```text
//! rules = block_rules(id, Public)   at the worker's start, and whenever nothing is in flight
//! zone in flight: Public  -> Local and Machine are blocked
//!                 Local   -> Machine is blocked
//!                 Machine -> nothing is blocked
//! to change the zone: let what is in flight end, `updateSessionRules`, then send the next
//! ```
//!
//! Lists that mix zones are rare, so the turns cost nothing in the common case. If requests of
//! several zones are in flight all the same, the rules must be those of the innermost; then a
//! stranger's redirect may reach (without cookies) what lies in that zone, and wall 1 throws the
//! answer away.
//!
//! Neither wall sees a public name that resolves to a private address: the IP addresses that
//! `webRequest` reports do, after the request was sent ([`zone_of_ip`]). A name that the user gives
//! may have any address (a company's wiki has a private one); a name that a page leads to must not
//! stand further in than the server that was asked first, or the answer is thrown away. The first
//! server counts and not the internet as such, because behind a proxy every address is the proxy's:
//! with one on this machine, all pages come from `127.0.0.1`.

use serde::Serialize;

use super::{Address, Zone, zone};
use crate::model::Problem;

/// Whether a page at `from` may lead to `to`, by a redirect or by naming it.
///
/// # Errors
/// [`Problem::PrivateNetwork`] where `to` lies further in than `from`.
///
/// ```
/// # use urlink::address::{Address, policy::redirect_allowed};
/// # use urlink::model::Problem;
/// let [site, nas, here] = ["https://example.com/", "http://nas.local/", "http://127.0.0.1/"].map(Address::parse);
/// let (site, nas, here) = (site?, nas?, here?);
/// assert_eq!(redirect_allowed(&site, &nas), Err(Problem::PrivateNetwork));
/// assert_eq!(redirect_allowed(&nas, &here), Err(Problem::PrivateNetwork));
/// assert_eq!(redirect_allowed(&nas, &nas), Ok(()));
/// assert_eq!(redirect_allowed(&here, &site), Ok(()));
/// # Ok::<(), Problem>(())
/// ```
pub fn redirect_allowed(from: &Address, to: &Address) -> Result<(), Problem> {
    if to.zone() <= from.zone() {
        Ok(())
    } else {
        Err(Problem::PrivateNetwork)
    }
}

/// The zone of an IP address as `webRequest` reports it: IPv6 without brackets.
///
/// ```
/// # use urlink::address::{Zone, policy::zone_of_ip};
/// assert_eq!(zone_of_ip("127.0.0.1"), Zone::Machine);
/// assert_eq!(zone_of_ip("fe80::1"), Zone::Local);
/// assert_eq!(zone_of_ip("8.8.8.8"), Zone::Public);
/// ```
#[must_use]
pub fn zone_of_ip(ip: &str) -> Zone {
    if ip.contains(':') {
        zone::of(&format!("[{ip}]"))
    } else {
        zone::of(ip)
    }
}

/// A rule of declarativeNetRequest, as `updateSessionRules({ addRules })` takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// One of [`RULE_IDS`].
    pub id: u32,
    /// Higher wins; all of ours are alike.
    pub priority: u32,
    /// What happens.
    pub action: Action,
    /// To which requests.
    pub condition: Condition,
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Action {
    /// The request fails and nothing is sent.
    Block,
}

/// Which requests a rule is for. Without resource types it is for all but navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// In RE2's syntax, against the whole serialised address, without regard to case.
    pub regex_filter: &'static str,
    /// Who asks: the extension itself.
    pub initiator_domains: [String; 1],
    /// From which tabs: none, so the worker.
    pub tab_ids: [i32; 1],
}

/// Every id in use: what `updateSessionRules({ removeRuleIds })` takes before it adds anew.
pub const RULE_IDS: [u32; 6] = [1, 2, 3, 4, 5, 6];

/// `chrome.tabs.TAB_ID_NONE`.
const NO_TAB: i32 = -1;

/// What leads to this machine: IPv4, IPv6, names.
const TO_MACHINE: [&str; 3] = [
    r"^https?://(?:0|127)\.\d+\.\d+\.\d+(?::\d+)?/",
    r"^https?://\[(?:[0-9a-f]{0,3}:|[014-9a-e]|f[0-9abf]|fe[0-7c-f]|2002:|2001:(?:[0-9a-f]{0,2}|1[0-9a-f]{2}|db8):|3fff:[0-9a-f]{0,3}:)",
    r"^https?://(?:[^/]+\.)?(?:localhost|localdomain)\.?(?::\d+)?/",
];

/// What leads to the networks it is connected to: IPv4, IPv6, names.
const TO_LOCAL: [&str; 3] = [
    r"^https?://(?:10|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.0\.[02]|192\.88\.99|198\.1[89]|198\.51\.100|203\.0\.113|22[4-9]|2[345]\d)(?:\.\d+)+(?::\d+)?/",
    r"^https?://\[f(?:[cd][0-9a-f]{2}|e[89ab][0-9a-f]):",
    r"^https?://(?:[^/.:]+|(?:[^/]+\.)?(?:local|internal|home\.arpa|lan|intranet|private|corp|home))\.?(?::\d+)?/",
];

/// The rules to have while requests for pages in a zone are in flight: everything further in is
/// blocked. `extension_id` is `chrome.runtime.id`.
///
/// ```
/// # use urlink::address::{Zone, policy::block_rules};
/// assert_eq!(block_rules("abc", Zone::Public).len(), 6);
/// assert_eq!(block_rules("abc", Zone::Local).len(), 3);
/// assert_eq!(block_rules("abc", Zone::Machine).len(), 0);
/// let json = serde_json::to_value(block_rules("abc", Zone::Local))?;
/// assert_eq!(json[0]["action"]["type"], "block");
/// assert_eq!(json[0]["condition"]["initiatorDomains"][0], "abc");
/// assert_eq!(json[0]["condition"]["tabIds"][0], -1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn block_rules(extension_id: &str, zone: Zone) -> Vec<Rule> {
    let machine = TO_MACHINE.iter().filter(|_| zone < Zone::Machine);
    let local = TO_LOCAL.iter().filter(|_| zone < Zone::Local);
    machine
        .chain(local)
        .zip(RULE_IDS)
        .map(|(regex_filter, id)| Rule {
            id,
            priority: 1,
            action: Action::Block,
            condition: Condition {
                regex_filter,
                initiator_domains: [extension_id.to_owned()],
                tab_ids: [NO_TAB],
            },
        })
        .collect()
}
