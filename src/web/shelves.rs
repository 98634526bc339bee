//! The exports that show what is kept: categories and links. As those of [`super::api`].

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use super::api::{Library, library, told};
use super::convert::{from_js, given, promise, to_js};
use crate::model::{LinkId, LinkQuery};

/// Every category, and the counts.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listCategories, unchecked_return_type = "CategoryList")]
pub fn list_categories() -> Result<JsValue, JsValue> {
    to_js(&library()?.list_categories())
}

/// Creates a category, above the others that are no favourites.
///
/// # Errors
/// `category-name-empty`, `category-name-too-long`, `category-exists`, those of the store.
#[wasm_bindgen(js_name = createCategory, unchecked_return_type = "Promise<Category>")]
pub fn create_category(#[wasm_bindgen(unchecked_param_type = "string")] name: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        to_js(
            &library
                .create_category(&given::<String>(name)?)
                .await
                .map_err(told(&library))?,
        )
    })
}

/// Puts a category among the favourites, or back.
///
/// # Errors
/// `no-such-category`, those of the store.
#[wasm_bindgen(js_name = starCategory, unchecked_return_type = "Promise<Category>")]
pub fn star_category(
    #[wasm_bindgen(unchecked_param_type = "string")] category: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean")] favourite: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let starred = library
            .star_category(&given(category)?, given(favourite)?)
            .await;
        to_js(&starred.map_err(told(&library))?)
    })
}

/// A part of a category or a view, in the order in which to show it.
///
/// # Errors
/// `no-such-category`, `storage-failed`.
#[wasm_bindgen(js_name = queryLinks, unchecked_return_type = "Promise<LinkPage>")]
pub fn query_links(#[wasm_bindgen(unchecked_param_type = "LinkQuery")] query: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let page = library.query_links(&given(query)?).await;
        keep_catalogue(&library);
        to_js(&page.map_err(told(&library))?)
    })
}

/// Keeps a copy of what searching has read, when the answer is on its way.
fn keep_catalogue(library: &Rc<Library>) {
    let library = Rc::clone(library);
    spawn_local(async move { library.keep_catalogue().await });
}

/// Makes ready for a search that is likely to follow, and keeps a copy of that.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = prepareSearch, unchecked_return_type = "Promise<void>")]
pub fn prepare_search() -> Promise {
    promise(async move {
        let library = library()?;
        library.prepare_search().await.map_err(told(&library))?;
        keep_catalogue(&library);
        Ok(JsValue::UNDEFINED)
    })
}

/// Links by their ids; those that do not exist are passed over.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = getLinks, unchecked_return_type = "Promise<LinkView[]>")]
pub fn get_links(
    #[wasm_bindgen(unchecked_param_type = "string[]")] ids: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let ids: Vec<LinkId> = given(ids)?;
        let links = library.links(&ids, from_js(language)?).await;
        to_js(&links.map_err(told(&library))?)
    })
}

/// The ids of all that [`query_links`] gives in parts; of the query, `offset` and `limit` mean
/// nothing here.
///
/// # Errors
/// `no-such-category`.
#[wasm_bindgen(js_name = queryIds, unchecked_return_type = "Promise<string[]>")]
pub fn query_ids(
    #[wasm_bindgen(unchecked_param_type = "Omit<LinkQuery, \"offset\" | \"limit\">")]
    query: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let query: LinkQuery = given(query)?;
        let ids = library.query_ids(&query).await;
        keep_catalogue(&library);
        to_js(&ids.map_err(told(&library))?)
    })
}

/// Every tag there is, those of the most links first.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listTags, unchecked_return_type = "TagCount[]")]
pub fn list_tags() -> Result<JsValue, JsValue> {
    to_js(&library()?.list_tags())
}

/// Where addresses are saved already, in their order; null for those that are not.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = savedPlaces, unchecked_return_type = "Promise<(SavedPlace | null)[]>")]
pub fn saved_places(#[wasm_bindgen(unchecked_param_type = "string[]")] urls: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        let urls: Vec<String> = given(urls)?;
        to_js(&library.saved_places(&urls).await.map_err(told(&library))?)
    })
}

/// Where an address is saved already.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = findSaved, unchecked_return_type = "Promise<SavedPlace | undefined>")]
pub fn find_saved(#[wasm_bindgen(unchecked_param_type = "string")] url: JsValue) -> Promise {
    promise(async move {
        let library = library()?;
        match library
            .find_saved(&given::<String>(url)?)
            .await
            .map_err(told(&library))?
        {
            Some(place) => to_js(&place),
            None => Ok(JsValue::UNDEFINED),
        }
    })
}
