//! [`Network`] over the global `fetch`, which windows and workers have alike.

use std::rc::Rc;

use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, ReferrerPolicy,
    RequestCache, RequestCredentials, RequestInit, Response as FetchResponse,
};

use super::convert::{address_of, bad_request, given, settled, to_js};
use crate::address::Zone;
use crate::address::policy::{block_rules, zone_of_ip};
use crate::engine::ports::{Network, NetworkError, Request, Response, Way};
use crate::page::ResponseHead;

/// What Chrome may hand over at once reaches 2 MB; the core takes it in slices.
const SLICE: u32 = 64 * 1024;

#[wasm_bindgen]
extern "C" {
    /// `NetworkReport` of [`super::types`].
    #[wasm_bindgen(typescript_type = "NetworkReport")]
    pub type NetworkReport;

    #[wasm_bindgen(catch, method, structural, js_name = errorOf)]
    fn error_of(this: &NetworkReport, url: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural, js_name = wayOf)]
    fn way_of(this: &NetworkReport, url: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural)]
    fn enter(this: &NetworkReport, zone: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, method, structural, getter)]
    fn life(this: &NetworkReport) -> Result<Option<AbortSignal>, JsValue>;

    #[wasm_bindgen(js_name = fetch)]
    fn global_fetch(url: &str, init: &RequestInit) -> Promise;

    type Navigator;

    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;

    #[wasm_bindgen(method, getter, js_name = onLine)]
    fn on_line(this: &Navigator) -> bool;
}

/// `fetch`, as the extension may use it.
pub(super) struct BrowserNetwork {
    report: Option<Rc<NetworkReport>>,
}

impl BrowserNetwork {
    /// # Errors
    /// `bad-request` for a report that is no object.
    pub(super) fn of(report: Option<NetworkReport>) -> Result<Self, JsValue> {
        if report.as_ref().is_some_and(|report| !report.is_object()) {
            return Err(bad_request("no report"));
        }
        Ok(Self {
            report: report.map(Rc::new),
        })
    }
}

/// Chrome says no more than `TypeError: Failed to fetch`; the report knows the name of the error.
async fn name_error(report: Option<&NetworkReport>, url: &str) -> NetworkError {
    let Some(report) = report else {
        return NetworkError::Unknown;
    };
    let code = settled(report.error_of(url)).await.ok();
    code.and_then(|code| code.as_string())
        .map_or(NetworkError::Unknown, |code| {
            NetworkError::from_chrome(&code)
        })
}

/// The rules of declarativeNetRequest for requests in a zone ([`block_rules`]), for the extension
/// of this id. A zone of no known name is the public one.
///
/// # Errors
/// `bad-request`: an argument has another shape.
#[wasm_bindgen(js_name = networkRules, unchecked_return_type = "unknown[]")]
pub fn network_rules(
    #[wasm_bindgen(unchecked_param_type = "string")] extension: JsValue,
    #[wasm_bindgen(unchecked_param_type = "NetworkZone")] zone: JsValue,
) -> Result<JsValue, JsValue> {
    let (extension, zone): (String, String) = (given(extension)?, given(zone)?);
    let zones = [Zone::Local, Zone::Machine];
    let zone = zones.into_iter().find(|known| name_of(*known) == zone);
    to_js(&block_rules(&extension, zone.unwrap_or(Zone::Public)))
}

/// The zone of an address; the public one where it cannot be read.
#[wasm_bindgen(js_name = zoneOf, unchecked_return_type = "NetworkZone")]
#[must_use]
pub fn zone_of(#[wasm_bindgen(unchecked_param_type = "string")] url: &JsValue) -> String {
    let zone = address_of(url).map_or(Zone::Public, |address| address.zone());
    name_of(zone).to_owned()
}

const fn name_of(zone: Zone) -> &'static str {
    match zone {
        Zone::Public => "public",
        Zone::Local => "local",
        Zone::Machine => "machine",
    }
}

impl Network for BrowserNetwork {
    type Response = BrowserResponse;

