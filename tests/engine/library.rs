//! Operations of the library: one link, many at once, and taking it all back.

use urlink::model::{
    CategoryId, ChangeKind, LibraryError, LinkEdit, LinkId, LinkQuery, LinkSelection, Sort, TagEdit,
};

use super::library_steps::{in_peace, just, save, standing};
use super::simulation::SimEngine;
use super::{all, many, urls, view};

fn of(category: &CategoryId) -> LinkSelection {
    LinkSelection::Category(category.as_str().into())
}

async fn ids(engine: &SimEngine, category: &str, sort: Sort) -> Vec<LinkId> {
    let query = LinkQuery {
        category: category.to_owned(),
        sort: Some(sort),
        ..LinkQuery::default()
    };
    engine.query_ids(&query).await.unwrap()
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
