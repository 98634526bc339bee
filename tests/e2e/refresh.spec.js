import { titleOf } from "../server/page-server.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

const GONE = "The page does not exist any more, says the site. The link is saved.";

test("a card that fell short is tried again from itself", async ({ extension, server }) => {
  server.answer("/a", { status: 404, body: "" });
  const manager = await extension.openManager();
  await saveText(manager, `${server.url("/a")}\n${server.url("/b")}`);
  const cards = manager.getByRole("grid");
  await expect(cards.getByText(GONE)).toBeVisible();
  server.answer("/a", {});
  await cards.getByRole("button", { name: words("try_again") }).click();
  await expect(cards.getByRole("link", { name: titleOf("/a") })).toBeVisible();
  await expect(cards.getByText(GONE)).toHaveCount(0);
  await expect(cards.getByRole("button", { name: words("try_again") })).toHaveCount(0);
});

test("a card that was left unread says so, and is read by the keyboard", async ({
  extension,
  server,
}) => {
  const gate = server.hold();
  const manager = await extension.openManager();
  await manager.evaluate(
    (urls) => chrome.runtime.sendMessage({ name: "save", args: [{ urls }, {}] }),
    [server.url("/a")],
  );
  await gate.held(1);
  await manager.getByRole("button", { name: words("activity"), exact: true }).click();
  const panel = manager.getByRole("complementary", { name: words("activity") });
  await panel.getByRole("button", { name: words("stop") }).click();
  const cards = manager.getByRole("grid");
  const again = cards.getByRole("button", { name: words("try_again") });
  await expect(again).toBeVisible();
  gate.open();
  await manager.keyboard.press("g");
  await manager.keyboard.press("Tab");
  await expect(again).toBeFocused();
  await manager.keyboard.press("Enter");
  await expect(cards.getByRole("link", { name: titleOf("/a") })).toBeVisible();
});

test("a view is read again once that is confirmed, and keeps what it had", async ({
  extension,
  server,
}) => {
  server.answer("/a", { body: "<title>Monday</title>" });
  server.answer("/b", { body: "<title>Kept</title>" });
  const manager = await extension.openManager();
  await saveText(manager, `${server.url("/a")}\n${server.url("/b")}`);
  server.answer("/a", { body: "<title>Tuesday</title>" });
  server.answer("/b", { status: 404, body: "" });
  const ask = async () => {
    const title = words("all_links");
    await manager.getByRole("button", { name: words("more_of", { title }) }).click();
    await manager.getByRole("menuitem", { name: words("refresh_view") }).click();
  };
  await ask();
  const question = manager.getByRole("dialog", {
    name: words("refresh_title_other", { count: 2 }),
  });
  await question.getByRole("button", { name: words("not_now") }).click();
  await expect(question).toBeHidden();
  expect(server.pagesSeen).toEqual(["/a", "/b"]);
  await ask();
  await question.getByRole("button", { name: words("refresh_go") }).click();
  await expect(manager.getByRole("link", { name: "Tuesday" })).toBeVisible();
  await expect(manager.getByRole("link", { name: "Kept" })).toBeVisible();
});

test("how many pages are read at once is chosen, and kept", async ({ extension }) => {
  const manager = await extension.openManager();
  const settings = manager.getByRole("button", { name: words("settings") });
  const field = manager.getByRole("combobox", { name: words("connections") });
  await settings.click();
  await expect(field).toBeVisible();
  // One choice, and the next before anything came of the first.
  await manager.getByRole("radio", { name: "한국어" }).evaluate((radio) => {
    const select = /** @type {HTMLSelectElement} */ (document.getElementById("connections"));
    select.value = "8";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    /** @type {HTMLElement} */ (radio).click();
  });
  await expect(manager.getByText(words("theme", {}, "ko"))).toBeVisible();
  await manager.reload();
  await manager.getByRole("button", { name: words("settings", {}, "ko") }).click();
  const korean = manager.getByRole("combobox", { name: words("connections", {}, "ko") });
  await expect(korean).toHaveValue("8");
  await korean.selectOption("0");
  await manager.getByRole("radio", { name: words("language_browser", {}, "ko") }).check();
  await expect(field).toHaveValue("0");
});
