//! Reading pages once more.

use urlink::engine::ports::Clock as _;
use urlink::model::{
    Job, JobId, JobState, LibraryError, LinkId, LinkSelection, LinkState, Problem, SaveOptions,
};

use super::simulation::{Reply, SimEngine, World, open};
use super::{all, many, urls, view};

pub(super) fn problems(job: &Job) -> Vec<(Problem, u32)> {
    let problems = job.problems.iter();
    problems.map(|known| (known.code, known.count)).collect()
}

pub(super) async fn ids(engine: &SimEngine, category: &str) -> Vec<LinkId> {
    let links = view(engine, category).await;
    links.into_iter().map(|link| link.id).collect()
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
            let job = engine.refresh(&all()).await.unwrap();
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
            let job = engine.refresh(&all()).await.unwrap();
            assert_eq!((job.state, job.total), (JobState::Done, 0));
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!(report.skipped[0].code, Some(Problem::InWork));
            engine.run_jobs().await.unwrap();
        })
        .value();
    assert_eq!(world.sites().asked("https://a.example/"), 1);
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

            let category = LinkSelection::Category(study.as_str().into());
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
            let unknown = LinkSelection::Category("?".into());
            let unknown = engine.refresh(&unknown).await;
            assert_eq!(unknown, Err(LibraryError::NoSuchCategory));
        })
        .value();
}

#[test]
fn a_link_that_is_not_of_a_job_cannot_be_tried_again_with_it() {
    let world = World::new(36);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            engine.save_urls(&many(1), &list).await.unwrap();
            let other = ids(&engine, "all").await.remove(0);
            let job = engine
                .accept(&urls(&["https://a.example/"]), &list)
                .await
                .unwrap();
            engine.run_jobs().await.unwrap();
            for link in [other, LinkId::from("none")] {
                let refused = engine.retry_link(&job.id, &link).await;
                assert_eq!(refused, Err(LibraryError::NoSuchLink));
            }
            let job = JobId::from("none");
            let refused = engine.retry_link(&job, &LinkId::from("none")).await;
            assert_eq!(refused, Err(LibraryError::NoSuchJob));
            assert!(!engine.has_work());
        })
        .value();
}

#[test]
fn one_link_that_is_tried_again_overtakes_the_rest_of_its_job() {
    let world = World::new(37);
    let answers = [Reply::status(404), Reply::titled("Back")];
    world.sites().answer("https://h1999.example/", answers);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 800));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let list = SaveOptions::default();
            let job = engine.accept(&many(2_000), &list).await.unwrap().id;
            let person = async {
                world.sleep(3_000).await;
                let gone = engine.problem_links(&job, Problem::NotFound).await.unwrap();
                engine.retry_link(&job, &gone[0]).await.unwrap();
                let asked = world.elapsed();
                while engine.links(&gone, None).await.unwrap()[0].state != LinkState::Saved {
                    world.sleep(50).await;
                }
                let left = engine.list_jobs()[0].counts.waiting;
                assert!(left > 1_000, "{left} are still to come");
                assert!(world.elapsed() - asked < 1_000, "at once");
            };
            let (read, ()) = futures_util::future::join(engine.run_jobs(), person).await;
            read.unwrap();
            let done = engine.list_jobs().remove(0);
            assert_eq!((done.state, done.counts.saved), (JobState::Done, 2_000));
        })
        .value();
    assert_eq!(world.sites().requests.borrow().len(), 2_001);
}
