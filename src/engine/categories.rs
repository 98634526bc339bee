//! Categories: created, renamed, starred, put in order, deleted.

use super::Engine;
use super::change::Part;
use super::draft::Draft;
use super::entry::Place;
use super::library::Shelves;
use super::ports::{Clock, Network, Random, Store};
use crate::model::{Category, CategoryId, CategoryList, Change, ChangeKind, LibraryError};
use crate::text::clean_line;

impl<N: Network, S: Store, C: Clock, R: Random> Engine<N, S, C, R> {
    /// Every category, favourites first, and the counts.
    pub fn list_categories(&self) -> CategoryList {
        self.library.borrow().category_list()
    }

    /// Creates a category, the first below the favourites.
    ///
    /// # Errors
    /// A name that is empty, too long or taken; else those of the store.
    pub async fn create_category(&self, name: &str) -> Result<Category, LibraryError> {
        let _writer = self.begin().await?;
        let mut shelves = self.library.borrow().shelves.clone();
        let created = self.clock.now();
        let category = Category {
            id: CategoryId::new(created, self.random.next()),
            name: free_name(&shelves, name, None)?,
            favourite: false,
            count: 0,
            created,
        };
        shelves
            .categories
            .insert(below_favourites(&shelves), category.clone());
        self.commit_shelves(shelves).await?;
        Ok(category)
    }

    /// Gives a category another name.
    ///
    /// # Errors
    /// As [`Engine::create_category`], and a category that does not exist.
    pub async fn rename_category(
        &self,
        id: &CategoryId,
        name: &str,
    ) -> Result<Category, LibraryError> {
        let _writer = self.begin().await?;
        let mut shelves = self.library.borrow().shelves.clone();
        let name = free_name(&shelves, name, Some(id))?;
        let mut categories = shelves.categories.iter_mut();
        let category = categories
            .find(|category| category.id == *id)
            .ok_or(LibraryError::NoSuchCategory)?;
        category.name = name;
        self.commit_shelves(shelves).await?;
        self.category(id)
    }

    /// Puts a category among the favourites or takes it away from them, in both cases to the top.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store.
    pub async fn star_category(
        &self,
        id: &CategoryId,
        favourite: bool,
    ) -> Result<Category, LibraryError> {
        let _writer = self.begin().await?;
        let mut shelves = self.library.borrow().shelves.clone();
        let mut category = self.category(id)?;
        if category.favourite != favourite {
            category.favourite = favourite;
            shelves.categories.retain(|other| other.id != *id);
            let rank = if favourite {
                0
            } else {
                below_favourites(&shelves)
            };
            shelves.categories.insert(rank, category);
            self.commit_shelves(shelves).await?;
        }
        self.category(id)
    }

    /// Puts a category into another place: before another one of that section, or last there.
    ///
    /// # Errors
    /// As [`Engine::star_category`].
    pub async fn move_category(
        &self,
        id: &CategoryId,
        favourite: bool,
        before: Option<&CategoryId>,
    ) -> Result<CategoryList, LibraryError> {
        let _writer = self.begin().await?;
        let mut shelves = self.library.borrow().shelves.clone();
        let mut category = self.category(id)?;
        if before == Some(id) && category.favourite == favourite {
            return Ok(self.list_categories());
        }
        category.favourite = favourite;
        shelves.categories.retain(|other| other.id != *id);
        let last = if favourite {
            below_favourites(&shelves)
        } else {
            shelves.categories.len()
        };
        let target = shelves
            .categories
            .iter()
            .position(|other| Some(&other.id) == before && other.favourite == favourite);
        shelves.categories.insert(target.unwrap_or(last), category);
        if shelves.categories != self.library.borrow().shelves.categories {
            self.commit_shelves(shelves).await?;
        }
        Ok(self.list_categories())
    }

    /// Deletes a category; its links go to the trash. Taking it back brings back both.
    ///
    /// # Errors
    /// A category that does not exist; else those of the store: then nothing is changed.
    pub async fn delete_category(&self, id: &CategoryId) -> Result<Change, LibraryError> {
        let name = self.category_name(id)?;
        let kind = ChangeKind::DeleteCategory;
        let mut work = self.begin_change(kind, Some(name), None).await?;
        let made = async {
            let _turn = self.turn(true).await;
            self.category_name(id)?;
            while !self
                .change_slice(&mut work, Part::Category(id), false)
                .await?
            {}
            Ok(())
        };
        let made = made.await;
        self.end_change(work, made).await
    }

    pub(super) fn category_name(&self, id: &CategoryId) -> Result<String, LibraryError> {
        let library = self.library.borrow();
        let category = library.shelves.find(id);
        let category = category.ok_or(LibraryError::NoSuchCategory)?;
        Ok(category.name.clone())
    }

    async fn commit_shelves(&self, shelves: Shelves) -> Result<(), LibraryError> {
        let draft = Draft {
            shelves: Some(shelves),
            ..Draft::default()
        };
        self.commit(draft).await
    }

    fn category(&self, id: &CategoryId) -> Result<Category, LibraryError> {
        let library = self.library.borrow();
        let category = library
            .shelves
            .find(id)
            .ok_or(LibraryError::NoSuchCategory)?;
        Ok(Category {
            count: library.index.tally(&Place::Category(id.clone())).links,
            ..category.clone()
        })
    }
}

fn below_favourites(shelves: &Shelves) -> usize {
    shelves
        .categories
        .partition_point(|category| category.favourite)
}

/// The name as it is kept, if no category but `own` has it: letter case does not tell names apart.
fn free_name(
    shelves: &Shelves,
    name: &str,
    own: Option<&CategoryId>,
) -> Result<String, LibraryError> {
    let name = clean_line(name, Category::NAME_LIMIT + 1);
    if name.is_empty() {
        return Err(LibraryError::CategoryNameEmpty);
    }
    if name.chars().count() > Category::NAME_LIMIT {
        return Err(LibraryError::CategoryNameTooLong);
    }
    let folded = name.to_lowercase();
    let taken = shelves
        .categories
        .iter()
        .any(|category| Some(&category.id) != own && category.name.to_lowercase() == folded);
    if taken {
        return Err(LibraryError::CategoryExists);
    }
    Ok(name)
}