    async fn get(&self, request: Request<'_>) -> Result<BrowserResponse, NetworkError> {
        let report = self.report.as_deref();
        if let Some(report) = report {
            // Without the rules, what was not asked for is still thrown away when it arrives.
            let _ = settled(report.enter(name_of(request.zone))).await;
        }
        let abort = AbortGuard::new().ok_or(NetworkError::Unknown)?;
        let signal = abort.signal(report.and_then(|report| report.life().ok().flatten()));
        let init = request_init(&signal, request.urgent).map_err(|_| NetworkError::Unknown)?;
        let Ok(answer) = JsFuture::from(global_fetch(request.url, &init)).await else {
            return Err(name_error(report, request.url).await);
        };
        let answer: FetchResponse = answer.unchecked_into();
        let body = answer.body().and_then(|stream| {
            stream
                .get_reader()
                .dyn_into::<ReadableStreamDefaultReader>()
                .ok()
        });
        Ok(BrowserResponse {
            head: response_head(&answer),
            url: request.url.to_owned(),
            report: self.report.clone(),
            body: body.map(|reader| Body {
                reader,
                slice: None,
                ended: false,
            }),
            _abort: abort,
        })
    }

    fn is_online(&self) -> bool {
        NAVIGATOR.with(Navigator::on_line)
    }
}

fn request_init(signal: &AbortSignal, urgent: bool) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("Accept", "text/html,application/xhtml+xml,*/*;q=0.1")?;
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_headers(&headers);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(signal));
    // Not "low" for the bulk: of those, Chrome lets a worker have ten in flight.
    let priority = if urgent { "high" } else { "auto" };
    Reflect::set(&init, &"priority".into(), &priority.into())?;
    Ok(init)
}

fn response_head(answer: &FetchResponse) -> ResponseHead {
    let headers = answer.headers();
    let header = |name| headers.get(name).ok().flatten();
    ResponseHead {
        url: answer.url(),
        status: answer.status(),
        content_type: header("Content-Type"),
        content_length: header("Content-Length").and_then(|length| length.parse().ok()),
        content_disposition: header("Content-Disposition"),
        retry_after: header("Retry-After"),
    }
}

/// An answer; dropping it cancels what has not arrived.
pub(super) struct BrowserResponse {
    head: ResponseHead,
    /// The address that was asked.
    url: String,
    report: Option<Rc<NetworkReport>>,
    body: Option<Body>,
    _abort: AbortGuard,
}

impl Response for BrowserResponse {
    fn head(&self) -> &ResponseHead {
        &self.head
    }

    async fn chunk(&mut self) -> Result<Option<Vec<u8>>, NetworkError> {
        let Some(body) = &mut self.body else {
            return Ok(None);
        };
        match body.next().await {
            Ok(bytes) => Ok(bytes),
            Err(_) => Err(name_error(self.report.as_deref(), &self.url).await),
        }
    }

    async fn way(&self) -> Option<Way> {
        let ends = self.report.as_deref()?.way_of(&self.url);
        let ends = settled(ends).await.ok()?;
        let zone = |place: u32| {
            let ip = Reflect::get_u32(&ends, place).ok()?.as_string()?;
            Some(zone_of_ip(&ip))
        };
        Some(Way {
            first: zone(0)?,
            last: zone(1)?,
        })
    }
}

struct Body {
    reader: ReadableStreamDefaultReader,
    slice: Option<(Uint8Array, u32)>,
    ended: bool,
}

impl Body {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        loop {
            if let Some((chunk, start)) = self.slice.take() {
                let end = (start + SLICE).min(chunk.length());
                let bytes = chunk.subarray(start, end).to_vec();
                if end < chunk.length() {
                    self.slice = Some((chunk, end));
                }
                return Ok(Some(bytes));
            }
            let read = JsFuture::from(self.reader.read())
                .await
                .inspect_err(|_| self.ended = true)?;
            if Reflect::get(&read, &"done".into())?.is_truthy() {
                self.ended = true;
                return Ok(None);
            }
            let chunk: Uint8Array = Reflect::get(&read, &"value".into())?.unchecked_into();
            if chunk.length() > 0 {
                self.slice = Some((chunk, 0));
            }
        }
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        if !self.ended {
            // Closes the socket within milliseconds; unread, Chrome would buffer some 60 MB.
            let cancelled = self.reader.cancel();
            spawn_local(async move {
                let _ = JsFuture::from(cancelled).await;
            });
        }
    }
}

/// Ends the request when dropped. After the body's end this does nothing.
struct AbortGuard(AbortController);

impl AbortGuard {
    fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// Of this request's end, or that of all.
    fn signal(&self, all: Option<AbortSignal>) -> AbortSignal {
        let own = self.0.signal();
        match all {
            Some(all) => AbortSignal::any(&Array::of2(&own, &all)),
            None => own,
        }
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        self.0.abort();
    }
}
