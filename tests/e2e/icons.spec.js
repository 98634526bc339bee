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
