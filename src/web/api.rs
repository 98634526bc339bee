//! The exports. Each converts, calls the engine, and converts back.
//!
//! Each but [`picture_allowed`], [`manifest_icon`] and [`version`] needs [`open_library`] first. Every rejection is a
//! `UrlinkError` whose `code` is stable and whose message is a sentence.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt as _;
use futures_util::future::FusedFuture as _;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use super::clock::{BrowserClock, BrowserRandom};
use super::convert::{address_of, from_js, given, promise, to_js};
use super::error::urlink_error;
use super::network::{BrowserNetwork, NetworkReport};
use super::store::{BrowserStore, LibraryStore};
use crate::address::policy;
use crate::engine::Engine;
use crate::engine::export::chosen_language;
use crate::model::{Language, LibraryError, SaveOptions};

pub(super) type Library = Engine<BrowserNetwork, BrowserStore, BrowserClock, BrowserRandom>;

thread_local! {
    static LIBRARY: RefCell<Option<Rc<Library>>> = const { RefCell::new(None) };
}

pub(super) fn library() -> Result<Rc<Library>, JsValue> {
    LIBRARY
        .with_borrow(Clone::clone)
        .ok_or_else(|| tell(LibraryError::NotOpen, Language::default()))
}

fn tell(error: LibraryError, language: Language) -> JsValue {
    urlink_error(error.code(), error.sentence(language))
}

/// In the language of the settings.
pub(super) fn told(library: &Library) -> impl FnOnce(LibraryError) -> JsValue {
    let language = library.language(None);
    move |error| tell(error, language)
}

/// In the language of a library that is not open, where that can be read, else the browser's.
pub(super) async fn tell_unopened(
    error: LibraryError,
    store: &BrowserStore,
    browser: Option<&str>,
) -> JsValue {
    let chosen = chosen_language(store).await;
    tell(error, chosen.unwrap_or(language_of(browser)))
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
/// `newer-version`, `storage-damaged` (the library is left as it is), `storage-failed`,
/// `bad-request`: an argument has another shape, which no other export says of itself.
#[wasm_bindgen(js_name = openLibrary, unchecked_return_type = "Promise<void>")]
pub fn open_library(
    store: LibraryStore,
    #[wasm_bindgen(unchecked_optional_param_type = "NetworkReport")] network: Option<NetworkReport>,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] language: JsValue,
) -> Promise {
    promise(async move {
        let store = BrowserStore::of(store)?;
        let network = BrowserNetwork::of(network)?;
        let language: Option<String> = from_js(language)?;
        let browser = language_of(language.as_deref());
        let (clock, random) = (BrowserClock, BrowserRandom);
        match Engine::open(network, store.clone(), clock, random, browser).await {
            Ok(library) => LIBRARY.set(Some(Rc::new(library))),
            Err(error) => return Err(tell_unopened(error, &store, language.as_deref()).await),
        }
        Ok(JsValue::UNDEFINED)
    })
}

async fn run_all(library: Rc<Library>) -> Result<(), LibraryError> {
    library.run_jobs().await
}

/// Saves links: stores them all, reads their pages in parallel, and tells what became of each.
///
/// # Errors
/// `storage-full`, `storage-failed`, `no-such-category`, `bad-request`: nothing was stored, or of a
/// long list the links before the write that failed. What is wrong with a single url is in the
/// report.
#[wasm_bindgen(js_name = saveUrls, unchecked_return_type = "Promise<SaveReport>")]
pub fn save_urls(
    #[wasm_bindgen(unchecked_param_type = "string[]")] urls: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let urls: Vec<String> = given(urls)?;
        let options: SaveOptions = from_js(options)?;
        let job = library.accept(&urls, &options).await;
        let job = job.map_err(told(&library))?.id;
        let mut run = Box::pin(run_all(Rc::clone(&library)).fuse());
        let read = library.run_until_over(&job, &mut run).await;
        if !run.is_terminated() {
            spawn_local(run.map(drop));
        }
        read.map_err(told(&library))?;
        let report = library.report(&job, options.language).await;
        to_js(&report.map_err(told(&library))?)
    })
}

