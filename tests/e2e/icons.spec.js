import { ask } from "../run/save.js";
import { drawIcon } from "../server/pictures.js";
import { expect, saveText, test } from "./fixtures.js";

const MANIFEST = {
  icons: [
    { src: "outline.png", sizes: "64x64", purpose: "monochrome" },
    { src: "small.png", sizes: "16x16" },
    { src: "good.png", sizes: "96x96" },
  ],
};

test("shows the icon that a page's manifest declares", async ({ extension, server }) => {
  server.answer("/mill", {
    headers: { "content-type": "text/html" },
    body: "<title>The mill</title><link rel=manifest href=/app/site.webmanifest>",
  });
  server.answer("/app/site.webmanifest", {
    headers: { "content-type": "application/manifest+json" },
    body: JSON.stringify(MANIFEST),
  });
  server.answer("/app/good.png", {
    headers: { "content-type": "image/png" },
    body: drawIcon("mill"),
  });
  const manager = await extension.openManager();
  await saveText(manager, server.url("/mill"));
  const card = manager.getByRole("row").filter({ hasText: "The mill" });
  await expect(card.locator("img[src^='blob:']")).toBeVisible();
  const asked = server.seen.map(({ path }) => path).filter((path) => path !== "/mill");
  expect(asked).toEqual(["/app/site.webmanifest", "/app/good.png"]);
});

test("shows no icon that would never be drawn to its end, fetched or brought along", async ({
  extension,
  server,
}) => {
  const groups = Array.from(
    { length: 9 },
    (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`,
  );
  const bomb = `<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="g0" d="M0 0h9v9z"/>${groups.join("")}</defs><use href="#g9"/></svg>`;
  server.answer("/bomb.svg", { headers: { "content-type": "image/svg+xml" }, body: bomb });
  const data = `data:image/svg+xml,${encodeURIComponent(bomb)}`;
  server.answer("/fetched", { body: "<title>Fetched</title><link rel=icon href=/bomb.svg>" });
  server.answer("/brought", { body: `<title>Brought</title><link rel=icon href='${data}'>` });
  const manager = await extension.openManager();
  await saveText(manager, `${server.url("/fetched")}\n${server.url("/brought")}`);
  for (const title of ["Fetched", "Brought"]) {
    const card = manager.getByRole("row").filter({ hasText: title });
    await expect(card).toBeVisible();
    await expect(card.locator("img[src]")).toHaveCount(0);
  }
  const page = server.url("/fetched");
  expect(await ask(manager, "fetchPicture", "icon", server.url("/bomb.svg"), page)).toBe(false);
});
