//! What to change so that a folder of a browser's bookmarks says what the library says: the
//! unsorted links in the folder itself, those of each category in a folder in it. What is right
//! already is left alone, and so is whatever a person put there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};

/// A category, as a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedFolder {
    /// The category's id.
    pub category: String,
    /// Its name.
    pub title: String,
}

/// A link, as a bookmark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedLink {
    /// The category that it is in; none: unsorted.
    #[serde(default)]
    pub category: Option<String>,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// What the bookmarks should say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mirror {
    /// In the order in which new ones are made.
    pub folders: Vec<WantedFolder>,
    /// In the order in which new ones are made.
    pub links: Vec<WantedLink>,
}

/// A bookmark, or a folder of them, as the browser tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bookmark {
    /// The browser's name for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Where it leads; none: it is a folder.
    pub url: Option<String>,
    /// What is in the folder.
    pub children: Vec<Bookmark>,
}

/// What was made by us, so that nothing else is ever removed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// The folders, by the ids of their categories.
    pub folders: BTreeMap<String, String>,
    /// The bookmarks of links.
    pub links: BTreeSet<String>,
}

/// One thing to do. A place is a category's folder; none is the folder of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Change {
    /// Make the folder of a category.
    Folder {
        /// The category.
        category: String,
        /// What people read.
        title: String,
    },
    /// Make the bookmark of a link.
    Create {
        /// Where.
        #[serde(skip_serializing_if = "Option::is_none")]
        category: Option<String>,
        /// What people read.
        title: String,
        /// Where it leads.
        url: String,
    },
    /// Give a bookmark or a folder another title.
    Rename {
        /// Which.
        id: String,
        /// The new one.
        title: String,
    },
    /// Put a bookmark elsewhere.
    Move {
        /// Which.
        id: String,
        /// Where to.
        #[serde(skip_serializing_if = "Option::is_none")]
        category: Option<String>,
    },
    /// Remove a bookmark, or a folder that has become empty.
    Remove {
        /// Which.
        id: String,
    },
}

/// What to do, in this order, and what is ours of what is there and stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Each leaves bookmarks that the next export understands.
    pub changes: Vec<Change>,
    /// Without what is still to be made.
    pub record: Record,
}

/// A bookmark that is there, and the folder that it is in.
#[derive(Clone, Copy)]
struct Present<'a> {
    node: &'a Bookmark,
    folder: &'a str,
}

/// What to change in a folder so that it says what is wanted.
///
/// Bookmarks are told by their addresses, folders by the record, else by their titles: so an
/// export whose record was lost makes nothing twice either.
#[must_use]
pub fn plan(wanted: &Mirror, top: &Bookmark, record: &Record) -> Plan {
    let mut plan = Plan::default();
    match_folders(wanted, top, record, &mut plan);
    let mut free = present(top);
    // First those that stand where they should, so that no other takes them.
    let mut missing = Vec::new();
    for link in &wanted.links {
        let place = match &link.category {
            Some(category) => plan.record.folders.get(category),
            None => Some(&top.id),
        };
        let here = place.and_then(|folder| take(&mut free, link, |one| one.folder == folder));
        match here {
            Some(one) => plan.keep(one, link),
            None => missing.push(link),
        }
    }
    for link in missing {
        let is_ours = |one: Present<'_>| record.links.contains(&one.node.id);
        if let Some(one) = take(&mut free, link, is_ours) {
            plan.changes.push(Change::Move {
                id: one.node.id.clone(),
                category: link.category.clone(),
            });
            plan.keep(one, link);
        } else {
            plan.changes.push(Change::Create {
                category: link.category.clone(),
                title: link.title.clone(),
                url: link.url.clone(),
            });
        }
    }
    let gone = free.into_values().flatten();
    let gone = gone.filter(|one| record.links.contains(&one.node.id));
    plan.changes.extend(gone.map(|one| Change::Remove {
        id: one.node.id.clone(),
    }));
    remove_emptied(top, record, &mut plan);
    plan
}

impl Plan {
    /// A bookmark stays, perhaps with another title.
    fn keep(&mut self, one: Present<'_>, link: &WantedLink) {
        if one.node.title != link.title {
            self.changes.push(Change::Rename {
                id: one.node.id.clone(),
                title: link.title.clone(),
            });
        }
        self.record.links.insert(one.node.id.clone());
    }
}

/// Finds the folders of the categories, and makes those that are missing.
fn match_folders(wanted: &Mirror, top: &Bookmark, record: &Record, plan: &mut Plan) {
    let folders = || top.children.iter().filter(|child| child.url.is_none());
    let mut taken = BTreeSet::new();
    for WantedFolder { category, .. } in &wanted.folders {
        let known = record.folders.get(category);
        if let Some(node) = known.and_then(|id| folders().find(|node| node.id == *id)) {
            taken.insert(node.id.as_str());
            let folders = &mut plan.record.folders;
            folders.insert(category.clone(), node.id.clone());
        }
    }
    for WantedFolder { category, title } in &wanted.folders {
        let known = plan.record.folders.get(category);
        if let Some(node) = known.and_then(|id| folders().find(|node| node.id == *id)) {
            if node.title != *title {
                plan.changes.push(Change::Rename {
                    id: node.id.clone(),
                    title: title.clone(),
                });
            }
        } else if let Some(node) =
            folders().find(|node| node.title == *title && !taken.contains(node.id.as_str()))
        {
            taken.insert(node.id.as_str());
            let folders = &mut plan.record.folders;
            folders.insert(category.clone(), node.id.clone());
        } else {
            plan.changes.push(Change::Folder {
                category: category.clone(),
                title: title.clone(),
            });
        }
    }
}

/// The bookmarks in the folder and in the folders in it, by their addresses. What lies deeper is
/// none of ours.
fn present(top: &Bookmark) -> BTreeMap<&str, VecDeque<Present<'_>>> {
    let mut all: BTreeMap<&str, VecDeque<Present<'_>>> = BTreeMap::new();
    for folder in std::iter::once(top).chain(&top.children) {
        for node in &folder.children {
            if let Some(url) = &node.url {
                let folder = &folder.id;
                all.entry(url)
                    .or_default()
                    .push_back(Present { node, folder });
            }
        }
    }
    all
}

/// Takes out a bookmark of a link that a test lets through.
fn take<'a>(
    free: &mut BTreeMap<&str, VecDeque<Present<'a>>>,
    link: &WantedLink,
    test: impl Fn(Present<'a>) -> bool,
) -> Option<Present<'a>> {
    let candidates = free.get_mut(link.url.as_str())?;
    let at = candidates.iter().position(|one| test(*one))?;
    candidates.remove(at)
}

/// Removes our folders of categories that are gone, where nothing of anybody else's is in them.
fn remove_emptied(top: &Bookmark, record: &Record, plan: &mut Plan) {
    let kept: BTreeSet<&String> = plan.record.folders.values().collect();
    let left: BTreeSet<&String> = record.folders.values().collect();
    let mut gone = Vec::new();
    for folder in &top.children {
        let is_left = left.contains(&folder.id) && !kept.contains(&folder.id);
        let ours = |node: &Bookmark| node.url.is_some() && record.links.contains(&node.id);
        if is_left && folder.url.is_none() && folder.children.iter().all(ours) {
            gone.push(Change::Remove {
                id: folder.id.clone(),
            });
        }
    }
    plan.changes.append(&mut gone);
}
