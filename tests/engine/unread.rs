//! Links that nobody has read yet, deleted and brought back: they are what they were.

use urlink::engine::ports::Clock as _;
use urlink::model::{ChangeId, JobState, LinkState, Problem, SaveOptions};

use super::simulation::{Ended, Fault, Reply, SimEngine, World, audit, open};
use super::{all, many, view};

async fn accept(engine: &SimEngine, count: u32) -> urlink::model::JobId {
    let job = engine.accept(&many(count), &SaveOptions::default()).await;
    job.unwrap().id
}

/// How the one job stands, and how many pages were ever asked for.
fn standing(world: &World, engine: &SimEngine) -> (JobState, u32, usize) {
    let jobs = engine.list_jobs();
    assert_eq!(jobs.len(), 1, "no other job reads them");
    let asked = world.sites().requests.borrow().len();
    (jobs[0].state, jobs[0].counts.waiting, asked)
}

async fn assert_plain(engine: &SimEngine) {
    for link in view(engine, "all").await {
        let problem = link.problem.map(|problem| problem.code);
        let plain = (LinkState::Waiting, Some(Problem::Cancelled));
        assert_eq!((link.state, problem), plain);
    }
}

/// Deletes all, and takes it back; also by way of taking that back once more.
async fn there_and_back(engine: &SimEngine) -> ChangeId {
    let deleted = engine.trash_links(&all()).await.unwrap();
    let back = engine.undo(&deleted.id).await.unwrap();
    let again = engine.undo(&back.id).await.unwrap();
    assert_eq!(engine.list_categories().all, 0);
    engine.undo(&again.id).await.unwrap().id
}

#[test]
fn what_a_cancelled_job_left_unread_comes_back_so_and_is_read_when_that_goes_on() {
    let world = World::new(501);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = accept(&engine, 30).await;
            engine.cancel_job(&job).await.unwrap();
            there_and_back(&engine).await;
            engine.run_jobs().await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Cancelled, 30, 0));
            assert_plain(&engine).await;
            audit(&world, true);

            engine.resume_job(&job).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Done, 0, 30));
        })
        .value();
    audit(&world, true);
}

#[test]
fn what_a_held_job_left_unread_waits_for_it_as_before() {
    let world = World::new(502);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = accept(&engine, 30).await;
            engine.pause_job(&job).await.unwrap();
            let some = view(&engine, "all").await.into_iter().take(10);
            let some = some.map(|link| link.id).collect();
            let some = urlink::model::LinkSelection::Links(some);
            let deleted = engine.trash_links(&some).await.unwrap();
            engine.undo(&deleted.id).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Paused, 30, 0));
        })
        .value();
    audit(&world, true);
}

#[test]
fn what_a_forgotten_job_left_unread_stays_a_plain_link() {
    for cleared_before in [true, false] {
        let world = World::new(503);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                let job = accept(&engine, 30).await;
                engine.cancel_job(&job).await.unwrap();
                if cleared_before {
                    engine.clear_jobs(None).await.unwrap();
                    there_and_back(&engine).await;
                } else {
                    let deleted = engine.trash_links(&all()).await.unwrap();
                    engine.clear_jobs(None).await.unwrap();
                    engine.undo(&deleted.id).await.unwrap();
                }
                engine.run_jobs().await.unwrap();
                assert_eq!(world.sites().requests.borrow().len(), 0);
                assert!(engine.list_jobs().is_empty());
                assert_plain(&engine).await;
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn what_a_job_is_still_to_read_comes_back_to_it() {
    let world = World::new(504);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 300).await;
            there_and_back(&engine).await;
            assert_eq!(standing(&world, &engine), (JobState::Running, 300, 0));
            engine.run_jobs().await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Done, 0, 300));
        })
        .value();
    audit(&world, true);
}

#[test]
fn what_a_worker_was_deleting_when_it_died_is_read() {
    let world = World::new(505);
    let ended = world.run(async {
        let engine = open(&world).await.unwrap();
        accept(&engine, 1_500).await;
        // The second slice of the change.
        world.disk().meet([Fault::None, Fault::CrashBefore]);
        engine.trash_links(&all()).await.unwrap();
    });
    assert_eq!(ended, Ended::Crashed);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Running, 1_500, 0));
            engine.run_jobs().await.unwrap();
            assert_eq!(standing(&world, &engine), (JobState::Done, 0, 1_500));
        })
        .value();
    audit(&world, true);
}

#[test]
fn what_comes_back_while_its_job_runs_is_read_by_it() {
    let world = World::new(506);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Slow").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 600).await;
            let regret = async {
                world.sleep(700).await;
                let change = engine.trash_links(&all()).await.unwrap();
                world.sleep(1_000).await;
                engine.undo(&change.id).await.unwrap();
                engine.run_jobs().await.unwrap();
            };
            let (run, ()) = futures_util::future::join(engine.run_jobs(), regret).await;
            run.unwrap();
            let (state, waiting, _) = standing(&world, &engine);
            assert_eq!((state, waiting), (JobState::Done, 0));
            let saved = engine.list_jobs()[0].counts.saved;
            assert_eq!(saved, 600);
        })
        .value();
    audit(&world, true);
}
