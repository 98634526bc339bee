/**
 * A page of the browser's history. `time`: when it was visited last.
 * @typedef {{ url: string, title: string, time: number, visits: number }} VisitedPage
 */

/** To Chrome this is no limit at all. */
const UNLIMITED = 0;

/**
 * Every page that was visited from one moment up to and without another, each once.
 * @param {number} from  Epoch milliseconds.
 * @param {number} to
 * @returns {Promise<VisitedPage[]>}
 */
export async function visitedPages(from, to) {
  const query = { text: "", startTime: from, endTime: to, maxResults: UNLIMITED };
  const items = await chrome.history.search(query);
  return items.map(({ url = "", title = "", lastVisitTime = 0, visitCount = 0 }) => ({
    url,
    title,
    time: lastVisitTime,
    visits: visitCount,
  }));
}

/**
 * Whether anything was visited before a moment.
 * @param {number} time
 */
export async function hasVisitsBefore(time) {
  const query = { text: "", startTime: 0, endTime: time, maxResults: 1 };
  return (await chrome.history.search(query)).length > 0;
}

/**
 * Calls back when pages were visited or forgotten.
 * @param {(what: 'visited' | 'removed') => void} callback
 * @returns {() => void} stops it
 */
export function onHistory(callback) {
  const visited = () => callback("visited");
  const removed = () => callback("removed");
  chrome.history.onVisited.addListener(visited);
  chrome.history.onVisitRemoved.addListener(removed);
  return () => {
    chrome.history.onVisited.removeListener(visited);
    chrome.history.onVisitRemoved.removeListener(removed);
  };
}
