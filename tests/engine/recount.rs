//! Counting a job anew, of whose links another one has read the pages once more.

use urlink::engine::ports::Clock as _;
use urlink::model::{LinkSelection, Problem, SaveOptions};

use super::many;
use super::repeat::{ids, problems};
use super::simulation::{Ended, Reply, World, open};

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
fn a_job_that_is_over_counts_what_another_one_has_read_of_its_links() {
    let world = World::new(34);
    let answers = [Reply::status(404), Reply::Kill, Reply::titled("Back")];
    world.sites().answer("https://h0.example/", answers);
    let list = SaveOptions::default();
    let bad = async {
        let engine = open(&world).await.unwrap();
        engine.save_urls(&many(2), &list).await.unwrap();
        let job = engine.list_jobs().remove(0);
        assert_eq!(problems(&job), [(Problem::NotFound, 1)]);
        let bad = ids(&engine, "problems").await;
        engine.refresh(&LinkSelection::Links(bad)).await.unwrap();
        engine.run_jobs().await.unwrap();
    };
    assert_eq!(world.run(bad), Ended::Crashed);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert!(engine.has_work());
            engine.run_jobs().await.unwrap();
            assert!(!engine.has_work());
            for job in engine.list_jobs() {
                assert_eq!((job.again, problems(&job)), (false, vec![]), "{job:?}");
                assert_eq!(job.counts.saved, job.total, "{job:?}");
            }
        })
        .value();
}

#[test]
fn other_jobs_are_counted_anew_also_after_the_worker_died_before_it() {
    for killed_at in 0..40 {
        let world = World::new(35);
        let answers = [Reply::status(404), Reply::titled("Back")];
        world.sites().answer("https://h0.example/", answers);
        let saved = async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&many(2), &SaveOptions::default())
                .await
                .unwrap();
            let bad = ids(&engine, "problems").await;
            engine.refresh(&LinkSelection::Links(bad)).await.unwrap();
        };
        world.run(saved).value();
        let read = async {
            let engine = open(&world).await.unwrap();
            let read = engine.run_jobs();
            let death = async {
                world.sleep(killed_at * 25).await;
                world.crash();
                std::future::pending::<()>().await;
            };
            let _ = futures_util::future::join(read, death).await;
        };
        world.run(read);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                engine.run_jobs().await.unwrap();
                for job in engine.list_jobs() {
                    assert_eq!((job.again, problems(&job)), (false, vec![]), "{job:?}");
                }
            })
            .value();
    }
}
