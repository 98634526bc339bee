//! Which network a host is on.

use std::net::{Ipv4Addr, Ipv6Addr};

/// How far inside a host is, from where anybody is to this very machine.
///
/// The order counts: a page must not lead further in than it is itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The public internet.
    Public,
    /// The networks that this machine is connected to.
    Local,
    /// This machine, or an address whose meaning only it decides.
    Machine,
}

/// Names that this machine answers (RFC 6761).
const MACHINE_NAMES: &[&str] = &["localhost", "localdomain"];

/// Names that local networks answer: RFC 6762 (`local`, and appendix G: what networks use in
/// practice), RFC 8375 (`home.arpa`), ICANN's reserved `internal`.
const LOCAL_NAMES: &[&str] = &[
    "local",
    "internal",
    "home.arpa",
    "lan",
    "intranet",
    "private",
    "corp",
    "home",
];

/// Takes a host as the parser serialises it.
pub(super) fn of(host: &str) -> Zone {
    if let Some(inside) = host.strip_prefix('[') {
        let address = inside.trim_end_matches(']').parse();
        return address.map_or(Zone::Machine, of_v6);
    }
    host.parse().map_or_else(|_| of_name(host), of_v4)
}

/// Whether a host is an IP address rather than a name.
pub(super) fn is_ip_address(host: &str) -> bool {
    host.starts_with('[') || host.parse::<Ipv4Addr>().is_ok()
}

fn of_name(host: &str) -> Zone {
    let name = host.strip_suffix('.').unwrap_or(host);
    let is_under = |suffixes: &[&str]| {
        suffixes.iter().any(|suffix| {
            name.strip_suffix(suffix)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
    };
    if is_under(MACHINE_NAMES) {
        Zone::Machine
    } else if !name.contains('.') || is_under(LOCAL_NAMES) {
        Zone::Local
    } else {
        Zone::Public
    }
}

/// Networks that lead to this machine, and the lengths of their prefixes.
const MACHINE_V4: &[([u8; 4], u32)] = &[
    ([0, 0, 0, 0], 8),   // this network: `0.0.0.0` reaches loopback
    ([127, 0, 0, 0], 8), // loopback
];

/// The rest of the IANA IPv4 special-purpose registry (RFC 6890 and later), save what is globally
/// reachable.
const LOCAL_V4: &[([u8; 4], u32)] = &[
    ([10, 0, 0, 0], 8),      // private use
    ([100, 64, 0, 0], 10),   // shared by the customers of a carrier
    ([169, 254, 0, 0], 16),  // link-local
    ([172, 16, 0, 0], 12),   // private use
    ([192, 0, 0, 0], 24),    // protocol assignments
    ([192, 0, 2, 0], 24),    // documentation
    ([192, 88, 99, 0], 24),  // the old 6to4 relay
    ([192, 168, 0, 0], 16),  // private use
    ([198, 18, 0, 0], 15),   // benchmarks
    ([198, 51, 100, 0], 24), // documentation
    ([203, 0, 113, 0], 24),  // documentation
    ([224, 0, 0, 0], 3),     // multicast, reserved, broadcast
];

fn of_v4(address: Ipv4Addr) -> Zone {
    let is_in = |networks: &[([u8; 4], u32)]| {
        networks.iter().any(|&(network, length)| {
            let differs = address.to_bits() ^ u32::from_be_bytes(network);
            differs.leading_zeros() >= length
        })
    };
    if is_in(MACHINE_V4) {
        Zone::Machine
    } else if is_in(LOCAL_V4) {
        Zone::Local
    } else {
        Zone::Public
    }
}

/// Public is `2000::/3`, save the protocol assignments (Teredo, benchmarks, ORCHID) and what is for
/// documentation (RFC 3849, RFC 9637). Local is what is unique to a site (RFC 4193) or a link (RFC
/// 4291). All else counts as this machine: loopback, and every form that holds an IPv4 address
/// (mapped, translated, NAT64, 6to4), for nobody writes a public one so.
fn of_v6(address: Ipv6Addr) -> Zone {
    let is_in = |prefix: u128, length: u32| (address.to_bits() >> (128 - length)) == prefix;
    let holds_v4 = is_in(0x2002, 16);
    let is_assigned =
        is_in(0x2001_0000 >> 9, 23) || is_in(0x2001_0db8, 32) || is_in(0x3fff << 4, 20);
    if is_in(0b001, 3) && !holds_v4 && !is_assigned {
        Zone::Public
    } else if address.is_unique_local() || address.is_unicast_link_local() {
        Zone::Local
    } else {
        Zone::Machine
    }
}
