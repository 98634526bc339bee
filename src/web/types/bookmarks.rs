//! What the browser keeps.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the browser's bookmarks should say: folders of categories, and the links in them or in none. */
export interface BookmarkMirror {
  folders: { category: string; title: string }[];
  links: { category?: string; title: string; url: string }[];
}

/** A bookmark, or without an address a folder. */
export interface BookmarkNode { id: string; title: string; url?: string; children?: BookmarkNode[] }

/** The browser's ids of what was made by us: of folders by their categories, and of links. */
export interface BookmarkRecord { folders: Record<string, string>; links: string[] }

/** One thing to do; without a category: in the folder of all. */
export type BookmarkChange =
  | { kind: "folder"; category: string; title: string }
  | { kind: "create"; category?: string; title: string; url: string }
  | { kind: "rename"; id: string; title: string }
  | { kind: "move"; id: string; category?: string }
  | { kind: "remove"; id: string };

/** `record`: without what is still to be made. */
export interface BookmarkPlan { changes: BookmarkChange[]; record: BookmarkRecord }

/** An address that could be saved: `key` is the same for those that are one link. */
export interface OfferedUrl { key: string; host: string }
"#;
