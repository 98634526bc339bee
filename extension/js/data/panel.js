/** Which panel is open on this screen is nobody else's business: it is no setting of the library. */
const NAME = "panel";

/** The panel that was open last, if any. */
export function panelThatWasOpen() {
  return localStorage.getItem(NAME) || undefined;
}

/** @param {string | undefined} panel */
export function keepPanel(panel) {
  localStorage.setItem(NAME, panel ?? "");
}
