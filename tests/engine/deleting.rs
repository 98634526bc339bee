//! What is deleted in the middle of a job is not asked for, and no job counts what is erased.

use urlink::engine::ports::Clock as _;
use urlink::model::{Job, JobCounts, JobState, LinkSelection, Problem, SaveOptions};

use super::simulation::{Ended, Fault, Reply, SimEngine, World, audit, open};
use super::{many, urls, view};

fn all() -> LinkSelection {
    LinkSelection::Category("all".into())
}

fn slowly(world: &World) {
    let slow = |_: &World, _: &str, _: u32| Reply::titled("Slow").with(|page| page.latency = 500);
    world.sites().otherwise(slow);
}

async fn accept(engine: &SimEngine, count: u32) -> Job {
    let job = engine.accept(&many(count), &SaveOptions::default()).await;
    job.unwrap()
}

fn requests(world: &World) -> usize {
    world.sites().requests.borrow().len()
}

#[test]
fn what_is_put_into_the_trash_while_it_waits_is_not_asked_for() {
    let world = World::new(401);
    slowly(&world);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 1_100).await;
            let delete = async {
                world.sleep(1_200).await;
                engine.trash_links(&all()).await.unwrap();
                let asked = requests(&world);
                assert!((32..300).contains(&asked), "{asked}");
                assert_eq!(engine.empty_trash().await.unwrap(), 1_100);
                asked
            };
            let (run, asked) = futures_util::future::join(engine.run_jobs(), delete).await;
            run.unwrap();
            let more = requests(&world) - asked;
            assert!(more <= 64, "{more} were asked for while they were deleted");
            let job = engine.list_jobs().remove(0);
            assert_eq!(
                (job.state, job.counts),
                (JobState::Done, JobCounts::default())
            );
        })
        .value();
    audit(&world, true);
    let claims = world.disk().value("j:claims").unwrap();
    assert_eq!(claims["claimed"], serde_json::json!([]));
    assert_eq!(claims["suspects"], serde_json::json!({}));
}

#[test]
fn what_comes_back_from_the_trash_is_asked_for_once() {
    let world = World::new(402);
    slowly(&world);
    let before = world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 300).await;
            let regret = async {
                world.sleep(700).await;
                let change = engine.trash_links(&all()).await.unwrap();
                world.sleep(50).await;
                let asked = requests(&world);
                engine.undo(&change.id).await.unwrap();
                asked
            };
            let (run, asked) = futures_util::future::join(engine.run_jobs(), regret).await;
            run.unwrap();
            let saved = view(&engine, "all").await;
            assert!(saved.iter().all(|link| link.title == "Slow"));
            asked
        })
        .value();
    let asked = world.sites().asked.borrow();
    let twice = asked.values().filter(|times| **times == 2).count();
    // Those that were asked for, and not stored, when they were deleted.
    assert!(before < 150 && twice <= before, "{twice} twice");
    assert_eq!(requests(&world), 300 + twice);
}

#[test]
fn a_link_that_is_tried_again_is_not_when_it_is_deleted_meanwhile() {
    let world = World::new(403);
    let ill = |_: &World, _: &str, _: u32| Reply::status(500);
    world.sites().otherwise(ill);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 20).await;
            let delete = async {
                world.sleep(90).await;
                engine.trash_links(&all()).await.unwrap();
            };
            let (run, ()) = futures_util::future::join(engine.run_jobs(), delete).await;
            run.unwrap();
        })
        .value();
    assert_eq!(requests(&world), 20);
    audit(&world, true);
}

