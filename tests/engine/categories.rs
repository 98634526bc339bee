//! Categories: their order, their names, and how they go and come back.

use urlink::model::{ChangeKind, LibraryError, SaveOptions};

use super::library_steps::{in_peace, save, standing};
use super::simulation::SimEngine;
use super::{many, urls};

fn names(engine: &SimEngine) -> Vec<String> {
    let categories = engine.list_categories().categories.into_iter();
    categories
        .map(|category| {
            let star = if category.favourite { "*" } else { "" };
            format!("{}{star}", category.name)
        })
        .collect()
}

#[test]
fn categories_stand_in_order_and_their_names_are_their_own() {
    in_peace(7, async |engine| {
        engine.create_category("One").await.unwrap();
        let two = engine.create_category("Two").await.unwrap().id;
        engine.create_category("Three").await.unwrap();
        assert_eq!(names(&engine), ["Three", "Two", "One"], "the newest on top");
        engine.star_category(&two, true).await.unwrap();
        assert_eq!(names(&engine), ["Two*", "Three", "One"]);
        engine.create_category("Four").await.unwrap();
        assert_eq!(names(&engine), ["Two*", "Four", "Three", "One"]);
        engine.star_category(&two, false).await.unwrap();
        assert_eq!(names(&engine), ["Two", "Four", "Three", "One"]);
        for (name, error) in [
            ("  ", LibraryError::CategoryNameEmpty),
            (&*"가".repeat(101), LibraryError::CategoryNameTooLong),
            (" tWO ", LibraryError::CategoryExists),
        ] {
            assert_eq!(engine.create_category(name).await, Err(error), "{name}");
        }
        let renamed = engine.rename_category(&two, "two").await.unwrap();
        assert_eq!(renamed.name, "two");
        let refused = engine.rename_category(&two, "ONE").await;
        assert_eq!(refused, Err(LibraryError::CategoryExists));
        let gone = SaveOptions {
            category: Some("gone".into()),
            ..SaveOptions::default()
        };
        let refused = engine.accept(&urls(&["https://a.example/"]), &gone).await;
        assert_eq!(refused, Err(LibraryError::NoSuchCategory));
        assert_eq!(engine.list_jobs(), []);
    });
}

#[test]
fn categories_are_put_in_any_order_and_into_either_section() {
    in_peace(100, async |engine| {
        for name in ["c", "b", "a"] {
            engine.create_category(name).await.unwrap();
        }
        let id = |name: &str| {
            let categories = engine.list_categories().categories.into_iter();
            categories
                .filter(|category| category.name == name)
                .map(|category| category.id)
                .next()
                .unwrap()
        };
        assert_eq!(names(&engine), ["a", "b", "c"]);
        engine.move_category(&id("a"), false, None).await.unwrap();
        assert_eq!(names(&engine), ["b", "c", "a"], "after the last too");
        engine.move_category(&id("c"), true, None).await.unwrap();
        engine
            .move_category(&id("a"), true, Some(&id("c")))
            .await
            .unwrap();
        assert_eq!(names(&engine), ["a*", "c*", "b"]);
        engine
            .move_category(&id("a"), false, Some(&id("b")))
            .await
            .unwrap();
        assert_eq!(names(&engine), ["c*", "a", "b"]);
        let before = Some(id("a"));
        let list = engine.move_category(&id("a"), false, before.as_ref()).await;
        assert_eq!(list.unwrap(), engine.list_categories(), "before itself");
        let gone = engine.move_category(&"?".into(), false, None).await;
        assert_eq!(gone, Err(LibraryError::NoSuchCategory));
    });
}

#[test]
fn names_are_kept_apart_and_errors_change_nothing() {
    in_peace(101, async |engine| {
        let work = engine.create_category("Work").await.unwrap();
        let long = "가".repeat(100);
        assert_eq!(engine.create_category(&long).await.unwrap().name, long);
        let renamed = engine.rename_category(&work.id, " WORK ").await.unwrap();
        assert_eq!(renamed.name, "WORK", "its own name is no other's");
        engine.create_category("play").await.unwrap();
        for (name, error) in [
            (" \u{200b}", LibraryError::CategoryNameEmpty),
            ("PLAY", LibraryError::CategoryExists),
            (&"a".repeat(101), LibraryError::CategoryNameTooLong),
        ] {
            assert_eq!(engine.rename_category(&work.id, name).await, Err(error));
            assert_eq!(engine.create_category(name).await, Err(error));
        }
        assert_eq!(names(&engine)[2], "WORK");
    });
}

#[test]
fn a_deleted_category_comes_back_with_its_place_and_its_links() {
    in_peace(102, async |engine| {
        let low = engine.create_category("low").await.unwrap();
        let mid = engine.create_category("mid").await.unwrap();
        engine.create_category("top").await.unwrap();
        save(&engine, &many(1_300), Some(&mid)).await;
        save(&engine, &urls(&["https://other.example/"]), Some(&low)).await;
        save(&engine, &urls(&["https://mid.example/"]), Some(&mid)).await;
        let before = standing(&engine, "all").await;
        let list = engine.list_categories();

        let change = engine.delete_category(&mid.id).await.unwrap();
        assert_eq!(change.kind, ChangeKind::DeleteCategory);
        assert_eq!(
            (change.links, change.category.as_deref()),
            (1_301, Some("mid"))
        );
        let after = engine.list_categories();
        assert_eq!(names(&engine), ["top", "low"]);
        assert_eq!((after.all, after.trash, after.last), (1, 1_301, None));

        let undone = engine.undo(&change.id).await.unwrap();
        assert_eq!((undone.kind, undone.links), (ChangeKind::Restore, 1_301));
        assert_eq!(engine.list_categories(), list);
        assert_eq!(standing(&engine, "all").await, before);
        let twice = engine.undo(&change.id).await;
        assert_eq!(twice, Err(LibraryError::NoSuchChange));

        // What was saved meanwhile goes with the rest.
        save(&engine, &urls(&["https://new.example/"]), Some(&mid)).await;
        let again = engine.undo(&undone.id).await.unwrap();
        assert_eq!(
            (again.kind, again.links),
            (ChangeKind::DeleteCategory, 1_302)
        );
        assert_eq!(names(&engine), ["top", "low"]);
        engine.undo(&again.id).await.unwrap();
        assert_eq!(engine.list_categories().all, 1_303);
    });
}

#[test]
fn a_category_comes_back_under_another_name_where_its_own_is_taken() {
    in_peace(103, async |engine| {
        let old = engine.create_category("Name").await.unwrap();
        let change = engine.delete_category(&old.id).await.unwrap();
        assert_eq!(change.links, 0);
        engine.create_category("name").await.unwrap();
        engine.undo(&change.id).await.unwrap();
        assert_eq!(names(&engine), ["name", "Name (2)"]);
    });
}
