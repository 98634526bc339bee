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
    for (error, problem, state, asked) in [
        (NetworkError::Dns, Problem::DnsFailed, LinkState::Failed, 2),
        (
            NetworkError::Refused,
            Problem::Refused,
            LinkState::Failed,
            2,
        ),
        (
            NetworkError::Reset,
            Problem::ConnectionReset,
            LinkState::Failed,
            3,
        ),
        (
            NetworkError::EmptyResponse,
            Problem::EmptyResponse,
            LinkState::Failed,
            3,
        ),
        (
            NetworkError::Unknown,
            Problem::Network,
            LinkState::Failed,
            3,
        ),
        (NetworkError::Tls, Problem::Tls, LinkState::Failed, 1),
        (
            NetworkError::Protocol,
            Problem::Protocol,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::TooManyRedirects,
            Problem::TooManyRedirects,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::UnsafeRedirect,
            Problem::UnsafeRedirect,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::UnsafePort,
            Problem::UnsafePort,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::PermissionWithheld,
            Problem::PermissionWithheld,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::Decoding,
            Problem::Decoding,
            LinkState::Failed,
            1,
        ),
        (
            NetworkError::PrivateNetwork,
            Problem::PrivateNetwork,
            LinkState::Blocked,
            1,
        ),
    ] {
        assert_outcome(vec![Reply::error(error)], state, Some(problem), asked);
    }
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
fn a_host_that_fails_is_left_alone_and_given_up() {
    let world = World::new(13);
    world.sites().otherwise(|_, url, _| {
        if url.contains("dead") {
            Reply::error(NetworkError::Reset)
        } else {
            Reply::titled("Alive")
        }
    });
    let list: Vec<String> = (0..100)
        .map(|n| {
            format!(
                "https://{}.example/{n}",
                if n % 2 == 0 { "dead" } else { "alive" }
            )
        })
        .collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine
                .save_urls(&list, &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!((report.saved.len(), report.failed.len()), (50, 50));
            let given_up = report
                .failed
                .iter()
                .filter(|entry| entry.code == Some(Problem::HostUnavailable));
            assert!(given_up.count() > 40);
        })
        .value();
    let requests = world.sites().requests.borrow();
    let dead = requests
        .iter()
        .filter(|(_, url)| url.contains("dead"))
        .count();
    assert!(dead <= 12, "{dead} requests at a dead host");
}

#[test]
fn without_a_network_jobs_are_held_and_nothing_is_burned() {
    let world = World::new(14);
    world.sites().set_offline(true);
    let list: Vec<String> = (0..20).map(|n| format!("https://h{n}.example/")).collect();
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine
                .save_urls(&list, &SaveOptions::default())
                .await
                .unwrap();
            assert_eq!(report.waiting.len(), 20, "safe, and to be read");
            assert_eq!(engine.list_jobs()[0].state, JobState::Paused);
            assert!(engine.has_work());
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 0);
    world.sites().set_offline(false);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(engine.list_jobs()[0].counts.saved, 20);
            assert_eq!(engine.list_jobs()[0].state, JobState::Done);
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

#[test]
fn a_page_that_kills_the_worker_is_parked_and_the_others_are_read() {
    let world = World::new(15);
    let killer = "https://h7.example/";
    world.sites().answer(killer, [Reply::Kill]);
    let list: Vec<String> = (0..40).map(|n| format!("https://h{n}.example/")).collect();
    let mut deaths = 0;
    let job = world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&list, &SaveOptions::default())
                .await
                .unwrap()
                .id
        })
        .value();
    while world.run(async { open(&world).await.unwrap().run_jobs().await.unwrap() })
        != super::simulation::Ended::Done(())
    {
        deaths += 1;
        assert!(deaths < 10);
    }
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let report = engine.report(&job, None).await.unwrap();
            assert_eq!(report.saved.len(), 39);
            assert_eq!(report.failed[0].url.as_deref(), Some(killer));
            assert_eq!(report.failed[0].code, Some(Problem::Parked));
        })
        .value();
    assert_eq!(world.sites().asked(killer), deaths);
    assert_eq!(deaths, 4, "once among a few, and three times alone");
}
