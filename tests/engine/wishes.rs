//! Sites that want to be left alone (`Retry-After`).

use urlink::engine::ports::Clock as _;
use urlink::model::{JobState, LinkState, Problem, SaveOptions};

use super::faults::save;
use super::simulation::{Reply, World, open};
use super::urls;

#[test]
fn the_wish_of_a_site_is_kept() {
    let wish =
        |text: &str| Reply::status(429).with(|page| page.head.retry_after = Some(text.into()));
    let good = Reply::titled("Here");
    let (link, asked, elapsed) = save([wish("7"), good.clone()]);
    assert_eq!((link.state, asked), (LinkState::Saved, 2));
    assert!((7_000..8_000).contains(&elapsed), "{elapsed}");
    // The world begins at 2026-11-22 00:00:00.
    let (_, asked, elapsed) = save([wish("Sun, 22 Nov 2026 00:00:09 GMT"), good.clone()]);
    assert_eq!(asked, 2);
    assert!((9_000..10_000).contains(&elapsed), "{elapsed}");
    for nonsense in ["-1", "soon", "Sun, 22 Nov 2020 00:00:09 GMT"] {
        let (link, asked, elapsed) = save([wish(nonsense), good.clone()]);
        assert_eq!((link.state, asked), (LinkState::Saved, 2));
        assert!(elapsed < 3_000, "{elapsed}");
    }
    for much in ["86401", "99999999999999999999"] {
        let (link, asked, elapsed) = save([wish(much), good.clone()]);
        assert_eq!((link.state, asked), (LinkState::Failed, 1));
        assert_eq!(link.problem.unwrap().code, Problem::RateLimited);
        assert!(
            elapsed < 1_000,
            "nobody waits for more than a day: {elapsed}"
        );
    }
}

#[test]
fn no_timer_is_set_that_a_browser_cannot_hold() {
    let world = World::new(18);
    let never = Reply::status(503).with(|page| page.head.retry_after = Some("9".repeat(12)));
    world.sites().answer("https://never.example/", [never]);
    world
        .sites()
        .answer("https://late.example/", [Reply::Silence]);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = urls(&["https://never.example/", "https://late.example/"]);
            let options = SaveOptions::default();
            let report = engine.save_urls(&list, &options).await.unwrap();
            assert_eq!(report.failed.len(), 2);
        })
        .value();
    // `setTimeout` takes 31 bits.
    assert!(world.longest_sleep() < 1 << 31);
}

#[test]
fn a_long_wish_is_slept_through_by_the_whole_host_once() {
    const HOUR: u64 = 3_600_000;
    for better in [true, false] {
        let world = World::new(16);
        let mut list: Vec<String> = (0..50)
            .map(|n| format!("https://busy.example/{n}"))
            .collect();
        list.push("https://other.example/".to_owned());
        world.sites().otherwise(move |world, url, _| {
            if url.contains("busy") && !(better && world.elapsed() >= HOUR) {
                Reply::status(429).with(|page| page.head.retry_after = Some("3600".into()))
            } else {
                Reply::titled("Here")
            }
        });
        let asked = || world.sites().requests.borrow().len();
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                engine.accept(&list, &SaveOptions::default()).await.unwrap();
                engine.run_jobs().await.unwrap();
                assert!(world.elapsed() < 10_000, "no worker stays awake for it");
                assert!(engine.has_work());
                assert!(engine.work_due().unwrap() >= world.now() + HOUR - 10_000);
                let counts = engine.list_jobs()[0].counts;
                assert_eq!((counts.saved, counts.waiting), (1, 50));
                assert!(asked() <= 5, "the host is left alone");
            })
            .value();
        let before = asked();
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                engine.run_jobs().await.unwrap();
                assert_eq!(asked(), before, "another worker knows of it");
                world.sleep(engine.work_due().unwrap() - world.now()).await;
                engine.run_jobs().await.unwrap();
                let job = engine.list_jobs().remove(0);
                assert_eq!((job.state, job.counts.waiting), (JobState::Done, 0));
                let read = if better { 50 } else { 0 };
                assert_eq!((job.counts.saved, job.counts.failed), (1 + read, 50 - read));
                assert!(!engine.has_work() && engine.work_due().is_none());
            })
            .value();
    }
}

#[test]
fn a_person_is_told_until_when_a_job_waits_and_may_try_at_once() {
    const HOUR: u64 = 3_600_000;
    let world = World::new(49);
    let busy = Reply::status(429).with(|page| page.head.retry_after = Some("3600".into()));
    let sites = world.sites();
    sites.answer("https://busy.example/", [busy.clone(), Reply::titled("In")]);
    sites.answer("https://full.example/", [busy, Reply::titled("In")]);
    sites.otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 900));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let first = urls(&["https://busy.example/", "https://a.example/"]);
            let first = engine.accept(&first, &list).await.unwrap().id;
            let second = urls(&["https://full.example/"]);
            let second = engine.accept(&second, &list).await.unwrap().id;
            let third: Vec<String> = (0..400).map(|n| format!("https://h{n}.example/")).collect();
            engine.accept(&third, &list).await.unwrap();
            let dues = || {
                let jobs = engine.list_jobs().into_iter().rev();
                jobs.map(|job| job.due.is_some()).collect::<Vec<_>>()
            };
            let person = async {
                world.sleep(4_000).await;
                assert_eq!(dues(), [true, true, false], "also while others go on");
                engine.resume_job(&first).await.unwrap();
                assert_eq!(dues(), [false, true, false]);
                world.sleep(2_000).await;
                assert_eq!(engine.list_jobs()[2].state, JobState::Done, "at once");
            };
            let (read, ()) = futures_util::future::join(engine.run_jobs(), person).await;
            read.unwrap();
            let job = engine.list_jobs().remove(1);
            let due = job.due.unwrap() - world.now();
            assert!((HOUR - 60_000..=HOUR).contains(&due), "{due}");
            assert_eq!(engine.work_due(), job.due);
            engine.resume_job(&second).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert!(!engine.has_work() && engine.work_due().is_none());
            let saved = engine.list_jobs().into_iter().map(|job| job.counts.saved);
            assert_eq!(saved.sum::<u32>(), 403);
        })
        .value();
}
