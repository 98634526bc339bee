//! The exports. Each converts, calls the engine, and converts back.
//!
//! Each but [`picture_allowed`] and [`version`] needs [`open_library`] first. Every rejection is a
//! `UrlinkError` whose `code` is stable and whose message is a sentence.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use super::clock::{BrowserClock, BrowserRandom};
use super::convert::{from_js, to_js};
use super::error::urlink_error;
use super::network::{BrowserNetwork, NetworkReport};
use super::store::{BrowserStore, LibraryStore};
use crate::address::{Address, policy};
use crate::engine::Engine;
use crate::json::{ToJson, to_json};
use crate::model::{CategoryId, JobId, Language, LibraryError, LinkId, SaveOptions};

type Library = Engine<BrowserNetwork, BrowserStore, BrowserClock, BrowserRandom>;

thread_local! {
    static LIBRARY: RefCell<Option<Rc<Library>>> = const { RefCell::new(None) };
}

fn library() -> Result<Rc<Library>, LibraryError> {
    LIBRARY
        .with_borrow(Clone::clone)
        .ok_or(LibraryError::NotOpen)
}

/// The JSON of what was asked for; none where there is nothing to tell.
type Answer = Result<Option<String>, LibraryError>;

fn answer<T: ToJson>(value: &T) -> Answer {
    Ok(Some(to_json(value)))
}

fn tell(error: LibraryError) -> JsValue {
    let language = library().map_or_else(|_| Language::default(), |library| library.language(None));
    urlink_error(error.code(), error.sentence(language))
}

/// Does some work, and resolves to its answer. The work is boxed, so that there is one machinery
/// of promises and not one for each export.
fn promise(work: impl Future<Output = Answer> + 'static) -> Promise {
    let work: Pin<Box<dyn Future<Output = Answer>>> = Box::pin(work);
    future_to_promise(async {
        match work.await {
            Ok(json) => Ok(to_js(json.as_deref())),
            Err(error) => Err(tell(error)),
        }
    })
}

fn at_once(answer: Answer) -> Result<JsValue, JsValue> {
    answer.map(|json| to_js(json.as_deref())).map_err(tell)
}

fn language_of(tag: Option<&str>) -> Language {
    match tag {
        Some(tag) if tag.to_ascii_lowercase().starts_with("ko") => Language::Ko,
        _ => Language::En,
    }
}

/// Opens the library in a store; to be called once, before anything else.
///
/// # Errors
/// `newer-version`, `storage-damaged` (the library is left as it is), `storage-failed`.
#[wasm_bindgen(js_name = openLibrary, unchecked_return_type = "Promise<void>")]
pub fn open_library(
    store: LibraryStore,
    network: Option<NetworkReport>,
    language: Option<String>,
) -> Promise {
    let language = language_of(language.as_deref());
    let work = Engine::open(
        BrowserNetwork { report: network },
        BrowserStore(store),
        BrowserClock,
        BrowserRandom,
        language,
    );
    future_to_promise(async move {
        match work.await {
            Ok(library) => LIBRARY.set(Some(Rc::new(library))),
            Err(error) => return Err(urlink_error(error.code(), error.sentence(language))),
        }
        Ok(JsValue::UNDEFINED)
    })
}

/// Saves links: stores them all, reads their pages in parallel, and tells what became of each.
///
/// # Errors
/// `storage-full`, `storage-failed`, `no-such-category`: nothing was stored. What is wrong with a
/// single url is in the report.
#[wasm_bindgen(js_name = saveUrls, unchecked_return_type = "Promise<SaveReport>")]
pub fn save_urls(
    urls: Vec<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let options: SaveOptions = from_js(&options)?;
        answer(&library()?.save_urls(&urls, &options).await?)
    })
}

/// Stores links, and tells which job will read their pages. They are safe when it resolves.
///
/// # Errors
/// Those of [`save_urls`].
#[wasm_bindgen(js_name = acceptUrls, unchecked_return_type = "Promise<Job>")]
pub fn accept_urls(
    urls: Vec<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let options: SaveOptions = from_js(&options)?;
        answer(&library()?.accept(&urls, &options).await?)
    })
}

/// The same for a pasted list, one link a line.
///
/// # Errors
/// Those of [`save_urls`].
#[wasm_bindgen(js_name = acceptText, unchecked_return_type = "Promise<Job>")]
pub fn accept_text(
    text: String,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let options: SaveOptions = from_js(&options)?;
        answer(&library()?.accept_text(&text, &options).await?)
    })
}