#[test]
fn no_job_counts_what_is_erased_also_where_the_worker_dies_of_it() {
    for crash in [false, true] {
        let world = World::new(404);
        let ended = world.run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&many(700), &options).await.unwrap();
            let first: Vec<_> = view(&engine, "all").await;
            let ids = first.iter().map(|link| link.id.clone()).collect();
            engine
                .trash_links(&LinkSelection::Links(ids))
                .await
                .unwrap();
            if crash {
                world.disk().meet([Fault::CrashAfter]);
            }
            assert_eq!(engine.empty_trash().await.unwrap(), 100);
        });
        assert_eq!(ended == Ended::Crashed, crash);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                assert_eq!(engine.has_work(), crash);
                engine.run_jobs().await.unwrap();
                let job = engine.list_jobs().remove(0);
                assert_eq!((job.counts.saved, job.thinned), (600, false));
                let report = engine.report(&job.id, None).await.unwrap();
                assert_eq!((report.saved.len(), report.skipped.len()), (600, 100));
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn no_job_counts_what_a_write_erased_that_seemed_to_fail() {
    let world = World::new(405);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&many(20), &options).await.unwrap();
            let ids = view(&engine, "all").await.into_iter().take(5);
            let ids = ids.map(|link| link.id).collect();
            let some = LinkSelection::Links(ids);
            engine.trash_links(&some).await.unwrap();
            world
                .disk()
                .meet([Fault::Fail, Fault::Fail, Fault::FailAfter]);
            engine.empty_trash().await.unwrap_err();
            engine.run_jobs().await.unwrap();
            let job = engine.list_jobs().remove(0);
            assert_eq!((job.counts.saved, job.thinned), (15, false));
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_link_that_is_erased_is_no_other_one_where_the_clock_was_set_back() {
    let world = World::new(406);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let options = SaveOptions::default();
            engine.save_urls(&many(2), &options).await.unwrap();
            let job = engine.list_jobs().remove(0).id;
            let newest = view(&engine, "all").await.remove(0).id;
            let one = LinkSelection::Links(vec![newest.clone()]);
            engine.trash_links(&one).await.unwrap();
            assert_eq!(engine.empty_trash().await.unwrap(), 1);

            world.set_clock(world.now() - 3_600_000);
            let engine = open(&world).await.unwrap();
            let other = urls(&["https://other.example/"]);
            engine.save_urls(&other, &options).await.unwrap();
            let second = view(&engine, "all").await.remove(0).id;
            assert!(second.stamp() > newest.stamp(), "its stamp is given once");
            let created = view(&engine, "all").await.remove(0).created;
            assert!(created <= world.now(), "as the clock has it");
            let report = engine.report(&job, None).await.unwrap();
            assert_eq!((report.saved.len(), report.skipped.len()), (1, 1));
            assert_eq!(report.skipped[0].code, Some(Problem::Deleted));
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_run_that_a_failing_store_ends_leaves_nobody_to_be_suspected() {
    let claimed = |world: &World| {
        let claims = world.disk().value("j:claims");
        claims.map(|claims| claims["claimed"].as_array().unwrap().len())
    };
    let world = World::new(405);
    slowly(&world);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, 600).await;
            let fill = async {
                world.sleep(700).await;
                assert!(claimed(&world) > Some(0));
                world.disk().full.set(true);
            };
            let (run, ()) = futures_util::future::join(engine.run_jobs(), fill).await;
            assert!(run.is_err());
            assert!(claimed(&world) > Some(0), "there is no room to say so");
            // The first write of anything says so too.
            world.disk().full.set(false);
            engine.set_settings(engine.settings()).await.unwrap();
            assert_eq!(claimed(&world), Some(0));

            let job = engine.list_jobs().remove(0);
            engine.resume_job(&job.id).await.unwrap();
            let fail = async {
                world.sleep(700).await;
                // All five tries of the run, three each.
                world.disk().meet([Fault::Fail; 15]);
            };
            let (run, ()) = futures_util::future::join(engine.run_jobs(), fail).await;
            assert!(run.is_err());
            assert_eq!(claimed(&world), Some(0), "at once, where there is room");
            engine.run_jobs().await.unwrap();
        })
        .value();
    audit(&world, true);
}
