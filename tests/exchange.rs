//! `urlink::exchange`: what an export changes in a browser's bookmarks, done to a model of them.

#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests")]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use proptest::prelude::*;
use urlink::exchange::{Bookmark, Change, Mirror, Record, WantedFolder, WantedLink, plan};

/// A browser's folder, and what an exporter remembers of it.
#[derive(Clone, Debug)]
struct Browser {
    top: Bookmark,
    record: Record,
    next: u32,
}

impl Browser {
    fn new() -> Self {
        let id = "top".to_owned();
        let top = Bookmark {
            id,
            ..Bookmark::default()
        };
        Self {
            top,
            record: Record::default(),
            next: 0,
        }
    }

    fn make(&mut self, folder: &str, title: &str, url: Option<&str>) -> String {
        self.next += 1;
        let id = format!("{}", self.next);
        let node = Bookmark {
            id: id.clone(),
            title: title.to_owned(),
            url: url.map(str::to_owned),
            children: Vec::new(),
        };
        find(&mut self.top, folder).unwrap().children.push(node);
        id
    }

    fn folder(&self, category: Option<&String>) -> String {
        category.map_or("top".to_owned(), |category| {
            self.record.folders.get(category).unwrap().clone()
        })
    }

    /// Exports, and stops after some changes as a worker does that is killed; the record of these
    /// is lost.
    fn export(&mut self, wanted: &Mirror, most: usize) -> usize {
        let plan = plan(wanted, &self.top, &self.record);
        let whole = plan.changes.len() <= most;
        let before = self.record.clone();
        self.record = plan.record;
        for change in plan.changes.iter().take(most) {
            self.apply(change);
        }
        if !whole {
            self.record = before;
        }
        plan.changes.len()
    }

    fn apply(&mut self, change: &Change) {
        match change {
            Change::Folder { category, title } => {
                let id = self.make("top", title, None);
                self.record.folders.insert(category.clone(), id);
            }
            Change::Create {
                category,
                title,
                url,
            } => {
                let folder = self.folder(category.as_ref());
                let id = self.make(&folder, title, Some(url));
                self.record.links.insert(id);
            }
            Change::Rename { id, title } => {
                find(&mut self.top, id).unwrap().title.clone_from(title);
            }
            Change::Move { id, category } => {
                let folder = self.folder(category.as_ref());
                let node = remove(&mut self.top, id).unwrap();
                find(&mut self.top, &folder).unwrap().children.push(node);
            }
            Change::Remove { id } => {
                let node = remove(&mut self.top, id).unwrap();
                assert!(node.children.is_empty(), "only what is empty goes");
            }
        }
    }

    /// Every bookmark: the title of its folder, its own, its address.
    fn says(&self) -> Vec<(String, String, String)> {
        let mut all = Vec::new();
        for folder in std::iter::once(&self.top).chain(&self.top.children) {
            for node in &folder.children {
                if let Some(url) = &node.url {
                    all.push((folder.title.clone(), node.title.clone(), url.clone()));
                }
            }
        }
        all.sort();
        all
    }
}

fn find<'a>(node: &'a mut Bookmark, id: &str) -> Option<&'a mut Bookmark> {
    if node.id == id {
        return Some(node);
    }
    node.children.iter_mut().find_map(|child| find(child, id))
}

fn remove(node: &mut Bookmark, id: &str) -> Option<Bookmark> {
    if let Some(at) = node.children.iter().position(|child| child.id == id) {
        return Some(node.children.remove(at));
    }
    node.children.iter_mut().find_map(|child| remove(child, id))
}

fn says(mirror: &Mirror) -> Vec<(String, String, String)> {
    let title = |category: &Option<String>| {
        let folder = mirror
            .folders
            .iter()
            .find(|folder| Some(&folder.category) == category.as_ref());
        folder.map_or(String::new(), |folder| folder.title.clone())
    };
    let links = mirror.links.iter();
    let mut all: Vec<_> = links
        .map(|link| (title(&link.category), link.title.clone(), link.url.clone()))
        .collect();
    all.sort();
    all
}

