//! Operations of the library: categories, the trash, many links at once, and taking it all back.

use urlink::model::{
    Category, CategoryId, ChangeKind, LibraryError, LinkEdit, LinkId, LinkQuery, LinkSelection,
    LinkView, SaveOptions, Sort, TagEdit,
};

use super::simulation::{SimEngine, World, audit, open};
use super::{all, many, urls, view};

/// Lives in a world where all goes well; then all on the disk must be as it should.
pub(super) fn in_peace(seed: u64, story: impl AsyncFnOnce(SimEngine)) {
    audit(&lived(seed, story), true);
}

pub(super) fn lived(seed: u64, story: impl AsyncFnOnce(SimEngine)) -> World {
    let world = World::new(seed);
    world
        .run(async { story(open(&world).await.unwrap()).await })
        .value();
    world
}

pub(super) async fn save(engine: &SimEngine, list: &[String], category: Option<&Category>) {
    let options = SaveOptions {
        category: category.map(|category| category.id.clone()),
        ..SaveOptions::default()
    };
    engine.save_urls(list, &options).await.unwrap();
}

pub(super) fn of(category: &CategoryId) -> LinkSelection {
    LinkSelection::Category(category.as_str().into())
}

pub(super) fn just(link: &LinkView) -> LinkSelection {
    LinkSelection::Links(vec![link.id.clone()])
}

pub(super) async fn ids(engine: &SimEngine, category: &str, sort: Sort) -> Vec<LinkId> {
    let query = LinkQuery {
        category: category.to_owned(),
        sort: Some(sort),
        ..LinkQuery::default()
    };
    engine.query_ids(&query).await.unwrap()
}

fn names(engine: &SimEngine) -> Vec<String> {
    let categories = engine.list_categories().categories.into_iter();
    categories
        .map(|category| {
            let star = if category.favourite { "*" } else { "" };
            format!("{}{star}", category.name)
        })
        .collect()
}

