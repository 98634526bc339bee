//! When to ring.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** "never": it rings once. */
export type Repeat = "never" | "daily" | "weekdays" | "weekly" | "monthly";

export type ReminderPreset =
  | "ten-minutes" | "hour" | "this-morning" | "this-evening" | "tomorrow-evening" | "tomorrow-morning"
  | "next-monday" | "next-weekend";

/** A date and a time as `<input type="datetime-local">` gives them, or a time that is offered. */
export interface ReminderWish { at?: string; preset?: ReminderPreset; repeat?: Repeat }

/** A time that is offered: what the wall will show, and when that is. */
export interface ReminderOffer { preset: ReminderPreset; at: string; due: number }

/** How a reminder rang: `missed`: when nobody could ring. */
export interface Ring { at: number; missed?: boolean; read?: boolean; told?: boolean }

/** A reminder, ready to show; `title` and `url` are empty where the link cannot be read. */
export interface ReminderView {
  id: string;
  link: string;
  title: string;
  url: string;
  href?: string;
  icon?: string;
  image?: string;
  /** What the wall will show when it rings: `2026-11-23T09:00`. */
  at: string;
  /** When it rings; absent where it rings no more. */
  due?: number;
  repeat: Repeat;
  /** It was put off. */
  snoozed?: boolean;
  /** How it rang last; absent where that was dismissed. */
  rang?: Ring;
}

/** `change`: what can be undone; of no link, where nothing is different. */
export interface ReminderSet { reminder: ReminderView; change: Change }

/** `rang`: the last first; `pending`: the next first. One that repeats may be in both. */
export interface ReminderList { rang: ReminderView[]; pending: ReminderView[]; unread: number }
"#;
