//! What pages say.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
export interface Image { url: string; width?: number; height?: number; alt?: string }
/** What a page says about itself. */
export interface PageMetadata {
  title?: string;
  displayTitle?: string;
  description?: string;
  image?: Image;
  icon?: string;
  siteName?: string;
  author?: string;
  published?: string;
  modified?: string;
  language?: string;
  canonical?: string;
  type?: string;
  keywords?: string[];
  themeColor?: string;
  feeds?: string[];
  finalUrl?: string;
  status?: number;
  mediaType?: string;
  size?: number;
  charset?: string;
  fetched?: number;
}

/** What one page says, read by itself. */
export interface PageReading {
  metadata: PageMetadata;
  /** Why it is not the page that was meant, or falls short: a problem's code. */
  problem?: string;
  /** Another address that holds the page. */
  next?: string;
  /** What a page says that is not the one that was meant: `metadata` leaves it out. */
  leftOut?: PageMetadata;
  /** How many bytes were taken. */
  pulled: number;
}
"#;
