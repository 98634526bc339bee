import { cardOf, filled, rowOf, show, takeBack } from "./filled.js";
import { expect, saveText, test } from "./fixtures.js";
import { words } from "./words.js";

test("the sidebar is as wide as one likes, within bounds, also the next time", async ({
  extension,
}) => {
  const manager = await extension.openManager();
  const edge = manager.getByRole("separator", { name: words("sidebar_width") });
  await edge.focus();
  await manager.keyboard.press("End");
  await expect(edge).toHaveAttribute("aria-valuenow", "388");
  await manager.keyboard.press("ArrowRight");
  await expect(edge).toHaveAttribute("aria-valuenow", "388");
  await manager.keyboard.press("ArrowLeft");
  await manager.reload();
  await expect(edge).toHaveAttribute("aria-valuenow", "372");
  const box = await edge.boundingBox();
  await manager.mouse.move((box?.x ?? 0) + 4, 300);
  await manager.mouse.down();
  await manager.mouse.move(20, 300);
  await manager.mouse.up();
  await expect(edge).toHaveAttribute("aria-valuenow", "240");
});

test("another category begins at its top with nothing chosen, and a button leads back up", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 40, Work: 40 });
  await show(manager, "Study");
  await cardOf(manager, "Study", 0).click({ modifiers: ["ControlOrMeta"] });
  const bar = manager.getByRole("toolbar", { name: words("chosen_links") });
  await expect(bar).toBeVisible();
  const scroll = manager.locator(".scroll");
  const up = manager.getByRole("button", { name: words("to_top") });
  await expect(up).toHaveAttribute("inert");
  await scroll.evaluate((element) => element.scrollTo(0, 2000));
  await expect(up).not.toHaveAttribute("inert");
  await show(manager, "Work");
  await expect(cardOf(manager, "Work", 0)).toBeInViewport();
  await expect(bar).toBeHidden();
  await scroll.evaluate((element) => element.scrollTo(0, 2000));
  await up.click();
  await expect(cardOf(manager, "Work", 0)).toBeInViewport();
});

test("a picture that cannot be had leaves the cover that its site has", async ({
  extension,
  server,
}) => {
  const image = server.url("/gone.png");
  server.answer("/gone.png", { status: 404, body: "" });
  server.answer("/bare", {
    body: `<title>Bare</title><meta property="og:image" content="${image}">`,
  });
  const manager = await extension.openManager();
  await saveText(manager, server.url("/bare"));
  const card = manager.getByRole("row").filter({ hasText: "Bare" });
  await expect(card.locator(".letter")).toBeVisible();
  await expect.poll(() => server.pagesSeen, "it was asked for").toContain("/gone.png");
  await expect(card.locator(".cover img")).toBeHidden();
});

test("a message leaves by itself or when it is told to, and what it says can be undone", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 2 });
  await rowOf(manager, "Study").getByRole("link").focus();
  const said = manager.locator(".toast");
  await cardOf(manager, "Study", 0).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(said).toHaveCount(1);
  await takeBack(manager);
  await expect(cardOf(manager, "Study", 0)).toBeVisible();
  await said
    .getByRole("button", { name: words("close") })
    .last()
    .click();
  await expect(said).toHaveCount(0);
  await cardOf(manager, "Study", 1).getByRole("link").focus();
  await manager.keyboard.press("Delete");
  await expect(said).toHaveCount(1);
  await manager.mouse.move(5, 5);
  await expect(said, "in its time").toHaveCount(0);
});

test("another layout fills the page at once, with what is in sight and no more", async ({
  extension,
  server,
}) => {
  const { manager } = await filled(extension, server, { Study: 60 });
  await show(manager, "Study");
  await expect(cardOf(manager, "Study", 0)).toBeVisible();
  await manager.keyboard.press("j");
  await expect(manager.getByRole("complementary", { name: words("activity") })).toBeVisible();
  /** How far below the last row the page ends, in pixels. */
  const lack = () =>
    manager.evaluate(() => {
      const rows = [...document.querySelectorAll(".card:not(.unknown)")];
      const last = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom));
      return Math.max(0, innerHeight - last);
    });
  await expect.poll(lack).toBe(0);
  for (const layout of ["list", "cards"]) {
    await manager.getByRole("radio", { name: words(`layout_${layout}`) }).check();
    await expect(manager.locator(`.${layout}-layout`)).toBeVisible();
    await expect.poll(lack, layout).toBe(0);
  }
  await expect.poll(() => manager.getByRole("row").count()).toBeLessThan(40);
});
