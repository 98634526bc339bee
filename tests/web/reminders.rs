//! Reminders by the exports, with the browser's own clock, calendar and time zone.

use urlink::model::{
    Change, LinkSelection, LinkView, Offer, Preset, ReminderList, ReminderSet, ReminderView,
    ReminderWish, Repeat,
};
use urlink::web::{api, changes, reminders};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{code_of, links, open, read, write};

async fn link() -> LinkView {
    let urls = vec!["https://reminded.example/".to_owned()];
    api::accept_urls(write(&urls), JsValue::NULL).await.unwrap();
    links().await.remove(0)
}

fn preset(preset: Preset) -> JsValue {
    write(&ReminderWish {
        preset: Some(preset),
        repeat: Some(Repeat::Weekly),
        ..ReminderWish::default()
    })
}

async fn list() -> ReminderList {
    let all = reminders::list_reminders(JsValue::NULL, JsValue::NULL).await;
    read(all.unwrap())
}

#[wasm_bindgen_test]
async fn a_reminder_is_set_shown_cancelled_and_brought_back() {
    open().await;
    let link = link().await;
    assert_eq!(reminders::reminder_alarm(JsValue::NULL).unwrap(), None);
    let offers: Vec<Offer> = read(reminders::reminder_offers().unwrap());
    // At night, this morning is offered too.
    let is_morning = |offer: &&Offer| offer.preset == Preset::ThisMorning;
    assert_eq!(offers.len() - offers.iter().filter(is_morning).count(), 5);
    let set = reminders::set_reminder(write(&link.id), preset(Preset::NextMonday));
    let ReminderSet { reminder: set, .. } = read(set.await.unwrap());
    let offered = offers
        .iter()
        .find(|offer| offer.preset == Preset::NextMonday);
    let offered = offered.unwrap();
    assert_eq!((set.at, set.due), (offered.at, Some(offered.due)));
    assert_eq!((set.at.hour, set.at.minute), (9, 0));
    assert_eq!(
        (set.title.as_str(), set.repeat),
        ("reminded.example", Repeat::Weekly)
    );
    assert_eq!(list().await.pending, [set.clone()]);
    assert_eq!(links().await[0].reminder, set.due);

    let alarm = reminders::reminder_alarm(JsValue::NULL).unwrap().unwrap();
    assert!(alarm > js_sys::Date::now());
    assert_eq!(
        reminders::reminder_alarm(alarm.into()).unwrap(),
        Some(alarm)
    );
    let rung: Vec<ReminderView> = read(reminders::ring_reminders().await.unwrap());
    assert_eq!(rung, []);
    assert_eq!(reminders::unread_reminders().unwrap(), 0);

    let cancelled = reminders::cancel_reminders(write(&[set.id.clone()])).await;
    let cancelled: Change = read(cancelled.unwrap());
    assert_eq!(list().await, ReminderList::default());
    changes::undo(write(&cancelled.id)).await.unwrap();
    let later = reminders::retime_reminder(write(&set.id), preset(Preset::Hour), true.into());
    let later: ReminderSet = read(later.await.unwrap());
    assert!(later.reminder.snoozed && later.reminder.due < set.due);
    assert_eq!(list().await.pending, [later.reminder]);
    changes::undo(write(&later.change.id)).await.unwrap();
    assert_eq!(list().await.pending, [set.clone()]);
    let edited = reminders::retime_reminder(write(&set.id), preset(Preset::Hour), false.into());
    let edited: ReminderSet = read(edited.await.unwrap());
    assert!(!edited.reminder.snoozed && edited.reminder.due < set.due);
}

#[wasm_bindgen_test]
async fn several_are_reminded_of_at_once() {
    open().await;
    let one = LinkSelection::Links(vec![link().await.id]);
    for expected in [1, 0] {
        let wish = preset(Preset::NextMonday);
        let set = reminders::remind_links(write(&one), wish).await;
        let set: Change = read(set.unwrap());
        assert_eq!(set.links, expected);
        assert_eq!(list().await.pending.len(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_time_that_is_over_is_refused_with_a_sentence() {
    open().await;
    let link = link().await.id.to_string();
    for (at, code) in [
        ("2020-01-01T09:00", "reminder-past"),
        ("2031-02-29T09:00", "reminder-time"),
        ("", "reminder-time"),
    ] {
        let wish = write(&ReminderWish {
            at: Some(at.to_owned()),
            ..ReminderWish::default()
        });
        let refused = reminders::set_reminder(link.as_str().into(), wish).await;
        assert_eq!(code_of(&refused.unwrap_err()), code, "{at}");
    }
}
