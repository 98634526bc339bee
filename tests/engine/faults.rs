//! What becomes of a link whose page cannot be read, or only in part.

use urlink::engine::ports::NetworkError;
use urlink::model::{JobState, LinkState, LinkView, Problem, SaveOptions};

use super::simulation::{Reply, World, audit, never_settled, open};
use super::{many, urls, view};

const URL: &str = "https://site.example/";

/// Saves a link whose site answers so; gives the link, how often it was asked for, and how long
/// it took.
pub(super) fn save(replies: impl IntoIterator<Item = Reply>) -> (LinkView, u32, u64) {
    let world = World::new(11);
    world.sites().answer(URL, replies);
    let link = world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&urls(&[URL]), &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!(engine.list_jobs()[0].state, JobState::Done);
            view(&engine, "all").await.remove(0)
        })
        .value();
    (link, world.sites().asked(URL), world.elapsed())
}

#[track_caller]
fn assert_outcome(replies: Vec<Reply>, state: LinkState, problem: Option<Problem>, asked: u32) {
    let told = format!("{:?}", replies.last());
    let (link, times, _) = save(replies);
    assert_eq!(
        (link.state, link.problem.map(|problem| problem.code), times),
        (state, problem, asked),
        "{told}"
    );
}

#[test]
fn each_failure_has_its_name_and_its_number_of_tries() {
    for (error, problem, asked) in [
        (NetworkError::Dns, Problem::DnsFailed, 2),
        (NetworkError::Refused, Problem::Refused, 2),
        (NetworkError::Reset, Problem::ConnectionReset, 3),
        (NetworkError::EmptyResponse, Problem::EmptyResponse, 3),
        (NetworkError::Unknown, Problem::Network, 3),
        (NetworkError::Tls, Problem::Tls, 1),
        (NetworkError::Protocol, Problem::Protocol, 1),
        (NetworkError::TooManyRedirects, Problem::TooManyRedirects, 1),
        (NetworkError::UnsafeRedirect, Problem::UnsafeRedirect, 1),
        (NetworkError::UnsafePort, Problem::UnsafePort, 1),
        (
            NetworkError::PermissionWithheld,
            Problem::PermissionWithheld,
            1,
        ),
        (NetworkError::Decoding, Problem::Decoding, 1),
    ] {
        let replies = vec![Reply::error(error)];
        assert_outcome(replies, LinkState::Failed, Some(problem), asked);
    }
    let inside = vec![Reply::error(NetworkError::PrivateNetwork)];
    let problem = Some(Problem::PrivateNetwork);
    assert_outcome(inside, LinkState::Blocked, problem, 1);
}

#[test]
fn each_status_has_its_name_and_its_number_of_tries() {
    for (status, problem, asked) in [
        (401, Problem::Unauthorized, 1),
        (403, Problem::Forbidden, 1),
        (404, Problem::NotFound, 1),
        (410, Problem::NotFound, 1),
        (451, Problem::Forbidden, 1),
        (999, Problem::Forbidden, 1),
        (402, Problem::Forbidden, 1),
        (407, Problem::NetworkSignIn, 1),
        (511, Problem::NetworkSignIn, 1),
        (526, Problem::Tls, 1),
        (530, Problem::ServerError, 3),
        (418, Problem::HttpError, 1),
        (429, Problem::RateLimited, 3),
        (500, Problem::ServerError, 3),
        (503, Problem::ServerError, 3),
    ] {
        let replies = vec![Reply::status(status)];
        assert_outcome(replies, LinkState::Failed, Some(problem), asked);
        let (link, _, _) = save([Reply::status(status)]);
        assert_eq!(link.page.unwrap().status, Some(status));
    }
}

#[test]
fn a_page_of_which_nobody_says_where_it_stands_is_not_waited_for() {
    let elsewhere = Reply::titled("Elsewhere").with(|page| {
        page.head.url = "https://elsewhere.example/".into();
        page.way_is_silent = true;
    });
    let problem = Some(Problem::Timeout);
    assert_outcome(vec![elsewhere], LinkState::Failed, problem, 3);
    let moved = "<title>Moved</title><meta http-equiv=refresh content=0;url=/there>";
    let leads = Reply::html(moved).with(|page| page.way_is_silent = true);
    assert_outcome(
        vec![leads, Reply::titled("There")],
        LinkState::Saved,
        None,
        1,
    );
}

