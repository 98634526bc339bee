//! What JavaScript passes in: the store, and what the browser knows of the network.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** `chrome.storage.local`, as the core uses it: keys to JSON texts. */
export interface LibraryStore {
  /** The values that exist, of the keys asked for. */
  get(keys: string[]): Promise<Record<string, string>>;
  /** Every key. */
  keys(): Promise<string[]>;
  /** Writes all or nothing. */
  set(entries: Record<string, string>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** What was kept under these names, in their order: what can be made anew, apart from the keys. */
  kept(names: string[]): Promise<(Uint8Array | undefined)[]>;
  /** Keeps all or nothing. */
  keep(parts: Record<string, Uint8Array>): Promise<void>;
  /** Forgets all that was kept so. */
  forget(): Promise<void>;
}

/** The public internet, the networks of this machine, the machine itself. */
export type NetworkZone = "public" | "local" | "machine";

/** Every record as JSON, or the links as HTML that browsers import. */
export type ExportFormat = "json" | "bookmarks";

/** What the browser knows of requests and lets through; `fetch` itself says nothing. */
export interface NetworkReport {
  /** `net::ERR_...` or `permission-withheld`, if it is known. */
  errorOf(url: string): Promise<string | undefined>;
  /** The IP addresses of the servers that were asked first and last, if they are known. */
  wayOf(url: string): Promise<[string, string] | undefined>;
  /** Lets the requests to come lead as far in as pages of this zone may. */
  enter(zone: NetworkZone): Promise<void>;
  /** Ends all requests when it is aborted. */
  readonly life?: AbortSignal;
}
"#;
