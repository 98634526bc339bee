/**
 * A line below the address bar. `content`: what stands in the bar when it is chosen; `marked`: parts of the text that
 * were found, from and up to without.
 * @typedef {{ content: string, text: string, marked?: [number, number][], url?: string }} Suggestion
 */

/**
 * Follows what is typed behind our keyword.
 * @param {{ suggest: (typed: string) => Promise<Suggestion[]>, fallback: (typed: string) => Promise<string>,
 *   enter: (content: string, way: 'currentTab' | 'newForegroundTab' | 'newBackgroundTab') => unknown }} handlers
 *   `fallback`: says what happens to what is typed if no line is chosen.
 */
export function onOmnibox({ suggest, fallback, enter }) {
  /** What is being typed: an answer to anything earlier comes too late. */
  let round = 0;
  chrome.omnibox.onInputChanged.addListener(async (typed, show) => {
    const own = ++round;
    const [suggestions, description] = await Promise.all([suggest(typed), fallback(typed)]);
    if (own !== round) return;
    chrome.omnibox.setDefaultSuggestion({ description: escaped(description) });
    show(suggestions.map((line) => ({ content: line.content, description: described(line) })));
  });
  chrome.omnibox.onInputEntered.addListener((content, way) => {
    round++;
    enter(content, way);
  });
}

/**
 * Goes to a page, as the address bar was told to.
 * @param {string} url
 * @param {'currentTab' | 'newForegroundTab' | 'newBackgroundTab'} way
 */
export async function goTo(url, way) {
  if (way === "currentTab") await chrome.tabs.update({ url });
  else await chrome.tabs.create({ url, active: way === "newForegroundTab" });
}

/** @param {Suggestion} suggestion */
function described({ text, marked = [], url }) {
  let at = 0;
  let description = "";
  for (const [from, to] of marked) {
    description += `${escaped(text.slice(at, from))}<match>${escaped(text.slice(from, to))}</match>`;
    at = to;
  }
  description += escaped(text.slice(at));
  return url ? `${description} <dim>-</dim> <url>${escaped(url)}</url>` : description;
}

/**
 * As text of XML, which Chrome wants here.
 * @param {string} text
 */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
