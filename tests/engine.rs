//! Each operation of the engine, and what becomes of each fault.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests may fail as the tests do"
)]

mod simulation;

#[path = "engine/categories.rs"]
mod categories;
#[path = "engine/clocks.rs"]
mod clocks;
#[path = "engine/control.rs"]
mod control;
#[path = "engine/crowd.rs"]
mod crowd;
#[path = "engine/damage.rs"]
mod damage;
#[path = "engine/deleting.rs"]
mod deleting;
#[path = "engine/faults.rs"]
mod faults;
#[path = "engine/finding.rs"]
mod finding;
#[path = "engine/kept.rs"]
mod kept;
#[path = "engine/lasting.rs"]
mod lasting;
#[path = "engine/library.rs"]
mod library;
#[path = "engine/library_steps.rs"]
mod library_steps;
#[path = "engine/lost_lines.rs"]
mod lost_lines;
#[path = "engine/order.rs"]
mod order;
#[path = "engine/outages.rs"]
mod outages;
#[path = "engine/recount.rs"]
mod recount;
#[path = "engine/reminder_offers.rs"]
mod reminder_offers;
#[path = "engine/reminder_steps.rs"]
mod reminder_steps;
#[path = "engine/reminder_times.rs"]
mod reminder_times;
#[path = "engine/reminders.rs"]
mod reminders;
#[path = "engine/reminders_lasting.rs"]
mod reminders_lasting;
#[path = "engine/reminders_put_off.rs"]
mod reminders_put_off;
#[path = "engine/reminders_undo.rs"]
mod reminders_undo;
#[path = "engine/repeat.rs"]
mod repeat;
#[path = "engine/saving.rs"]
mod saving;
#[path = "engine/set_aside.rs"]
mod set_aside;
#[path = "engine/short_lists.rs"]
mod short_lists;
#[path = "engine/spoilt.rs"]
mod spoilt;
#[path = "engine/spoilt_links.rs"]
mod spoilt_links;
#[path = "engine/storage.rs"]
mod storage;
#[path = "engine/trash.rs"]
mod trash;
#[path = "engine/unread.rs"]
mod unread;
#[path = "engine/upgrade.rs"]
mod upgrade;
#[path = "engine/wishes.rs"]
mod wishes;

use simulation::SimEngine;
use urlink::model::{LinkQuery, LinkSelection, LinkView, Problem, ReportEntry};

fn urls(urls: &[&str]) -> Vec<String> {
    urls.iter().map(|url| (*url).to_owned()).collect()
}

/// One page of each of so many hosts.
fn many(count: u32) -> Vec<String> {
    (0..count)
        .map(|n| format!("https://h{n}.example/"))
        .collect()
}

/// Every link but those in the trash.
fn all() -> LinkSelection {
    LinkSelection::Category("all".into())
}

fn lines(entries: &[ReportEntry]) -> Vec<(u32, Option<Problem>)> {
    let lines = entries.iter().map(|entry| (entry.line, entry.code));
    lines.collect()
}

/// The first links of a view.
async fn view(engine: &SimEngine, category: &str) -> Vec<LinkView> {
    let query = LinkQuery {
        category: category.to_owned(),
        limit: 100,
        ..LinkQuery::default()
    };
    engine
        .query_links(&query)
        .await
        .map_or(Vec::new(), |page| page.links)
}