/// Stores links, and tells which job will read their pages. They are safe when it resolves.
///
/// # Errors
/// Those of [`save_urls`].
#[wasm_bindgen(js_name = acceptUrls, unchecked_return_type = "Promise<Job>")]
pub fn accept_urls(
    #[wasm_bindgen(unchecked_param_type = "string[]")] urls: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let urls: Vec<String> = given(urls)?;
        let job = library.accept(&urls, &from_js(options)?).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// The same for a pasted list, one link a line.
///
/// # Errors
/// Those of [`save_urls`].
#[wasm_bindgen(js_name = acceptText, unchecked_return_type = "Promise<Job>")]
pub fn accept_text(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SaveOptions")] options: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let text: String = given(text)?;
        let job = library.accept_text(&text, &from_js(options)?).await;
        to_js(&job.map_err(told(&library))?)
    })
}

/// Reads pages until no job is running. Several calls share one run.
///
/// # Errors
/// `storage-full`, `storage-failed`: what was read and is not stored will be read again.
#[wasm_bindgen(js_name = runJobs, unchecked_return_type = "Promise<void>")]
pub fn run_jobs() -> Promise {
    promise(async move {
        let library = library()?;
        library.run_jobs().await.map_err(told(&library))?;
        Ok(JsValue::UNDEFINED)
    })
}

/// Whether [`run_jobs`] would find something to do.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = hasWork)]
pub fn has_work() -> Result<bool, JsValue> {
    Ok(library()?.has_work())
}

/// When [`run_jobs`] has something to do again, in epoch milliseconds, where it ended because all
/// that is left waits for sites that want to be left alone for long.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = workDue)]
#[expect(
    clippy::cast_precision_loss,
    reason = "epoch milliseconds are far below 2^53"
)]
pub fn work_due() -> Result<Option<f64>, JsValue> {
    Ok(library()?.work_due().map(|due| due as f64))
}

/// The jobs, newest first.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = listJobs, unchecked_return_type = "Job[]")]
pub fn list_jobs() -> Result<JsValue, JsValue> {
    to_js(&library()?.list_jobs())
}

/// What became of every line of a job so far.
///
/// # Errors
/// `no-such-job`, `storage-failed`.
#[wasm_bindgen(unchecked_return_type = "Promise<SaveReport>")]
pub fn report(
    #[wasm_bindgen(unchecked_param_type = "string")] job: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let report = library.report(&given(job)?, from_js(language)?).await;
        to_js(&report.map_err(told(&library))?)
    })
}

/// The settings.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = getSettings, unchecked_return_type = "Settings")]
pub fn get_settings() -> Result<JsValue, JsValue> {
    to_js(&library()?.settings())
}

/// Changes the settings.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = setSettings, unchecked_return_type = "Promise<Settings>")]
pub fn set_settings(
    #[wasm_bindgen(unchecked_param_type = "Settings")] settings: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        to_js(
            &library
                .set_settings(given(settings)?)
                .await
                .map_err(told(&library))?,
        )
    })
}

/// Whether a picture that a page declares may be fetched.
#[wasm_bindgen(js_name = pictureAllowed)]
#[must_use]
pub fn picture_allowed(
    #[wasm_bindgen(unchecked_param_type = "string")] page: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] picture: &JsValue,
) -> bool {
    match (address_of(page), address_of(picture)) {
        (Some(page), Some(picture)) => policy::redirect_allowed(&page, &picture).is_ok(),
        _ => false,
    }
}

/// The icon that a web app manifest declares, by its text and its address: what a page's icon is
/// where its address leads to a manifest.
#[wasm_bindgen(js_name = manifestIcon)]
#[must_use]
pub fn manifest_icon(
    #[wasm_bindgen(unchecked_param_type = "string")] manifest: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] url: &JsValue,
) -> Option<String> {
    crate::page::manifest_icon(&manifest.as_string()?, &url.as_string()?)
}

/// The version of the core.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
