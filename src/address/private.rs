//! Hosts that are not on the public internet.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Names that local networks answer: RFC 6761 (`localhost`), RFC 6762 (`local`, and appendix G:
/// what networks use in practice), RFC 8375 (`home.arpa`), ICANN's reserved `internal`.
pub(super) const LOCAL_SUFFIXES: &[&str] = &[
    "localhost",
    "local",
    "internal",
    "home.arpa",
    "lan",
    "intranet",
    "private",
    "corp",
    "home",
    "localdomain",
];

/// Takes a host as the parser serialises it.
pub(super) fn is_private(host: &str) -> bool {
    if let Some(inside) = host.strip_prefix('[') {
        let address = inside.trim_end_matches(']').parse();
        return address.is_ok_and(is_private_v6);
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return is_private_v4(address);
    }
    is_local_name(host)
}

/// Whether a host is an IP address rather than a name.
pub(super) fn is_ip_address(host: &str) -> bool {
    host.starts_with('[') || host.parse::<Ipv4Addr>().is_ok()
}

fn is_local_name(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    !name.contains('.')
        || LOCAL_SUFFIXES.iter().any(|suffix| {
            name.strip_suffix(suffix)
                .is_some_and(|before| before.is_empty() || before.ends_with('.'))
        })
}

/// The IANA IPv4 special-purpose registry (RFC 6890 and later), save what is globally reachable:
/// networks and the lengths of their prefixes.
const PRIVATE_V4: &[([u8; 4], u32)] = &[
    ([0, 0, 0, 0], 8),       // this network
    ([10, 0, 0, 0], 8),      // private use
    ([100, 64, 0, 0], 10),   // shared by the customers of a carrier
    ([127, 0, 0, 0], 8),     // loopback
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

fn is_private_v4(address: Ipv4Addr) -> bool {
    PRIVATE_V4.iter().any(|&(network, length)| {
        let differs = address.to_bits() ^ u32::from_be_bytes(network);
        differs.leading_zeros() >= length
    })
}

/// The IANA IPv6 special-purpose registry; addresses that hold an IPv4 address are as that is.
fn is_private_v6(address: Ipv6Addr) -> bool {
    let bits = address.to_bits();
    let embedded = |from_right: u32| {
        let v4 = u32::try_from((bits >> from_right) & 0xffff_ffff).unwrap_or_default();
        is_private_v4(Ipv4Addr::from_bits(v4))
    };
    let is_in = |prefix: u128, length: u32| (bits >> (128 - length)) == prefix;
    // IPv4-mapped (RFC 4291), -translated (RFC 2765), NAT64 (RFC 6052).
    if is_in(0xffff, 96) || is_in(0xffff_0000, 96) || is_in(0x0064_ff9b_u128 << 64, 96) {
        return embedded(0);
    }
    // 6to4 (RFC 3056).
    if is_in(0x2002, 16) {
        return embedded(80);
    }
    // All other unicast that is global lies in 2000::/3, save the protocol assignments (Teredo,
    // benchmarks, ORCHID) and what is for documentation (RFC 3849, RFC 9637).
    !is_in(0b001, 3)
        || is_in(0x2001_0000 >> 9, 23)
        || is_in(0x2001_0db8, 32)
        || is_in(0x3fff << 4, 20)
}
