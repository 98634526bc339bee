//! Time and chance, from the browser.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use crate::engine::ports::{Clock, Random};
use crate::model::Millis;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &js_sys::Function, millis: f64) -> f64;

    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: f64);
}

/// The worker's clock.
#[derive(Debug)]
pub(super) struct BrowserClock;

impl Clock for BrowserClock {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "epoch ms fit"
    )]
    fn now(&self) -> Millis {
        js_sys::Date::now() as Millis
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a worker's age in ms fits"
    )]
    fn steady(&self) -> Millis {
        performance_now() as Millis
    }

    async fn sleep(&self, millis: Millis) {
        #[expect(clippy::cast_precision_loss, reason = "a delay, far below 2^53 ms")]
        let delay = millis as f64;
        let mut timer = Timer(None);
        let promise = Promise::new(&mut |resolve, _| timer.0 = Some(set_timeout(&resolve, delay)));
        let _ = JsFuture::from(promise).await;
    }
}

/// Clears its timeout when a sleep is given up.
struct Timer(Option<f64>);

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(id) = self.0 {
            clear_timeout(id);
        }
    }
}

/// The worker's chance.
#[derive(Debug)]
pub(super) struct BrowserRandom;

impl Random for BrowserRandom {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "below 2^32"
    )]
    fn next(&self) -> u64 {
        let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
        (half() << 32) | half()
    }
}
