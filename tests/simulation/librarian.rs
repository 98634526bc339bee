//! A person who puts the library in order while links are saved and workers die: what he does is
//! done or not done, what he takes back is as it was, and what he notes stays.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use serde_json::{Value, json};
use urlink::engine::ports::Clock as _;
use urlink::model::{
    Category, Change, LibraryError, LinkEdit, LinkFilter, LinkId, LinkQuery, LinkSelection, TagEdit,
};

use super::standings::{Standings, chosen, has_tag, standings};
use super::{SimEngine, World};

#[derive(Default)]
pub struct Librarian {
    /// Whether he deletes much, and for good.
    ruthless: bool,
    /// What he noted last, of each link.
    notes: RefCell<BTreeMap<String, Option<String>>>,
    /// What he was doing when it failed, or the worker died.
    unsure: RefCell<Option<Doing>>,
    changes: RefCell<Vec<Change>>,
    /// Whether something went wrong since the library was opened: it may be taken back any moment.
    failed: Cell<bool>,
    names: Cell<u32>,
}

struct Doing {
    before: Standings,
    /// The links that it is about, and what is true of each when it is done.
    about: Vec<String>,
    done: fn(&Value) -> bool,
}

impl Librarian {
    pub fn new(ruthless: bool) -> Self {
        Self {
            ruthless,
            ..Self::default()
        }
    }

    /// Looks at what a worker left that died, when the library is open again.
    ///
    /// # Panics
    /// Where what he did is half done, or his notes are not what he noted.
    pub fn look_at(&self, world: &World) {
        self.failed.set(false);
        let now = standings(world);
        let list = world.disk().value("u:list").unwrap_or(json!([]));
        let open = |record: &Value| record.get("open").is_some();
        assert!(!list.as_array().unwrap().iter().any(open), "{list}");
        if let Some(doing) = self.unsure.take() {
            let is_done = |id: &String| now.get(id).is_none_or(doing.done);
            let is_as_before = |id: &String| now.get(id) == doing.before.get(id);
            assert!(
                doing.about.iter().all(is_done) || doing.about.iter().all(is_as_before),
                "half done"
            );
            let others = doing.before.iter();
            for (id, before) in others.filter(|(id, _)| !doing.about.contains(id)) {
                assert_eq!(now.get(id), Some(before), "it was not about {id}");
            }
        }
        for (id, memo) in &*self.notes.borrow() {
            let kept = now.get(id).map(|link| link["user"]["memo"].as_str());
            assert!(kept.is_none_or(|kept| kept == memo.as_deref()), "{id}");
        }
    }

    /// Does this and that, until something goes wrong. `all_saved` says whether nobody else
    /// changes where links stand.
    pub async fn work(&self, world: &World, engine: &SimEngine, all_saved: &dyn Fn() -> bool) {
        for _ in 0..world.below(6) {
            world.sleep(world.below(2_500)).await;
            if self.failed.get() {
                return;
            }
            let done = self.step(world, engine, all_saved).await;
            self.failed.set(done.is_err());
        }
    }

    async fn step(
        &self,
        world: &World,
        engine: &SimEngine,
        all_saved: &dyn Fn() -> bool,
    ) -> Result<(), LibraryError> {
        let alone = all_saved();
        let before = standings(world);
        let place = any_place(world, engine);
        let selection = self.any_links(world, engine, &place).await;
        let about = chosen(&before, &selection);
        let category = any_category(world, engine);
        let doing = |done| {
            if alone {
                let about = about.clone();
                let before = before.clone();
                self.unsure.replace(Some(Doing {
                    before,
                    about,
                    done,
                }));
            }
        };
        let what = world.below(if self.ruthless { 14 } else { 11 });
        let change = match what {
            0 | 1 | 2 | 6 | 13 => return self.step_aside(what, world, engine, category).await,
            3 => {
                let tags = TagEdit {
                    add: vec!["kept".to_owned()],
                    remove: vec![format!("t{}", world.below(3))],
                };
                doing(|link| has_tag(link, "kept"));
                engine.tag_links(&selection, &tags).await?
            }
            4 => {
                doing(|link| link["user"]["favourite"] == true);
                engine.favourite_links(&selection, true).await?
            }
            5 => {
                let LinkSelection::Links(ids) = &selection else {
                    return Ok(());
                };
                let before = ids.first().filter(|_| world.once_in(2));
                engine.place_links(ids, before, &place).await?
            }
            7 => {
                doing(|link| link.get("deleted").is_none());
                let trash = self.any_links(world, engine, "trash").await;
                let about = chosen(&before, &trash);
                if let Some(doing) = self.unsure.borrow_mut().as_mut() {
                    doing.about = about;
                }
                engine.restore_links(&trash).await?
            }
            8 | 11 => {
                doing(|link| link.get("deleted").is_some());
                engine.trash_links(&selection).await?
            }
            12 => {
                let Some(category) = category else {
                    return Ok(());
                };
                let whole = LinkSelection::Category(category.id.as_str().into());
                doing(|link| link.get("deleted").is_some());
                let about = self.ids(engine, &whole).await;
                if let Some(doing) = self.unsure.borrow_mut().as_mut() {
                    doing.about = about;
                }
                engine.delete_category(&category.id).await?
            }
            _ => {
                let id = category.as_ref().map(|category| &category.id);
                if id.is_none() {
                    doing(|link| link.get("category").is_none());
                } else {
                    doing(|link| link.get("category").is_some());
                }
                engine.move_links(&selection, id).await?
            }
        };
        self.unsure.take();
        if world.once_in(2) && all_saved() && alone && change.links > 0 {
            engine.undo(&change.id).await?;
            assert_eq!(standings(world), before, "{change:?} was taken back");
        } else {
            self.changes.borrow_mut().push(change);
        }
        Ok(())
    }

