import { ask, follow } from "../run/save.js";
import { cardOf, filled, linksOf, rowOf, show, titles } from "./filled.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */

test("links are found as one types, marked, everywhere or here, and none of them is a dead end", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 3, Work: 2 });
  await show(manager, "Study");
  await manager.keyboard.press("/");
  const field = manager.getByRole("textbox", { name: words("find") });
  await expect(field).toBeFocused();
  await field.pressSequentially("PAGE /0");
  await expect(manager.getByRole("row")).toHaveCount(2);
  await expect(cardOf(manager, "Work", 0).locator("mark").first()).toHaveText("Page");
  await expect(
    manager.getByRole("status").filter({ hasText: words("found_other", { count: 2 }) }),
  ).toHaveCount(1);
  await manager.getByRole("radio", { name: "Study" }).check();
  await expect(manager.getByRole("row")).toHaveCount(1);

  await field.fill("no such word");
  await expect(manager.getByText(words("empty_found"))).toBeVisible();
  await manager.getByRole("button", { name: words("show_all") }).click();
  await expect(manager.getByRole("row")).toHaveCount(3);
  await field.fill("work");
  await field.press("Escape");
  await expect(field).toHaveValue("");
  // Escape before anything was drawn.
  await field.evaluate((/** @type {HTMLInputElement} */ input) => {
    input.value = "work";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
  await field.press("Escape");
  await expect(manager.locator(".card .open:focus")).toHaveCount(1);
});

test("a link that is found by its address shows it as people read it", async ({
  extension,
  server,
}) => {
  const manager = await extension.openManager();
  await saveText(manager, server.url("/사전/한글/낱말"));
  await manager.getByRole("textbox", { name: words("find") }).fill("낱말");
  const address = manager.getByRole("row").locator(".address");
  await expect(address).toHaveText(/\/한글\/낱말$/u);
  await expect(address.locator("mark")).toHaveText("낱말");
});

test("what was found stays as it is while pages are read, until something is done", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 3 });
  await manager.keyboard.press("/");
  await manager.keyboard.type("page");
  const count = manager.locator(".view-count");
  const links = (/** @type {number} */ number) => words("links_other", { count: number });
  await expect(count).toHaveText(links(3));
  const gate = server.hold(10);
  const urls = Array.from({ length: 20 }, (_, index) => server.url(`/late/${index}`));
  const job = /** @type {Job} */ (await ask(manager, "save", { urls }, {}));
  const strip = manager.getByRole("region", { name: words("saving_now") });
  await expect(strip).toContainText(words("done_of", { done: 10, total: 20 }));
  await expect(count, "though there are thirteen").toHaveText(links(3));
  await cardOf(manager, "Study", 1).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(cardOf(manager, "Study", 1)).toHaveCount(0);
  await expect(count).toHaveText(links(12));
  gate.open();
  await follow(manager, job.id);
  await expect(count).toHaveText(links(22));
});

test("what is found can be chosen whole and moved", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { Study: 3, "": 4 });
  await manager.keyboard.press("/");
  await manager.keyboard.type("loose");
  await expect(manager.getByRole("row")).toHaveCount(4);
  await manager.keyboard.press("ArrowDown");
  await manager.keyboard.press("ControlOrMeta+a");
  await manager.keyboard.press("m");
  await expect(manager.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await manager.keyboard.type("Study");
  await manager.keyboard.press("Enter");
  await expect(rowOf(manager, "Study")).toContainText("7");
  expect(await linksOf(manager, { category: "unsorted" })).toEqual([]);
});

test("a tag of a card shows all that have it, until that is taken away", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 3 });
  const [one, , three] = await linksOf(manager, { category: "all" });
  await ask(manager, "tagLinks", { links: [one?.id, three?.id] }, { add: ["빵"] });
  await manager
    .getByTitle(words("by_tag", { tag: "빵" }))
    .first()
    .click();
  await expect(manager.getByRole("row")).toHaveCount(2);
  await manager.getByRole("button", { name: words("any_tag", { tag: "빵" }) }).click();
  await expect(manager.getByRole("row")).toHaveCount(3);
});

test("links are sorted and laid out as chosen, also the next time", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 3 });
  await manager.getByRole("button", { name: words("sort") }).click();
  await expect(manager.getByRole("menuitemradio", { name: words("sort_newest") })).toBeFocused();
  await manager.getByRole("menuitemradio", { name: words("sort_oldest") }).click();
  await expect
    .poll(() => titles(manager))
    .toEqual(["Page /Study/2", "Page /Study/1", "Page /Study/0"]);
  await manager.getByRole("radio", { name: words("layout_list") }).check();
  await expect(manager.locator(".list-layout")).toBeVisible();
  const rows = await manager
    .getByRole("row")
    .evaluateAll((all) => all.map((row) => row.clientHeight));
  expect(new Set(rows).size, "every line has the same height").toBe(1);
  await manager.reload();
  await expect(manager.locator(".list-layout")).toBeVisible();
  await expect
    .poll(() => titles(manager))
    .toEqual(["Page /Study/2", "Page /Study/1", "Page /Study/0"]);
});
