const WELCOME = "welcome.html";

/** A cache with nothing in it: that it is there says that somebody was welcomed. */
const MARK = "welcomed";

/** Shows the first start, once, right after the extension was installed. */
export function welcomeOnInstall() {
  chrome.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== "install" || (await caches.has(MARK))) return;
    await caches.open(MARK);
    await chrome.tabs.create({ url: WELCOME });
  });
}