/// A library: categories with names of their own, links with addresses of their own.
fn mirrors() -> impl Strategy<Value = Mirror> {
    let folders = prop::collection::btree_map(0..5_u8, 0..3_u8, 0..5);
    let links = prop::collection::btree_map(0..12_u8, (0..6_u8, 0..3_u8), 0..12);
    (folders, links).prop_map(|(folders, links)| {
        let folders: Vec<_> = folders
            .into_iter()
            .map(|(id, name)| WantedFolder {
                category: format!("c{id}"),
                title: format!("{id}-{name}"),
            })
            .collect();
        let links = links.into_iter().map(|(url, (place, title))| WantedLink {
            category: folders
                .get(usize::from(place))
                .map(|folder| folder.category.clone()),
            title: format!("t{title}"),
            url: format!("https://e.example/{url}"),
        });
        Mirror {
            links: links.collect(),
            folders: folders.clone(),
        }
    })
}

/// What a person put into the folder: never ours.
fn with_own(browser: &mut Browser) -> BTreeSet<(String, String)> {
    let own = [("top", "mine"), ("top", "https://e.example/own")];
    let inner = browser.make("top", "My folder", None);
    browser.make("top", own[0].1, Some("https://own.example/1"));
    browser.make(&inner, own[1].1, Some("https://own.example/2"));
    foreign(browser)
}

fn foreign(browser: &Browser) -> BTreeSet<(String, String)> {
    let all = browser.says();
    let own = all
        .into_iter()
        .filter(|(_, _, url)| url.starts_with("https://own."));
    own.map(|(folder, _, url)| (folder, url)).collect()
}

proptest! {
    #[test]
    fn bookmarks_say_what_the_library_says(steps in prop::collection::vec((mirrors(), 0..40_usize), 1..6)) {
        let mut browser = Browser::new();
        let own = with_own(&mut browser);
        for (wanted, most) in steps {
            // Stopped anywhere, then done.
            browser.export(&wanted, most);
            browser.export(&wanted, usize::MAX);
            let ours = browser.says().into_iter().filter(|(_, _, url)| !url.starts_with("https://own."));
            let ours: Vec<_> = ours.collect();
            let wanted_says = says(&wanted);
            for one in &wanted_says {
                prop_assert!(ours.contains(one), "{one:?} is missing");
            }
            prop_assert_eq!(&foreign(&browser), &own, "what is not ours stays");
            prop_assert_eq!(browser.export(&wanted, usize::MAX), 0, "again: nothing to do");
        }
    }

    #[test]
    fn what_went_well_leaves_nothing_over(steps in prop::collection::vec(mirrors(), 1..6)) {
        let mut browser = Browser::new();
        for wanted in steps {
            browser.export(&wanted, usize::MAX);
            prop_assert_eq!(browser.says(), says(&wanted));
            let folders = browser.top.children.iter().filter(|node| node.url.is_none()).count();
            prop_assert_eq!(folders, wanted.folders.len());
        }
    }

    #[test]
    fn a_lost_record_makes_nothing_twice(wanted in mirrors()) {
        let mut browser = Browser::new();
        browser.export(&wanted, usize::MAX);
        browser.record = Record::default();
        prop_assert_eq!(browser.export(&wanted, usize::MAX), 0);
        prop_assert_eq!(browser.says(), says(&wanted));
    }
}

#[test]
fn one_change_of_the_library_is_one_change_of_the_bookmarks() {
    let folder = |category: &str, title: &str| WantedFolder {
        category: category.to_owned(),
        title: title.to_owned(),
    };
    let link = |category: Option<&str>, title: &str, url: &str| WantedLink {
        category: category.map(str::to_owned),
        title: title.to_owned(),
        url: url.to_owned(),
    };
    let mut wanted = Mirror {
        folders: vec![folder("1", "Study"), folder("2", "여행")],
        links: vec![
            link(Some("1"), "A", "https://a.example/"),
            link(None, "B", "https://b.example/"),
        ],
    };
    let mut browser = Browser::new();
    assert_eq!(browser.export(&wanted, usize::MAX), 4);
    let mut expect_one = |wanted: &Mirror| {
        assert_eq!(browser.export(wanted, usize::MAX), 1);
        assert_eq!(browser.says(), says(wanted));
    };
    wanted.folders[1].title = "Travel".to_owned();
    expect_one(&wanted);
    wanted.links[0].title = "A, read anew".to_owned();
    expect_one(&wanted);
    wanted.links[0].category = Some("2".to_owned());
    expect_one(&wanted);
    wanted
        .links
        .push(link(Some("1"), "C", "https://c.example/"));
    expect_one(&wanted);
    wanted.links.remove(1);
    expect_one(&wanted);
}
