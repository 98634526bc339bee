/** Whether the panel is open on this screen is nobody else's business: it is no setting of the library. */
const NAME = "activity-panel";

/** Whether the panel was open last. */
export function panelWasOpen() {
  return localStorage.getItem(NAME) === "open";
}

/** @param {boolean} open */
export function keepPanel(open) {
  localStorage.setItem(NAME, open ? "open" : "closed");
}