/// Reads pages until no job is running. Several calls share one run.
///
/// # Errors
/// `storage-full`, `storage-failed`: what was read and is not stored will be read again.
#[wasm_bindgen(js_name = runJobs, unchecked_return_type = "Promise<void>")]
#[must_use]
pub fn run_jobs() -> Promise {
    promise(async {
        library()?.run_jobs().await?;
        Ok(None)
    })
}

/// Whether [`run_jobs`] would find something to do.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = hasWork)]
pub fn has_work() -> Result<bool, JsValue> {
    library().map(|library| library.has_work()).map_err(tell)
}

/// The jobs, newest first.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listJobs, unchecked_return_type = "Job[]")]
pub fn list_jobs() -> Result<JsValue, JsValue> {
    at_once(library().and_then(|library| answer(&library.list_jobs())))
}

/// What became of every line of a job so far.
///
/// # Errors
/// `no-such-job`, `storage-failed`.
#[wasm_bindgen(unchecked_return_type = "Promise<SaveReport>")]
pub fn report(
    job: String,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Promise {
    promise(async move {
        let language = from_js(&language)?;
        answer(&library()?.report(&JobId::from(job), language).await?)
    })
}

/// Every category, and the counts.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listCategories, unchecked_return_type = "CategoryList")]
pub fn list_categories() -> Result<JsValue, JsValue> {
    at_once(library().and_then(|library| answer(&library.list_categories())))
}

/// Creates a category, above the others that are no favourites.
///
/// # Errors
/// `category-name-empty`, `category-name-too-long`, `category-exists`, those of the store.
#[wasm_bindgen(js_name = createCategory, unchecked_return_type = "Promise<Category>")]
pub fn create_category(name: String) -> Promise {
    promise(async move { answer(&library()?.create_category(&name).await?) })
}

/// Puts a category among the favourites, or back.
///
/// # Errors
/// `no-such-category`, those of the store.
#[wasm_bindgen(js_name = starCategory, unchecked_return_type = "Promise<Category>")]
pub fn star_category(category: String, favourite: bool) -> Promise {
    promise(async move {
        let category = CategoryId::from(category);
        answer(&library()?.star_category(&category, favourite).await?)
    })
}

/// A part of a category or a view, in the order in which to show it.
///
/// # Errors
/// `no-such-category`, `storage-failed`.
#[wasm_bindgen(js_name = queryLinks, unchecked_return_type = "Promise<LinkPage>")]
pub fn query_links(#[wasm_bindgen(unchecked_param_type = "LinkQuery")] query: JsValue) -> Promise {
    promise(async move { answer(&library()?.query_links(&from_js(&query)?).await?) })
}

/// Links by their ids; those that do not exist are passed over.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = getLinks, unchecked_return_type = "Promise<LinkView[]>")]
pub fn get_links(
    ids: Vec<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Promise {
    promise(async move {
        let ids: Vec<LinkId> = ids.into_iter().map(LinkId::from).collect();
        answer(&library()?.links(&ids, from_js(&language)?).await?)
    })
}

/// Where an address is saved already.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = findSaved, unchecked_return_type = "Promise<SavedPlace | undefined>")]
pub fn find_saved(url: String) -> Promise {
    promise(async move {
        let place = library()?.find_saved(&url).await?;
        Ok(place.map(|place| to_json(&place)))
    })
}

/// The settings.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = getSettings, unchecked_return_type = "Settings")]
pub fn get_settings() -> Result<JsValue, JsValue> {
    at_once(library().and_then(|library| answer(&library.settings())))
}

/// Changes the settings.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = setSettings, unchecked_return_type = "Promise<Settings>")]
pub fn set_settings(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
) -> Promise {
    promise(async move { answer(&library()?.set_settings(from_js(&settings)?).await?) })
}

/// Whether a picture that a page declares may be fetched.
#[wasm_bindgen(js_name = pictureAllowed)]
#[must_use]
pub fn picture_allowed(page: &str, picture: &str) -> bool {
    match (Address::parse(page), Address::parse(picture)) {
        (Ok(page), Ok(picture)) => policy::redirect_allowed(&page, &picture).is_ok(),
        _ => false,
    }
}

/// The version of the core.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
