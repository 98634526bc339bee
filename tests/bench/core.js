import { readFile } from "node:fs/promises";
import { initSync } from "../../extension/wasm/urlink.js";

const WASM = new URL("../../extension/wasm/urlink_bg.wasm", import.meta.url);

/** Makes the exports of the core work in this process. */
export async function loadCore() {
  provideUrlParse();
  initSync({ module: await readFile(WASM) });
}

/** What Chromium has and Node before 22 has not. */
function provideUrlParse() {
  URL.parse ??= (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null);
}
