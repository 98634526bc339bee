import { countLines } from "../core/text.js";
import { preferences } from "../data/settings.js";
import { send } from "../platform/messages.js";
import { acceptedSummary } from "../ui/summary.js";
import { target } from "./popup-place.js";
import { state, working } from "./popup-state.js";

let pasted = "";

/** @param {string} text */
export function paste(text) {
  pasted = text;
  state.set({ lines: countLines(text) });
}

export function saveList() {
  if (state.get().lines === 0) return;
  void working(async () => {
    const { category, name } = await target();
    const { language } = preferences.get();
    const job = await send("save", { text: pasted }, { category, language });
    showTab();
    state.set({
      status: { kind: job.total > 0 ? "good" : "problem", text: acceptedSummary(job, name) },
    });
  });
}

export function showList() {
  state.set({ view: "list", status: undefined });
  document.getElementById("list")?.focus();
}

export function showTab() {
  pasted = "";
  state.set({ view: "tab", lines: 0 });
  document.getElementById("place")?.focus();
}
