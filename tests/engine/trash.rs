//! The trash: what goes there, what comes back, and what is gone.

use futures_util::future::join;
use urlink::engine::ports::Clock as _;
use urlink::model::{
    ChangeKind, JobState, LibraryError, LinkEdit, LinkSelection, Problem, SaveOptions,
};

use super::library_steps::{DAY, accept, counts, in_peace, just, lived, save, standing};
use super::simulation::{Reply, World, audit, open};
use super::{all, many, urls, view};

#[test]
fn the_trash_is_counted_nowhere_else_and_gives_everything_back() {
    in_peace(107, async |engine| {
        let category = engine.create_category("c").await.unwrap();
        save(&engine, &many(4), Some(&category)).await;
        let before = standing(&engine, "all").await;
        engine
            .favourite_links(&just(&before[0]), true)
            .await
            .unwrap();
        let before = standing(&engine, "all").await;
        let pair = LinkSelection::Links(vec![before[0].id.clone(), before[2].id.clone()]);
        let change = engine.trash_links(&pair).await.unwrap();
        assert_eq!((change.kind, change.links), (ChangeKind::Trash, 2));
        let list = engine.list_categories();
        assert_eq!((list.all, list.favourites, list.trash), (2, 0, 2));
        assert_eq!(list.categories[0].count, 2);
        let trash = view(&engine, "trash").await;
        assert!(trash.len() == 2 && trash.iter().all(|link| link.deleted.is_some()));
        assert_eq!(view(&engine, category.id.as_str()).await.len(), 2);

        let place = engine.find_saved(&before[0].url).await.unwrap().unwrap();
        assert!(place.deleted && place.category == Some(category.id.clone()));
        let edit = engine.edit_link(&before[0].id, &LinkEdit::default()).await;
        assert_eq!(edit, Err(LibraryError::InTrash));
        let nothing = engine.move_links(&pair, None).await.unwrap();
        assert_eq!(nothing.links, 0, "not of the trash");
        let refresh = engine.refresh(&pair).await;
        assert_eq!(refresh, Err(LibraryError::NoLinks));

        let back = engine.restore_links(&just(&before[2])).await.unwrap();
        assert_eq!((back.kind, back.links), (ChangeKind::Restore, 1));
        engine.undo(&back.id).await.unwrap();
        assert_eq!(engine.list_categories().trash, 2);
        engine.undo(&change.id).await.unwrap();
        assert_eq!(standing(&engine, "all").await, before);
    });
}

#[test]
fn what_is_erased_is_gone_and_can_be_saved_anew() {
    let world = lived(108, async |engine| {
        save(&engine, &many(1_200), None).await;
        let links = view(&engine, "all").await;
        let change = engine.trash_links(&all()).await.unwrap();
        assert_eq!(engine.erase_links(&just(&links[0])).await.unwrap(), 1);
        assert_eq!(engine.empty_trash().await.unwrap(), 1_199);
        assert_eq!(engine.list_categories().trash, 0);
        let undone = engine.undo(&change.id).await.unwrap();
        assert_eq!(undone.links, 0);
        assert_eq!(engine.find_saved(&links[0].url).await.unwrap(), None);
        let report = engine.save_urls(&many(3), &SaveOptions::default()).await;
        assert_eq!(report.unwrap().saved.len(), 3);
    });
    // The job has counted links that are gone.
    audit(&world, false);
}

#[test]
fn the_trash_is_swept_after_thirty_days() {
    let world = World::new(205);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            assert_eq!(engine.trash_due(), None);
            engine
                .save_urls(&many(3), &SaveOptions::default())
                .await
                .unwrap();
            let links = view(&engine, "all").await;
            let one = |at: usize| LinkSelection::Links(vec![links[at].id.clone()]);
            engine.trash_links(&one(0)).await.unwrap();
            let first = world.now();
            world.sleep(DAY).await;
            engine.trash_links(&one(1)).await.unwrap();
            let due = engine.trash_due().unwrap();
            assert!(due.abs_diff(first + 30 * DAY) < 100);
            world.sleep(28 * DAY).await;
            assert_eq!(engine.sweep_trash().await.unwrap(), 0);
            world.sleep(due - world.now()).await;
            assert_eq!(engine.sweep_trash().await.unwrap(), 1);
            assert_eq!(counts(&engine), (1, 1));
            assert!(engine.trash_due().unwrap() > due);
        })
        .value();
    audit(&world, false);
}

#[test]
fn what_is_saved_again_comes_out_of_the_trash_into_its_new_category() {
    let world = World::new(206);
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            engine
                .save_urls(&many(2), &SaveOptions::default())
                .await
                .unwrap();
            let link = view(&engine, "all").await[0].clone();
            engine.favourite_links(&all(), true).await.unwrap();
            engine.trash_links(&all()).await.unwrap();
            let category = engine.create_category("new").await.unwrap();
            let options = SaveOptions {
                category: Some(category.id.clone()),
                ..SaveOptions::default()
            };
            let again = urls(&[&link.url, &link.url, "https://other.example/"]);
            let report = engine.save_urls(&again, &options).await.unwrap();
            let codes: Vec<_> = report.duplicates.iter().map(|entry| entry.code).collect();
            assert_eq!(
                codes,
                [Some(Problem::Restored), Some(Problem::DuplicateInList)]
            );
            assert_eq!(report.duplicates[0].category, Some(category.id.clone()));
            assert_eq!(report.saved.len(), 1);
            let back = &view(&engine, category.id.as_str()).await[0];
            assert!(back.id == link.id && back.favourite && back.deleted.is_none());
            assert_eq!(counts(&engine), (2, 1));
        })
        .value();
    audit(&world, false);
}

#[test]
fn a_link_that_waits_goes_to_the_trash_unread_and_is_read_when_it_is_back() {
    let world = World::new(207);
    world
        .sites()
        .otherwise(|_, _, _| Reply::titled("Read").with(|page| page.latency = 500));
    world
        .run(async {
            let engine = open(&world).await.unwrap();
            accept(&engine, &many(3)).await;
            let change = engine.trash_links(&all()).await.unwrap();
            let job = &engine.list_jobs()[0];
            assert_eq!((job.state, job.counts.waiting), (JobState::Done, 0));
            engine.run_jobs().await.unwrap();
            assert_eq!(world.sites().asked.borrow().len(), 0, "nobody is asked");
            let report = engine.report(&job.id, None).await.unwrap();
            assert_eq!(report.skipped.len(), 3);
            assert_eq!(report.skipped[0].code, Some(Problem::Deleted));
            let retry = engine
                .retry_link(&job.id, report.skipped[0].id.as_ref().unwrap())
                .await;
            assert_eq!(retry, Err(LibraryError::InTrash));
            engine.undo(&change.id).await.unwrap();
            engine.run_jobs().await.unwrap();
            let links = view(&engine, "all").await;
            assert!(links.iter().all(|link| link.title == "Read"));

            // While it is being read.
            accept(&engine, &urls(&["https://late.example/"])).await;
            let id = view(&engine, "all").await[0].id.clone();
            let late = async {
                world.sleep(300).await;
                engine
                    .trash_links(&LinkSelection::Links(vec![id]))
                    .await
                    .unwrap();
            };
            let (run, ()) = join(engine.run_jobs(), late).await;
            run.unwrap();
            assert_eq!(counts(&engine), (3, 1));
            assert_eq!(view(&engine, "trash").await[0].title, "late.example");
        })
        .value();
    audit(&world, false);
}
