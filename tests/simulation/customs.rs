//! What people give, and what sites do.

use urlink::address::Zone;
use urlink::engine::ports::NetworkError;

use super::{Reply, World};

/// A line of a list: mostly a link, now and then of the same page as another.
pub fn line(world: &World, hosts: u64, pages: u64) -> String {
    match world.below(20) {
        0 => "javascript:alert(1)".to_owned(),
        1 => "# a remark".to_owned(),
        2 => "not an address".to_owned(),
        3 => format!("https://HOST0.example:443/{}#there", world.below(pages)),
        4 => {
            let insides = ["192.168.0.2", "nas.local", "localhost", "127.0.0.1:8080"];
            format!("http://{}/{}", world.pick(&insides), world.below(pages))
        }
        _ => format!(
            "https://host{}.example/{}",
            world.below(hosts),
            world.below(pages)
        ),
    }
}

/// What sites do.
pub fn misbehave(world: &World) -> Reply {
    let errors = [
        NetworkError::CutOff,
        NetworkError::Dns,
        NetworkError::Decoding,
        NetworkError::EmptyResponse,
        NetworkError::Offline,
        NetworkError::PermissionWithheld,
        NetworkError::Protocol,
        NetworkError::Refused,
        NetworkError::Reset,
        NetworkError::Tls,
        NetworkError::TooManyInFlight,
        NetworkError::TooManyRedirects,
        NetworkError::Unknown,
    ];
    let error = world.pick(&errors);
    let statuses = [401, 403, 404, 429, 500, 503, 999];
    match world.below(14) {
        0 => Reply::Silence,
        12 | 13 => never_settled(world),
        8 => Reply::titled("Late").with(|page| page.latency = 9_000 + world.below(15_000)),
        9 => {
            let targets = ["https://host1.example/1", "http://127.0.0.1/", "/2"];
            let target = world.pick(&targets);
            Reply::html(&format!(
                "<title>Moved</title><meta http-equiv=refresh content=0;url={target}>"
            ))
        }
        10 => Reply::titled("Inside").with(|page| {
            page.head.url = "https://rebound.example/".into();
            page.way = Some((Zone::Public, world.pick(&[Zone::Public, Zone::Local])));
        }),
        11 => Reply::titled("Slow").with(|page| {
            let bytes = std::mem::take(&mut page.body);
            let pieces = bytes.iter().flat_map(|(_, bytes)| bytes.chunks(7));
            page.body = pieces
                .map(|some| (world.below(1_500), some.to_vec()))
                .collect();
        }),
        1 | 2 => Reply::status(world.pick(&statuses)),
        3 => Reply::status(503).with(|page| {
            let wishes = ["2", "500", "soon", "-1", "Wed, 21 Oct 2015 07:28:00 GMT"];
            let wish = world.pick(&wishes);
            page.head.retry_after = Some(wish.to_owned());
        }),
        4 => Reply::titled("Cut").with(|page| page.end = Some(Box::new(Reply::error(error)))),
        5 => Reply::html("<p>nothing").with(|page| page.end = Some(Box::new(Reply::Silence))),
        6 => Reply::titled("Elsewhere").with(|page| page.head.url = "http://127.0.0.1/".into()),
        _ => Reply::Error(world.below(3_000), error),
    }
}

/// One of the promises of its request is never settled.
pub fn never_settled(world: &World) -> Reply {
    let silent = Some(Box::new(Reply::Silence));
    match world.below(4) {
        0 => Reply::Silence,
        1 => Reply::html("<title>Begun").with(|page| page.end = silent),
        2 => Reply::titled("Nowhere").with(|page| {
            page.head.url = "https://elsewhere.example/".into();
            page.way_is_silent = true;
        }),
        _ => Reply::html("<title>Moved</title><meta http-equiv=refresh content=0;url=?on>")
            .with(|page| page.way_is_silent = true),
    }
}
