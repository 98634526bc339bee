//! Holding and ending jobs, and how many pages are read at once.

use urlink::engine::ports::Clock as _;
use urlink::model::{Hold, JobState, LibraryError, LinkState, Problem, SaveOptions, Settings};

use super::simulation::{Reply, SimEngine, World, open};
use super::{many, urls, view};

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
            let id = report.waiting[0].id.clone().unwrap();
            let link = engine.links(&[id], None).await.unwrap().remove(0);
            assert_eq!(
                (link.state, link.title.as_str()),
                (LinkState::Waiting, "h0.example")
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
fn a_job_that_was_ended_can_be_taken_up_again() {
    let world = World::new(26);
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
            let unread = engine.problem_links(&job.id, Problem::Cancelled);
            let ended = engine.list_jobs().remove(0);
            assert_eq!(unread.await.unwrap().len(), ended.counts.waiting as usize);
            let again = engine.resume_job(&job.id).await.unwrap();
            assert_eq!((again.state, again.finished), (JobState::Running, None));
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.state, done.counts.saved), (JobState::Done, 1_000));
            let still = engine.resume_job(&job.id).await.unwrap();
            assert_eq!(still.state, JobState::Done, "nothing is left to go on with");
        })
        .value();
    assert_eq!(
        world.sites().requests.borrow().len(),
        1_000,
        "no page twice"
    );
}

#[test]
fn jobs_that_are_over_can_be_cleared_and_their_links_stay() {
    let world = World::new(30);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let first = engine.accept(&many(2), &list).await.unwrap().id;
            assert_eq!(
                engine.clear_jobs(Some(&first)).await,
                Err(LibraryError::JobNotOver)
            );
            engine.run_jobs().await.unwrap();
            let second = engine.accept(&many(3), &list).await.unwrap().id;
            engine.clear_jobs(None).await.unwrap();
            let left: Vec<_> = engine.list_jobs().into_iter().map(|job| job.id).collect();
            assert_eq!(left, [second]);
            assert_eq!(
                engine.clear_jobs(Some(&first)).await,
                Err(LibraryError::NoSuchJob)
            );
            engine.run_jobs().await.unwrap();
            assert_eq!(view(&engine, "all").await.len(), 3);
            let again = open(&world).await.unwrap();
            assert_eq!(again.list_jobs().len(), 1);
        })
        .value();
    let left = world.disk().under("j:");
    let lines = left.keys().filter(|key| key.matches(':').count() == 2);
    assert_eq!(lines.count(), 1, "the lines of the first are gone");
}

#[test]
fn a_save_is_told_when_it_is_over_and_not_when_all_are() {
    let world = World::new(31);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let small = async {
                world.sleep(2_000).await;
                let one = urls(&["https://one.example/"]);
                let report = engine.save_urls(&one, &list).await.unwrap();
                assert_eq!(report.saved.len(), 1);
                world.elapsed()
            };
            let big = async {
                engine.save_urls(&many(1_000), &list).await.unwrap();
                world.elapsed()
            };
            let (one, thousand) = futures_util::future::join(small, big).await;
            assert!(one < 4_000 && thousand > 6_000, "{one}, {thousand}");
        })
        .value();
}

#[test]
fn what_is_left_of_a_run_goes_on_with_the_other_jobs() {
    let world = World::new(32);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let one = urls(&["https://one.example/"]);
            let first = engine.accept(&one, &list).await.unwrap().id;
            let second = engine.accept(&many(300), &list).await.unwrap().id;
            let mut run = Box::pin(engine.run_jobs());
            engine.run_until_over(&first, &mut run).await.unwrap();
            let state = |id| {
                let mut jobs = engine.list_jobs().into_iter();
                jobs.find(|job| job.id == id).map(|job| job.state)
            };
            assert_eq!(state(first), Some(JobState::Done));
            assert_eq!(state(second.clone()), Some(JobState::Running));
            run.await.unwrap();
            assert_eq!(state(second), Some(JobState::Done));
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 301, "no page twice");
}

#[test]
fn the_user_says_how_many_pages_are_read_at_once_also_midway() {
    let world = World::new(33);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let most = |connections| Settings {
                connections: Some(connections),
                ..Settings::default()
            };
            for wrong in [0, 65] {
                let refused = engine.set_settings(most(wrong)).await;
                assert_eq!(refused, Err(LibraryError::ConnectionsOutOfRange));
            }
            engine.set_settings(most(3)).await.unwrap();
            let list = SaveOptions::default();
            engine.accept(&many(200), &list).await.unwrap();
            meanwhile(&world, &engine, async || {
                assert_eq!(world.sites().most.get(), 3);
                engine.set_settings(most(20)).await.unwrap();
            })
            .await;
            assert_eq!(world.sites().most.get(), 20);
        })
        .value();
}
