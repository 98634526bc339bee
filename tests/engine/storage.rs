//! What the engine asks of the store, and what becomes of its faults.

use futures_util::future::join;
use urlink::engine::ports::Clock as _;
use urlink::model::{Hold, JobState, LibraryError, LinkSelection, SaveOptions};

use super::library_steps::accept;
use super::simulation::{Ended, Fault, World, audit, open};
use super::{all, urls, view};

pub(super) fn many(count: u32) -> Vec<String> {
    (0..count)
        .map(|n| format!("https://h{}.example/{n}", n % 500))
        .collect()
}

#[test]
fn a_single_save_touches_a_handful_of_keys_however_many_links_there_are() {
    let world = World::new(32);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&many(10_000), &SaveOptions::default())
                .await
                .unwrap();
            let reads = world.disk().reads_made.get();
            let writes = world.disk().writes_made.get();
            let url = urls(&["https://new.example/"]);
            engine.accept(&url, &SaveOptions::default()).await.unwrap();
            assert_eq!(world.disk().writes_made.get(), writes + 1);
            assert!(world.disk().reads_made.get() <= reads + 1);
            let keys = world.disk().last_write.borrow().len();
            assert!(keys <= 9, "{:?}", world.disk().last_write.borrow());
        })
        .value();
}

#[test]
fn one_link_of_many_is_changed_in_a_handful_of_keys() {
    let world = World::new(203);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&many(10_000), &SaveOptions::default())
                .await
                .unwrap();
            let link = view(&engine, "all").await[50].id.clone();
            let one = LinkSelection::Links(vec![link]);
            let reads = world.disk().reads_made.get();
            let writes = world.disk().writes_made.get();
            engine.favourite_links(&one, true).await.unwrap();
            engine.trash_links(&one).await.unwrap();
            assert_eq!(world.disk().writes_made.get(), writes + 2);
            assert_eq!(world.disk().reads_made.get(), reads + 2);
            let written = world.disk().last_write.borrow();
            assert!(written.len() <= 9, "{written:?}");
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_save_does_not_wait_for_a_change_of_many_links() {
    let world = World::new(202);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, &many(10_000)).await;
            let began = world.now();
            let change = async {
                engine.trash_links(&all()).await.unwrap();
                world.now() - began
            };
            let save = async {
                world.sleep(1).await;
                accept(&engine, &urls(&["https://new.example/"])).await;
                world.now() - began
            };
            let (change, save) = join(change, save).await;
            assert!(save * 4 < change, "{save} ms of {change} ms");
        })
        .value();
    audit(&world, true);
}

#[test]
fn the_start_reads_the_index_and_not_the_links() {
    let world = World::new(33);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&many(10_000), &SaveOptions::default())
                .await
                .unwrap();
            let reads = world.disk().reads_made.get();
            let engine = open(&world).await.unwrap();
            assert!(world.disk().reads_made.get() - reads <= 4);
            assert_eq!(engine.list_categories().all, 10_000);
            assert_eq!(
                view(&engine, "all").await[0].url,
                "https://h499.example/9999"
            );
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_worker_that_dies_between_two_slices_leaves_whole_links() {
    for crash in [Fault::CrashBefore, Fault::CrashAfter] {
        let world = World::new(34);
        world
            .run(async { open(&world).await.map(drop) })
            .value()
            .unwrap();
        let [none, crashes] = [Fault::None, crash];
        world.disk().meet([none, none, none, none, none, crashes]);
        let died = world.run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&many(5_000), &SaveOptions::default())
                .await
                .unwrap();
        });
        assert_eq!(died, Ended::Crashed);
        audit(&world, true);
        let stored = world.disk().under("l:").len();
        let whole = if crash == Fault::CrashAfter {
            4 * 256 + 2 * 768
        } else {
            4 * 256 + 768
        };
        assert_eq!(stored, whole);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                engine.run_jobs().await.unwrap();
                let job = &engine.list_jobs()[0];
                assert_eq!(
                    (job.state, job.counts.saved as usize),
                    (JobState::Done, whole)
                );
                let again = engine
                    .save_urls(&many(5_000), &SaveOptions::default())
                    .await
                    .unwrap();
                assert_eq!(again.duplicates.len(), whole);
                assert_eq!(again.saved.len(), 5_000 - whole);
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn a_write_that_fails_is_made_again_once_only() {
    for faults in [
        vec![Fault::Fail],
        vec![Fault::FailAfter],
        vec![Fault::Fail, Fault::FailAfter],
    ] {
        let world = World::new(35);
        world
            .run(async {
                let engine = open(&world).await.unwrap();
                world.disk().meet(faults.clone());
                engine
                    .save_urls(&many(3), &SaveOptions::default())
                    .await
                    .unwrap();
                assert_eq!(engine.list_categories().all, 3);
            })
            .value();
        audit(&world, true);
    }
}

#[test]
fn a_store_that_goes_on_failing_is_told_and_nothing_is_doubled() {
    let world = World::new(36);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            world
                .disk()
                .meet([Fault::Fail, Fault::Fail, Fault::FailAfter]);
            let options = SaveOptions::default();
            let failed = engine.accept(&many(3), &options).await;
            assert_eq!(failed, Err(LibraryError::StorageFailed));
            let report = engine.save_urls(&many(3), &options).await.unwrap();
            assert_eq!(report.duplicates.len(), 3, "they had arrived all the same");
        })
        .value();
    audit(&world, true);
    assert_eq!(world.disk().under("l:").len(), 3);
}

#[test]
fn no_room_holds_the_jobs_until_a_person_tries_again() {
    let world = World::new(37);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            let job = engine
                .accept(&many(3), &SaveOptions::default())
                .await
                .unwrap();
            world.disk().full.set(true);
            assert_eq!(engine.run_jobs().await, Err(LibraryError::StorageFull));
            let held = &engine.list_jobs()[0];
            assert_eq!(
                (held.state, held.hold),
                (JobState::Paused, Some(Hold::Storage))
            );
            assert!(!engine.has_work());
            let refused = engine
                .accept(&urls(&["https://b.example/"]), &SaveOptions::default())
                .await;
            assert_eq!(refused, Err(LibraryError::StorageFull));

            world.disk().full.set(false);
            engine.resume_job(&job.id).await.unwrap();
            engine.run_jobs().await.unwrap();
            assert_eq!(engine.list_jobs()[0].counts.saved, 3);
        })
        .value();
    audit(&world, true);
}

#[test]
fn a_read_that_fails_once_is_made_again() {
    let world = World::new(38);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .accept(&many(3), &SaveOptions::default())
                .await
                .unwrap();
            world.disk().failing_reads.set(1);
            engine.run_jobs().await.unwrap();
            world.disk().failing_reads.set(1);
            assert_eq!(view(&engine, "all").await.len(), 3);
        })
        .value();
}
