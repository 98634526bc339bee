//! The exports that change what is kept. As those of [`super::api`].
//!
//! What answers with a `Change` does it to all of a selection or, on an error, to none, and can be
//! undone.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::api::{library, told};
use super::convert::{from_js, given, promise, to_js};
use crate::model::{CategoryId, LinkEdit, LinkId, LinkSelection, TagEdit};

/// Gives a category another name.
///
/// # Errors
/// `no-such-category`, `category-name-empty`, `category-name-too-long`, `category-exists`, those of
/// the store.
#[wasm_bindgen(js_name = renameCategory, unchecked_return_type = "Promise<Category>")]
pub fn rename_category(
    #[wasm_bindgen(unchecked_param_type = "string")] category: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] name: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let id: CategoryId = given(category)?;
        let renamed = library.rename_category(&id, &given::<String>(name)?).await;
        to_js(&renamed.map_err(told(&library))?)
    })
}

/// Puts a category among the favourites or the others: before another one, or last there.
///
/// # Errors
/// `no-such-category`, those of the store.
#[wasm_bindgen(js_name = moveCategory, unchecked_return_type = "Promise<CategoryList>")]
pub fn move_category(
    #[wasm_bindgen(unchecked_param_type = "string")] category: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean")] favourite: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] before: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let id: CategoryId = given(category)?;
        let before: Option<CategoryId> = from_js(before)?;
        let moved = library
            .move_category(&id, given(favourite)?, before.as_ref())
            .await;
        to_js(&moved.map_err(told(&library))?)
    })
}

/// Deletes a category; its links go to the trash.
///
/// # Errors
/// `no-such-category`, those of the store.
#[wasm_bindgen(js_name = deleteCategory, unchecked_return_type = "Promise<Change>")]
pub fn delete_category(
    #[wasm_bindgen(unchecked_param_type = "string")] category: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let deleted = library.delete_category(&given(category)?).await;
        to_js(&deleted.map_err(told(&library))?)
    })
}

/// Changes what the user says about a link.
///
/// # Errors
/// `no-such-link`, `in-trash`, `bad-request`, those of the store.
#[wasm_bindgen(js_name = editLink, unchecked_return_type = "Promise<Change>")]
pub fn edit_link(
    #[wasm_bindgen(unchecked_param_type = "string")] link: JsValue,
    #[wasm_bindgen(unchecked_param_type = "LinkEdit")] edit: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let edit: LinkEdit = given(edit)?;
        let edited = library.edit_link(&given(link)?, &edit).await;
        to_js(&edited.map_err(told(&library))?)
    })
}

/// Puts links among the favourites, or takes them away from them.
///
/// # Errors
/// `no-such-category`, `bad-request`, those of the store.
#[wasm_bindgen(js_name = favouriteLinks, unchecked_return_type = "Promise<Change>")]
pub fn favourite_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean")] favourite: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let change = library.favourite_links(&selection, given(favourite)?).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Brings links into a category; with none, out of theirs.
///
/// # Errors
/// Those of [`favourite_links`].
#[wasm_bindgen(js_name = moveLinks, unchecked_return_type = "Promise<Change>")]
pub fn move_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | null")] category: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let category: Option<CategoryId> = from_js(category)?;
        let change = library.move_links(&selection, category.as_ref()).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Adds tags to links, and takes tags away.
///
/// # Errors
/// Those of [`favourite_links`].
#[wasm_bindgen(js_name = tagLinks, unchecked_return_type = "Promise<Change>")]
pub fn tag_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
    #[wasm_bindgen(unchecked_param_type = "TagEdit")] tags: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let tags: TagEdit = given(tags)?;
        let change = library.tag_links(&selection, &tags).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Puts links into the order by hand, as they are given: before another one, or last; `category`
/// as in a `LinkQuery`: an id or `unsorted` brings them there as well.
///
/// # Errors
/// `in-trash` for the trash, those of [`favourite_links`].
#[wasm_bindgen(js_name = placeLinks, unchecked_return_type = "Promise<Change>")]
pub fn place_links(
    #[wasm_bindgen(unchecked_param_type = "string[]")] links: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | null | undefined")] before: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] category: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let links: Vec<LinkId> = given(links)?;
        let before: Option<LinkId> = from_js(before)?;
        let category: String = given(category)?;
        let change = library
            .place_links(&links, before.as_ref(), &category)
            .await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Puts links into the trash.
///
/// # Errors
/// Those of [`favourite_links`].
#[wasm_bindgen(js_name = trashLinks, unchecked_return_type = "Promise<Change>")]
pub fn trash_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let change = library.trash_links(&selection).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Takes links out of the trash; [`super::api::run_jobs`] is to be called then, for those that were
/// never read.
///
/// # Errors
/// Those of [`favourite_links`].
#[wasm_bindgen(js_name = restoreLinks, unchecked_return_type = "Promise<Change>")]
pub fn restore_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let change = library.restore_links(&selection).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Erases links of the trash for good; gives how many.
///
/// # Errors
/// Those of [`favourite_links`].
#[wasm_bindgen(js_name = eraseLinks, unchecked_return_type = "Promise<number>")]
pub fn erase_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let erased = library.erase_links(&selection).await;
        Ok(erased.map_err(told(&library))?.into())
    })
}

/// Erases all links of the trash for good; gives how many.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = emptyTrash, unchecked_return_type = "Promise<number>")]
pub fn empty_trash() -> Promise {
    promise(async move {
        let library = library()?;
        Ok(library.empty_trash().await.map_err(told(&library))?.into())
    })
}

/// Erases the links that have been in the trash for 30 days; gives how many.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = sweepTrash, unchecked_return_type = "Promise<number>")]
pub fn sweep_trash() -> Promise {
    promise(async move {
        let library = library()?;
        Ok(library.sweep_trash().await.map_err(told(&library))?.into())
    })
}

/// When [`sweep_trash`] has something to do, in epoch milliseconds; none while the trash is empty.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = trashDue)]
#[expect(
    clippy::cast_precision_loss,
    reason = "epoch milliseconds are far below 2^53"
)]
pub fn trash_due() -> Result<Option<f64>, JsValue> {
    Ok(library()?.trash_due().map(|due| due as f64))
}

/// Takes a change back, which is a change too; [`super::api::run_jobs`] is to be called then, for
/// links that are out of the trash and were never read.
///
/// # Errors
/// `no-such-change`, those of the store.
#[wasm_bindgen(unchecked_return_type = "Promise<Change>")]
pub fn undo(#[wasm_bindgen(unchecked_param_type = "string")] change: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let change = library.undo(&given(change)?).await;
        to_js(&change.map_err(told(&library))?)
    })
}

/// Erases the whole library, settings too. There is no way back.
///
/// # Errors
/// Those of the store: then the rest is erased at the next start.
#[wasm_bindgen(js_name = eraseEverything, unchecked_return_type = "Promise<void>")]
pub fn erase_everything() -> Promise {
    promise(async move {
        let library = library()?;
        library.erase_everything().await.map_err(told(&library))?;
        Ok(JsValue::UNDEFINED)
    })
}