#[test]
fn where_nothing_ever_settles_every_job_ends() {
    let world = World::new(23);
    world.sites().otherwise(|world, _, _| never_settled(world));
    let job = world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&many(300), &options).await.unwrap();
            engine.list_jobs().remove(0)
        })
        .value();
    assert_eq!((job.state, job.counts.waiting), (JobState::Done, 0));
    // A link holds one of at least 8 places for 20 s at most, three times.
    assert!(world.elapsed() < 300 * 60_000 / 8, "{}", world.elapsed());
    audit(&world, true);
}

#[test]
fn a_failure_that_passes_is_forgotten() {
    let good = Reply::titled("Here");
    assert_outcome(
        vec![
            Reply::status(500),
            Reply::error(NetworkError::Reset),
            good.clone(),
        ],
        LinkState::Saved,
        None,
        3,
    );
    assert_outcome(
        vec![Reply::error(NetworkError::Dns), good],
        LinkState::Saved,
        None,
        2,
    );
}

#[test]
fn silence_ends_after_ten_seconds_and_is_tried_three_times() {
    let (link, asked, elapsed) = save([Reply::Silence]);
    assert_eq!(link.problem.unwrap().code, Problem::Timeout);
    assert_eq!(asked, 3);
    assert!((30_000..34_000).contains(&elapsed), "{elapsed}");
    let late = |latency| Reply::titled("Late").with(|page| page.latency = latency);
    assert_outcome(vec![late(9_900)], LinkState::Saved, None, 1);
    assert_outcome(
        vec![late(10_100)],
        LinkState::Failed,
        Some(Problem::Timeout),
        3,
    );
}

#[test]
fn a_body_that_breaks_off_leaves_what_arrived() {
    let half = "<html><head><title>Half</title><meta name=description content=x>";
    let cut = |html: &str| {
        Reply::html(html).with(|page| page.end = Some(Box::new(Reply::error(NetworkError::CutOff))))
    };
    assert_outcome(
        vec![cut(half)],
        LinkState::Partial,
        Some(Problem::CutOff),
        1,
    );
    assert_outcome(
        vec![cut("<html><head>")],
        LinkState::Partial,
        Some(Problem::CutOff),
        3,
    );
    let stalled = Reply::html(half).with(|page| page.end = Some(Box::new(Reply::Silence)));
    let (link, asked, elapsed) = save([stalled]);
    assert_eq!((link.title.as_str(), asked), ("Half", 1));
    assert_eq!(link.problem.unwrap().code, Problem::Stalled);
    assert!((5_000..6_000).contains(&elapsed), "{elapsed}");
    let bytes = half.bytes().map(|byte| (300, vec![byte]));
    let drip: Vec<_> = bytes.chain((0..1_000).map(|_| (300, vec![b' ']))).collect();
    let (link, _, elapsed) = save([Reply::html("").with(|page| page.body = drip)]);
    assert_eq!(
        (link.state, link.title.as_str()),
        (LinkState::Partial, "Half")
    );
    assert!((20_000..21_000).contains(&elapsed), "{elapsed}");
}

#[test]
fn a_public_page_does_not_lead_into_a_private_network() {
    for inside in [
        "http://127.0.0.1/",
        "http://192.168.0.1/",
        "http://[::1]/",
        "http://nas.local/",
    ] {
        let reply = Reply::titled("Router").with(|page| page.head.url = inside.into());
        let (link, asked, _) = save([reply]);
        assert_eq!((link.state, asked), (LinkState::Blocked, 1));
        assert_eq!(link.problem.unwrap().code, Problem::PrivateNetwork);
        assert_eq!(link.title, "site.example", "nothing of the page is kept");
    }
}

#[test]
fn an_address_that_the_user_names_is_read_wherever_it_is() {
    let world = World::new(12);
    let url = "http://192.168.0.2/";
    world.sites().answer(url, [Reply::titled("NAS")]);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine
                .save_urls(&urls(&[url]), &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!(report.saved.len(), 1);
        })
        .value();
}

#[test]
fn too_many_requests_in_the_browser_are_our_fault_and_not_the_pages() {
    let replies = [
        Reply::error(NetworkError::TooManyInFlight),
        Reply::titled("Here"),
    ];
    assert_outcome(replies.to_vec(), LinkState::Saved, None, 2);
    let (link, asked, _) = save([Reply::error(NetworkError::TooManyInFlight)]);
    assert_eq!((link.problem.unwrap().code, asked), (Problem::Network, 10));
}
