//! Holding, ending and repeating jobs.

use urlink::engine::ports::Clock as _;
use urlink::model::{
    Hold, Job, JobState, LibraryError, LinkId, LinkSelection, LinkState, Problem, SaveOptions,
    Settings,
};

use super::simulation::{Reply, SimEngine, World, open};
use super::{urls, view};

fn many(count: u32) -> Vec<String> {
    (0..count)
        .map(|n| format!("https://h{n}.example/"))
        .collect()
}

fn everything() -> LinkSelection {
    LinkSelection::Category("all".to_owned())
}

fn problems(job: &Job) -> Vec<(Problem, u32)> {
    let problems = job.problems.iter();
    problems.map(|known| (known.code, known.count)).collect()
}

async fn ids(engine: &SimEngine, category: &str) -> Vec<LinkId> {
    let links = view(engine, category).await;
    links.into_iter().map(|link| link.id).collect()
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
            let job = engine.refresh(&everything()).await.unwrap();
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
            let job = engine.refresh(&everything()).await.unwrap();
            assert_eq!((job.state, job.total), (JobState::Done, 0));
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!(report.skipped[0].code, Some(Problem::InWork));
            engine.run_jobs().await.unwrap();
        })
        .value();
    assert_eq!(world.sites().asked("https://a.example/"), 1);
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
fn a_job_counts_its_problems_by_kind_and_names_their_links() {
    let world = World::new(27);
    let sites = world.sites();
    for n in [0, 2] {
        let url = format!("https://h{n}.example/");
        sites.answer(&url, [Reply::status(404), Reply::titled("Back")]);
    }
    sites.answer("https://h3.example/", [Reply::status(401)]);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(5), &SaveOptions::default())
                .await
                .unwrap()
                .id;
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            let mut found = problems(&done);
            found.sort_by_key(|known| known.1);
            assert_eq!(found, [(Problem::Unauthorized, 1), (Problem::NotFound, 2)]);
            let gone = engine.problem_links(&job, Problem::NotFound).await.unwrap();
            let views = engine.links(&gone, None).await.unwrap();
            let urls: Vec<&str> = views.iter().map(|link| link.url.as_str()).collect();
            assert_eq!(urls, ["https://h0.example/", "https://h2.example/"]);

            let one = engine.retry_link(&job, &gone[1]).await.unwrap();
            assert_eq!((one.state, one.counts.waiting), (JobState::Running, 1));
            engine.run_jobs().await.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.counts.saved, done.counts.failed), (3, 2));
            assert_eq!(
                engine.problem_links(&job, Problem::NotFound).await.unwrap(),
                gone[..1]
            );
        })
        .value();
    assert_eq!(world.sites().asked("https://h0.example/"), 1);
}

#[test]
fn what_another_job_has_mended_is_counted_when_it_is_looked_at() {
    let world = World::new(28);
    let answers = [Reply::status(404), Reply::titled("Back")];
    world.sites().answer("https://h0.example/", answers);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let job = engine.accept(&many(2), &list).await.unwrap().id;
            engine.run_jobs().await.unwrap();
            let bad = ids(&engine, "problems").await;
            engine.refresh(&LinkSelection::Links(bad)).await.unwrap();
            engine.run_jobs().await.unwrap();
            let gone = engine.problem_links(&job, Problem::NotFound).await.unwrap();
            assert_eq!(gone, []);
            let mended = engine.list_jobs().remove(1);
            assert_eq!((mended.counts.saved, problems(&mended)), (2, vec![]));
        })
        .value();
}

#[test]
fn what_is_read_anew_is_a_selection_or_a_category() {
    let world = World::new(29);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let study = engine.create_category("Study").await.unwrap().id;
            let into = SaveOptions {
                category: Some(study.clone()),
                ..SaveOptions::default()
            };
            engine.save_urls(&many(3), &into).await.unwrap();
            let loose = urls(&["https://loose.example/"]);
            engine
                .save_urls(&loose, &SaveOptions::default())
                .await
                .unwrap();

            let category = LinkSelection::Category(study.to_string());
            let job = engine.refresh(&category).await.unwrap();
            assert_eq!((job.total, job.refresh), (3, true));
            engine.run_jobs().await.unwrap();
            assert_eq!(world.sites().asked("https://loose.example/"), 1);

            let mut chosen = ids(&engine, "unsorted").await;
            chosen.extend(chosen.clone());
            let job = engine.refresh(&LinkSelection::Links(chosen)).await.unwrap();
            assert_eq!((job.total, job.urgent), (1, true), "once, and at once");
            engine.run_jobs().await.unwrap();
            assert_eq!(world.sites().asked("https://loose.example/"), 2);

            let nothing = engine.refresh(&LinkSelection::default()).await;
            assert_eq!(nothing, Err(LibraryError::NoLinks));
            let unknown = LinkSelection::Category("?".to_owned());
            let unknown = engine.refresh(&unknown).await;
            assert_eq!(unknown, Err(LibraryError::NoSuchCategory));
        })
        .value();
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