    /// What leaves links as they are, or for good.
    async fn step_aside(
        &self,
        what: u64,
        world: &World,
        engine: &SimEngine,
        category: Option<Category>,
    ) -> Result<(), LibraryError> {
        match what {
            0 => {
                self.names.set(self.names.get() + 1);
                let name = format!("Category {}", self.names.get());
                engine.create_category(&name).await?;
            }
            1 => self.note(world, engine).await?,
            2 => {
                let known = self.changes.borrow().clone();
                if !known.is_empty() {
                    match engine.undo(&world.pick(&known).id).await {
                        Ok(_) | Err(LibraryError::NoSuchChange) => {}
                        Err(error) => return Err(error),
                    }
                }
            }
            6 => {
                if let Some(category) = category {
                    self.rearrange(world, engine, &category).await?;
                }
            }
            _ => {
                engine.empty_trash().await?;
            }
        }
        Ok(())
    }

    /// Renames a category, or gives it another place among the others.
    async fn rearrange(
        &self,
        world: &World,
        engine: &SimEngine,
        category: &Category,
    ) -> Result<(), LibraryError> {
        if world.once_in(2) {
            self.names.set(self.names.get() + 1);
            let name = format!("Renamed {}", self.names.get());
            let renamed = engine.rename_category(&category.id, &name).await;
            assert!(renamed.as_ref().is_ok_and(|now| now.name == name) || renamed.is_err());
            return renamed.map(drop);
        }
        let before = any_category(world, engine).filter(|other| other.id != category.id);
        let before = before.map(|before| before.id);
        let star = world.once_in(2);
        engine
            .move_category(&category.id, star, before.as_ref())
            .await
            .map(drop)
    }

    /// Notes something of a link.
    async fn note(&self, world: &World, engine: &SimEngine) -> Result<(), LibraryError> {
        let LinkSelection::Links(ids) = self.any_links(world, engine, "all").await else {
            return Ok(());
        };
        let Some(id) = ids.first() else { return Ok(()) };
        let memo = format!("Note {}", world.below(1_000));
        let edit = LinkEdit {
            memo: Some(memo.clone()),
            tags: Some(vec![format!("t{}", world.below(3))]),
            ..LinkEdit::default()
        };
        let noted = self.notes.borrow_mut().remove(id.as_str());
        let change = match engine.edit_link(id, &edit).await {
            Ok(change) => change,
            // Another change has just put it into the trash, or erased it.
            Err(LibraryError::InTrash | LibraryError::NoSuchLink) => return Ok(()),
            Err(error) => return Err(error),
        };
        let is_now = if change.links > 0 && world.once_in(3) {
            match engine.undo(&change.id).await {
                Ok(_) => noted,
                Err(LibraryError::NoSuchChange) => None,
                Err(error) => return Err(error),
            }
        } else {
            Some(Some(memo))
        };
        if let Some(memo) = is_now {
            self.notes.borrow_mut().insert(id.to_string(), memo);
        }
        Ok(())
    }

    /// Some links of a view, or all of it.
    async fn any_links(&self, world: &World, engine: &SimEngine, view: &str) -> LinkSelection {
        let whole = LinkSelection::Category(LinkFilter::from(view));
        if world.once_in(3) {
            return whole;
        }
        let ids = self.ids(engine, &whole).await;
        let some = ids.iter().filter(|_| world.once_in(3));
        LinkSelection::Links(some.map(|id| LinkId::from(id.as_str())).collect())
    }

    async fn ids(&self, engine: &SimEngine, selection: &LinkSelection) -> Vec<String> {
        let LinkSelection::Category(filter) = selection else {
            return Vec::new();
        };
        let ids = engine.query_ids(&LinkQuery::from(filter)).await;
        let ids = ids.unwrap_or_default().into_iter();
        ids.map(|id| id.to_string()).collect()
    }
}

fn any_place(world: &World, engine: &SimEngine) -> String {
    let category = any_category(world, engine).map(|category| category.id.to_string());
    let views = ["all", "unsorted", "favourites"].map(str::to_owned);
    category.unwrap_or_else(|| world.pick(&views))
}

fn any_category(world: &World, engine: &SimEngine) -> Option<Category> {
    let categories = engine.list_categories().categories;
    (!categories.is_empty() && world.once_in(2)).then(|| world.pick(&categories))
}
