//! The exports for reminders. As those of [`super::api`].

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::api::{library, told};
use super::convert::{from_js, given, promise, to_js};
use crate::model::{LinkId, LinkSelection, Millis, ReminderId, ReminderWish};

/// The times that are offered now, the next first.
///
/// # Errors
/// `no-calendar`.
#[wasm_bindgen(js_name = reminderOffers, unchecked_return_type = "ReminderOffer[]")]
pub fn reminder_offers() -> Result<JsValue, JsValue> {
    let library = library()?;
    to_js(&library.reminder_offers().map_err(told(&library))?)
}

/// Sets a reminder of a link, which can be undone.
///
/// # Errors
/// `reminder-past`, `reminder-time`, `no-such-link`, `in-trash`, `no-calendar`, those of the store.
#[wasm_bindgen(js_name = setReminder, unchecked_return_type = "Promise<ReminderSet>")]
pub fn set_reminder(
    #[wasm_bindgen(unchecked_param_type = "string")] link: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ReminderWish")] wish: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let wish: ReminderWish = given(wish)?;
        let set = library.set_reminder(&given(link)?, &wish).await;
        to_js(&set.map_err(told(&library))?)
    })
}

/// Sets a reminder of each of some links.
///
/// # Errors
/// `too-many-reminders`, `reminder-past`, `reminder-time`, `no-calendar`, those of the store.
#[wasm_bindgen(js_name = remindLinks, unchecked_return_type = "Promise<Change>")]
pub fn remind_links(
    #[wasm_bindgen(unchecked_param_type = "LinkSelection")] selection: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ReminderWish")] wish: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let selection: LinkSelection = given(selection)?;
        let wish: ReminderWish = given(wish)?;
        let set = library.remind_links(&selection, &wish).await;
        to_js(&set.map_err(told(&library))?)
    })
}

/// Gives a reminder another time and another way to go on, or puts it off: then it goes on as
/// before. Either can be undone.
///
/// # Errors
/// `no-such-reminder`, those of [`set_reminder`].
#[wasm_bindgen(js_name = retimeReminder, unchecked_return_type = "Promise<ReminderSet>")]
pub fn retime_reminder(
    #[wasm_bindgen(unchecked_param_type = "string")] reminder: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ReminderWish")] wish: JsValue,
    #[wasm_bindgen(unchecked_param_type = "boolean")] put_off: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let wish: ReminderWish = given(wish)?;
        let id: ReminderId = given(reminder)?;
        let retimed = if given(put_off)? {
            library.snooze_reminder(&id, &wish).await
        } else {
            library.edit_reminder(&id, &wish).await
        };
        to_js(&retimed.map_err(told(&library))?)
    })
}

/// Cancels reminders that are to ring.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = cancelReminders, unchecked_return_type = "Promise<Change>")]
pub fn cancel_reminders(
    #[wasm_bindgen(unchecked_param_type = "string[]")] reminders: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let cancelled = library
            .cancel_reminders(&given::<Vec<ReminderId>>(reminders)?)
            .await;
        to_js(&cancelled.map_err(told(&library))?)
    })
}

/// Dismisses what has rung: these, or all.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = dismissReminders, unchecked_return_type = "Promise<Change>")]
pub fn dismiss_reminders(
    #[wasm_bindgen(unchecked_optional_param_type = "string[]")] reminders: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let ids: Option<Vec<ReminderId>> = from_js(reminders)?;
        let dismissed = library.dismiss_reminders(ids.as_deref()).await;
        to_js(&dismissed.map_err(told(&library))?)
    })
}

/// Marks what has rung as read: these, or all.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = readReminders, unchecked_return_type = "Promise<void>")]
pub fn read_reminders(
    #[wasm_bindgen(unchecked_optional_param_type = "string[]")] reminders: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let ids: Option<Vec<ReminderId>> = from_js(reminders)?;
        let read = library.read_reminders(ids.as_deref()).await;
        read.map_err(told(&library))?;
        Ok(JsValue::UNDEFINED)
    })
}

/// The reminders of a link, or of all.
///
/// # Errors
/// `storage-failed`.
#[wasm_bindgen(js_name = listReminders, unchecked_return_type = "Promise<ReminderList>")]
pub fn list_reminders(
    #[wasm_bindgen(unchecked_optional_param_type = "string")] link: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let link: Option<LinkId> = from_js(link)?;
        let list = library
            .list_reminders(link.as_ref(), from_js(language)?)
            .await;
        to_js(&list.map_err(told(&library))?)
    })
}

/// How many reminders have rung and are not read.
///
/// # Errors
/// `library-not-open`.
#[wasm_bindgen(js_name = unreadReminders)]
pub fn unread_reminders() -> Result<u32, JsValue> {
    Ok(library()?.unread_reminders())
}

/// Rings what is due, and gives what nobody has been told of yet, the last first;
/// [`told_reminders`] is to be called when that is done.
///
/// # Errors
/// Those of the store: then nothing has rung, and it is due at the next call.
#[wasm_bindgen(js_name = ringReminders, unchecked_return_type = "Promise<ReminderView[]>")]
pub fn ring_reminders() -> Promise {
    promise(async move {
        let library = library()?;
        let rung = library.ring(None).await;
        to_js(&rung.map_err(told(&library))?)
    })
}

/// Somebody has been told of these.
///
/// # Errors
/// Those of the store.
#[wasm_bindgen(js_name = toldReminders, unchecked_return_type = "Promise<void>")]
pub fn told_reminders(
    #[wasm_bindgen(unchecked_param_type = "string[]")] reminders: JsValue,
) -> Promise {
    promise(async move {
        let library = library()?;
        let marked = library.told(&given::<Vec<ReminderId>>(reminders)?).await;
        marked.map_err(told(&library))?;
        Ok(JsValue::UNDEFINED)
    })
}

/// When [`ring_reminders`] is to be called next, in epoch milliseconds, by the alarm that is set:
/// that of `set`, where this is early enough; none where nothing is to ring.
///
/// # Errors
/// `library-not-open`, `bad-request`.
#[wasm_bindgen(js_name = reminderAlarm)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "epoch milliseconds are far below 2^53"
)]
pub fn reminder_alarm(
    #[wasm_bindgen(unchecked_optional_param_type = "number")] set: JsValue,
) -> Result<Option<f64>, JsValue> {
    let set: Option<f64> = from_js(set)?;
    let set = set.map(|set| set as Millis);
    Ok(library()?.alarm(set).map(|alarm| alarm as f64))
}
