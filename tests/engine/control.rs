//! Holding, ending and repeating jobs.

use urlink::engine::ports::Clock as _;
use urlink::model::{Hold, JobState, LinkState, Problem, SaveOptions};

use super::simulation::{Reply, SimEngine, World, open};
use super::{urls, view};

fn many(count: u32) -> Vec<String> {
    (0..count)
        .map(|n| format!("https://h{n}.example/"))
        .collect()
}

/// Runs the jobs, and after two seconds does something else.
async fn meanwhile<T>(world: &World, engine: &SimEngine, then: impl AsyncFn() -> T) -> T {
    let later = async {
        world.sleep(2_000).await;
        then().await
    };
    let (run, done) = futures_util::future::join(engine.run_jobs(), later).await;
    run.unwrap();
    done
}

#[test]
fn a_held_job_stops_and_goes_on_where_it_was() {
    let world = World::new(21);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(1_000), &SaveOptions::default())
                .await
                .unwrap();
            let held = meanwhile(&world, &engine, async || {
                engine.pause_job(&job.id).await.unwrap()
            })
            .await;
            assert_eq!(
                (held.state, held.hold),
                (JobState::Paused, Some(Hold::User))
            );
            assert!(!engine.has_work());
            let held = engine.list_jobs().remove(0);
            assert!((50..500).contains(&held.counts.saved), "{held:?}");
            let asked = world.sites().requests.borrow().len();
            world.sleep(60_000).await;
            assert_eq!(world.sites().requests.borrow().len(), asked);

            engine.resume_job(&job.id).await.unwrap();
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.state, done.counts.saved), (JobState::Done, 1_000));
        })
        .value();
    assert_eq!(
        world.sites().requests.borrow().len(),
        1_000,
        "no page twice"
    );
}

#[test]
fn a_cancelled_job_leaves_plain_links() {
    let world = World::new(22);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(1_000), &SaveOptions::default())
                .await
                .unwrap();
            meanwhile(&world, &engine, async || {
                engine.cancel_job(&job.id).await.unwrap()
            })
            .await;
            let ended = engine.list_jobs().remove(0);
            assert_eq!(ended.state, JobState::Cancelled);
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!(report.saved.len() + report.waiting.len(), 1_000);
            assert_eq!(report.saved.len(), ended.counts.saved as usize);
            assert_eq!(report.waiting[0].code, Some(Problem::Cancelled));
            let link = &view(&engine, "all").await[0];
            assert_eq!(
                (link.state, link.title.as_str()),
                (LinkState::Waiting, "h999.example")
            );
            assert_eq!(link.problem.as_ref().unwrap().code, Problem::Cancelled);

            engine.retry_job(&job.id, None).await.unwrap();
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.state, done.counts.saved), (JobState::Done, 1_000));
        })
        .value();
}

#[test]
fn what_failed_is_tried_again_all_or_of_one_kind() {
    let world = World::new(23);
    let sites = world.sites();
    sites.answer(
        "https://h0.example/",
        [Reply::status(404), Reply::titled("Back")],
    );
    sites.answer(
        "https://h1.example/",
        [Reply::status(401), Reply::titled("Open")],
    );
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(3), &SaveOptions::default())
                .await
                .unwrap()
                .id;
            engine.run_jobs().await.unwrap();
            assert_eq!(engine.list_categories().problems, 2);
            let again = engine
                .retry_job(&job, Some(Problem::NotFound))
                .await
                .unwrap();
            assert_eq!((again.state, again.counts.waiting), (JobState::Running, 1));
            engine.run_jobs().await.unwrap();
            assert_eq!(engine.list_categories().problems, 1);
            engine.retry_job(&job, None).await.unwrap();
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.state, done.counts.saved), (JobState::Done, 3));
            assert_eq!(engine.list_categories().problems, 0);
            let nothing = engine.retry_job(&job, None).await.unwrap();
            assert_eq!(nothing.state, JobState::Done);
        })
        .value();
    assert_eq!(world.sites().asked("https://h2.example/"), 1);
}

#[test]
fn reading_anew_brings_what_is_new_and_keeps_what_was() {
    let world = World::new(24);
    let sites = world.sites();
    sites.answer(
        "https://h0.example/",
        [Reply::titled("Old"), Reply::titled("New")],
    );
    sites.answer(
        "https://h1.example/",
        [Reply::titled("Kept"), Reply::status(404)],
    );
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&many(2), &SaveOptions::default())
                .await
                .unwrap();
            let job = engine.refresh(&engine.all_links()).await.unwrap();
            assert_eq!((job.total, job.counts.waiting), (2, 2));
            let during = view(&engine, "all").await;
            assert!(
                during.iter().all(|link| link.state == LinkState::Saved),
                "still shown"
            );
            engine.run_jobs().await.unwrap();
            let links = view(&engine, "all").await;
            assert_eq!(links[1].title, "New");
            assert_eq!(
                (links[0].title.as_str(), links[0].state),
                ("Kept", LinkState::Failed)
            );
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!((report.saved.len(), report.failed.len()), (1, 1));
        })
        .value();
}

#[test]
fn a_link_that_is_being_read_is_not_read_twice() {
    let world = World::new(25);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&urls(&["https://a.example/"]), &SaveOptions::default())
                .await
                .unwrap();
            let job = engine.refresh(&engine.all_links()).await.unwrap();
            assert_eq!((job.state, job.total), (JobState::Done, 0));
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!(report.skipped[0].code, Some(Problem::InWork));
            engine.run_jobs().await.unwrap();
        })
        .value();
    assert_eq!(world.sites().asked("https://a.example/"), 1);
}
