import { ask } from "../run/save.js";
import { bar, expectChosen } from "./choose-steps.js";
import { cardOf, filled, linksOf } from "./filled.js";
import { expect, test } from "./fixtures.js";
import { words } from "./words.js";

test.use({ hosts: 20 });

test("the mouse chooses: a check, ctrl, a range, and any card once something is chosen", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 8 });
  await cardOf(manager, "", 1).hover();
  await cardOf(manager, "", 1).getByRole("checkbox").click();
  await expectChosen(manager, 1);
  await cardOf(manager, "", 3).click();
  await expectChosen(manager, 2);
  await cardOf(manager, "", 5).click({ modifiers: ["Shift"] });
  await expectChosen(manager, 4);
  await cardOf(manager, "", 4).click();
  await expectChosen(manager, 3);
  await expect(cardOf(manager, "", 4)).toHaveAttribute("aria-selected", "false");
  await expect(cardOf(manager, "", 5)).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 0);
  expect(extension.context.pages().length, "nothing was opened").toBeLessThanOrEqual(2);
  await cardOf(manager, "", 6).click({ modifiers: ["ControlOrMeta"] });
  await expectChosen(manager, 1);
});

test("a rectangle chooses what it touches; with Ctrl, beside what was chosen", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 8 });
  const first = await cardOf(manager, "", 0).boundingBox();
  const second = await cardOf(manager, "", 1).boundingBox();
  if (!first || !second) throw new Error("the cards are not there");
  const between = { x: second.x - 8, y: first.y + 60 };
  const draw = async (/** @type {number} */ x) => {
    await manager.mouse.move(between.x, between.y);
    await manager.mouse.down();
    await manager.mouse.move(x, between.y + 20, { steps: 4 });
    await manager.mouse.up();
  };
  await draw(second.x + 30);
  await expectChosen(manager, 1);
  await expect(cardOf(manager, "", 1)).toHaveAttribute("aria-selected", "true");
  await manager.keyboard.down("Control");
  await draw(first.x + 20);
  await manager.keyboard.up("Control");
  await expectChosen(manager, 2);
  await manager.mouse.click(between.x, between.y);
  await expectChosen(manager, 0);
});

test("a rectangle grows as the wheel turns, and Escape takes back what it chose", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { "": 40 });
  await cardOf(manager, "", 2).click({ modifiers: ["ControlOrMeta"] });
  await expectChosen(manager, 1);
  const second = await cardOf(manager, "", 1).boundingBox();
  if (!second) throw new Error("the card is not there");
  await manager.mouse.move(second.x - 8, second.y + 60);
  await manager.mouse.down();
  await manager.mouse.move(second.x + 30, second.y + 80, { steps: 4 });
  await expectChosen(manager, 1);
  await manager.mouse.wheel(0, second.height * 2);
  await expectChosen(manager, 3);
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 1);
  await manager.mouse.up();
  await expect(bar(manager)).toBeVisible();
  await manager.mouse.wheel(0, -second.height * 2);
  await expect(cardOf(manager, "", 2)).toHaveAttribute("aria-selected", "true");
});

test("the keyboard chooses: space, a range, all, none", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 8 });
  await manager.keyboard.press("g");
  await manager.keyboard.press("Space");
  await expectChosen(manager, 1);
  await manager.keyboard.press("Shift+ArrowRight");
  await manager.keyboard.press("Shift+ArrowRight");
  await expectChosen(manager, 3);
  await manager.keyboard.press("Shift+ArrowLeft");
  await expectChosen(manager, 2);
  await manager.keyboard.press("ControlOrMeta+a");
  await expectChosen(manager, 8);
  await expect(
    manager.getByRole("status").filter({ hasText: words("chosen_other", { count: 8 }) }),
  ).toHaveCount(1);
  await manager.keyboard.press("Escape");
  await expectChosen(manager, 0);
  await expect(manager.locator(".open:focus")).toHaveCount(1);
});

test("a range reaches over links that were never in sight", async ({ extension, server }) => {
  server.hold();
  const { manager } = await filled(extension, server, {});
  const urls = Array.from({ length: 1_000 }, (_, i) => server.url(`/many/${i}`, i));
  await manager.evaluate(
    (text) => chrome.runtime.sendMessage({ name: "save", args: [{ text }, {}] }),
    urls.join("\n"),
  );
  await expect(manager.locator('[aria-rowcount="1000"]')).toBeVisible();
  await manager.keyboard.press("g");
  await manager.keyboard.press("Space");
  await manager.keyboard.press("Shift+End");
  await expectChosen(manager, 1_000);
});

test("what is deleted elsewhere is not chosen any more", async ({ extension, server }) => {
  const { manager } = await filled(extension, server, { "": 4 });
  for (const index of [0, 1, 2]) {
    await cardOf(manager, "", index).click({ modifiers: ["ControlOrMeta"] });
  }
  await expectChosen(manager, 3);
  const [first, second] = await linksOf(manager, { category: "all" });
  await ask(manager, "trashLinks", { links: [first?.id] });
  await expectChosen(manager, 2);
  await ask(manager, "trashLinks", { links: [second?.id] });
  await expect(bar(manager)).toContainText(words("chosen_one", { count: 1 }));
});