/// The links of a view as they are but for the time of the last change.
pub(super) async fn standing(engine: &SimEngine, category: &str) -> Vec<LinkView> {
    let mut links = view(engine, category).await;
    for link in &mut links {
        link.updated = 0;
    }
    links
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

#[test]
fn links_move_between_categories_and_back() {
    in_peace(104, async |engine| {
        let target = engine.create_category("target").await.unwrap();
        save(&engine, &many(1_200), None).await;
        save(&engine, &urls(&["https://there.example/"]), Some(&target)).await;
        let before = standing(&engine, "unsorted").await;
        let change = engine.move_links(&all(), Some(&target.id)).await.unwrap();
        assert_eq!(
            (change.links, change.category.as_deref()),
            (1_200, Some("target"))
        );
        let list = engine.list_categories();
        assert_eq!((list.unsorted, list.categories[0].count), (0, 1_201));
        engine.undo(&change.id).await.unwrap();
        assert_eq!(standing(&engine, "unsorted").await, before);
        let gone = engine.move_links(&all(), Some(&"?".into())).await;
        assert_eq!(gone, Err(LibraryError::NoSuchCategory));
        let none = engine.move_links(&of(&target.id), None).await.unwrap();
        assert_eq!((none.links, none.category), (1, None));
        assert_eq!(engine.list_categories().unsorted, 1_201);
    });
}

#[test]
fn taking_back_leaves_alone_what_was_changed_since() {
    in_peace(105, async |engine| {
        let [a, b] = ["a", "b"].map(|name| engine.create_category(name));
        let (a, b) = (a.await.unwrap(), b.await.unwrap());
        save(&engine, &many(2), None).await;
        let change = engine.move_links(&all(), Some(&a.id)).await.unwrap();
        let links = view(&engine, "all").await;
        engine
            .move_links(&just(&links[0]), Some(&b.id))
            .await
            .unwrap();
        engine
            .favourite_links(&just(&links[1]), true)
            .await
            .unwrap();
        let undone = engine.undo(&change.id).await.unwrap();
        assert_eq!(undone.links, 1);
        assert_eq!(view(&engine, b.id.as_str()).await[0].id, links[0].id);
        let left = &view(&engine, "unsorted").await[0];
        assert!(left.id == links[1].id && left.favourite);
    });
}

#[test]
fn favourites_stand_first_and_have_a_view() {
    in_peace(106, async |engine| {
        save(&engine, &many(3), None).await;
        let links = view(&engine, "all").await;
        let change = engine
            .favourite_links(&just(&links[2]), true)
            .await
            .unwrap();
        assert_eq!((change.kind, change.links), (ChangeKind::Favourite, 1));
        assert_eq!(view(&engine, "all").await[0].id, links[2].id);
        assert_eq!(view(&engine, "favourites").await.len(), 1);
        assert_eq!(engine.list_categories().favourites, 1);
        let none = engine
            .favourite_links(&just(&links[2]), true)
            .await
            .unwrap();
        assert_eq!(none.links, 0);
        let id = |number: usize| links[number].id.clone();
        assert_eq!(
            ids(&engine, "all", Sort::Oldest).await,
            [id(2), id(1), id(0)]
        );
        engine.undo(&change.id).await.unwrap();
        assert_eq!(view(&engine, "favourites").await.len(), 0);
    });
}

#[test]
fn the_user_says_what_a_link_is_and_takes_it_back() {
    in_peace(109, async |engine| {
        save(&engine, &many(1), None).await;
        let link = &view(&engine, "all").await[0];
        let now = async || view(&engine, "all").await.remove(0);
        let edit = LinkEdit {
            title: Some("  나의\n제목 ".to_owned()),
            memo: Some("one\r\ntwo".to_owned()),
            tags: Some(urls(&["#여행", "Work", "work", ""])),
        };
        let change = engine.edit_link(&link.id, &edit).await.unwrap();
        assert_eq!((change.kind, change.links), (ChangeKind::Edit, 1));
        let edited = now().await;
        assert_eq!(
            (&*edited.title, edited.own_title.as_deref()),
            ("나의 제목", Some("나의 제목"))
        );
        assert_eq!(edited.memo.as_deref(), Some("one\ntwo"));
        assert_eq!(edited.tags, ["여행", "Work"]);
        let tags = engine.list_tags();
        assert_eq!(tags.iter().map(|tag| tag.count).collect::<Vec<_>>(), [1, 1]);
        let again = engine.edit_link(&link.id, &edit).await.unwrap();
        assert_eq!(again.links, 0, "nothing is different");
        let blank = LinkEdit {
            title: Some(" ".to_owned()),
            memo: None,
            tags: Some(Vec::new()),
        };
        let blanked = engine.edit_link(&link.id, &blank).await.unwrap();
        let edited = now().await;
        assert_eq!((edited.title, edited.own_title), (link.title.clone(), None));
        assert_eq!(edited.memo.as_deref(), Some("one\ntwo"));
        assert_eq!(engine.list_tags(), []);
        let gone = engine.edit_link(&"?".into(), &blank).await;
        assert_eq!(gone, Err(LibraryError::NoSuchLink));

        let undone = engine.undo(&blanked.id).await.unwrap();
        assert_eq!((undone.kind, undone.links), (ChangeKind::Edit, 1));
        let edited = now().await;
        assert_eq!(edited.own_title.as_deref(), Some("나의 제목"));
        assert_eq!(engine.list_tags().len(), 2);
        engine.undo(&undone.id).await.unwrap();
        assert_eq!(now().await.own_title, None, "and done again");
        engine.undo(&change.id).await.unwrap();
        let edited = now().await;
        assert_eq!((edited.memo, edited.own_title), (None, None));
    });
}

#[test]
fn taking_an_edit_back_leaves_alone_what_was_said_since() {
    in_peace(115, async |engine| {
        save(&engine, &many(1), None).await;
        let link = &view(&engine, "all").await[0];
        let said = |title: Option<&str>, memo: Option<&str>| LinkEdit {
            title: title.map(str::to_owned),
            memo: memo.map(str::to_owned),
            tags: None,
        };
        let first = said(Some("first"), Some("first"));
        let first = engine.edit_link(&link.id, &first).await.unwrap();
        let since = said(None, Some("since"));
        engine.edit_link(&link.id, &since).await.unwrap();
        engine.favourite_links(&just(link), true).await.unwrap();
        engine.undo(&first.id).await.unwrap();
        let left = &view(&engine, "all").await[0];
        assert_eq!(
            (left.own_title.as_deref(), left.memo.as_deref()),
            (None, Some("since"))
        );
        assert!(left.favourite);
    });
}

#[test]
fn many_links_are_tagged_and_each_gets_its_own_tags_back() {
    in_peace(110, async |engine| {
        save(&engine, &many(3), None).await;
        let links = view(&engine, "all").await;
        let own = LinkEdit {
            tags: Some(urls(&["b", "a"])),
            ..LinkEdit::default()
        };
        engine.edit_link(&links[1].id, &own).await.unwrap();
        let tags = TagEdit {
            add: urls(&["c", "A"]),
            remove: urls(&["B"]),
        };
        let change = engine.tag_links(&all(), &tags).await.unwrap();
        assert_eq!((change.kind, change.links), (ChangeKind::Tag, 3));
        assert_eq!(view(&engine, "all").await[1].tags, ["a", "c"]);
        assert_eq!(engine.list_tags()[0].count, 3);
        engine.undo(&change.id).await.unwrap();
        assert_eq!(view(&engine, "all").await[1].tags, ["b", "a"]);
        assert_eq!(view(&engine, "all").await[0].tags, [""; 0]);
    });
}

#[test]
fn links_are_placed_by_hand_any_number_of_times_at_the_same_spot() {
    in_peace(111, async |engine| {
        let category = engine.create_category("c").await.unwrap();
        save(&engine, &many(80), Some(&category)).await;
        let name = category.id.as_str();
        let mut order = ids(&engine, name, Sort::Hand).await;
        assert_eq!(order, ids(&engine, name, Sort::Newest).await);
        // Always the last to the second place: there is no room there after 64 times.
        for _ in 0..150 {
            let last = order.pop().unwrap();
            let moved = [last.clone()];
            engine
                .place_links(&moved, Some(&order[1]), name)
                .await
                .unwrap();
            order.insert(1, last);
            assert_eq!(ids(&engine, name, Sort::Hand).await, order);
        }
        let some = [order[5].clone(), order[2].clone()];
        let change = engine.place_links(&some, None, name).await.unwrap();
        assert_eq!(change.kind, ChangeKind::Place);
        let placed = ids(&engine, name, Sort::Hand).await;
        assert_eq!(placed[78..], some);
        engine.undo(&change.id).await.unwrap();
        assert_eq!(ids(&engine, name, Sort::Hand).await, order);
        save(&engine, &urls(&["https://new.example/"]), None).await;
        let new = view(&engine, "unsorted").await[0].id.clone();
        engine
            .place_links(std::slice::from_ref(&new), Some(&order[0]), name)
            .await
            .unwrap();
        assert_eq!(ids(&engine, name, Sort::Hand).await[0], new);
    });
}

#[test]
fn many_urls_are_looked_up_at_once() {
    in_peace(112, async |engine| {
        save(&engine, &many(2), None).await;
        let asked = urls(&["https://h1.example", "https://x.example/", "no url"]);
        let places = engine.saved_places(&asked).await.unwrap();
        assert_eq!(places.len(), 3);
        assert!(places[0].is_some() && places[1].is_none() && places[2].is_none());
    });
}
