import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { takePicture } from "../run/picture.js";
import { ask } from "../run/save.js";
import { namesOnThisMachine, startSite } from "../server/site.js";
import { show } from "./filled.js";
import { test as base, expect, saveText } from "./fixtures.js";
import { words } from "./words.js";

/** @import {Category, LinkPage} from "../../extension/wasm/urlink.js" */
/** @import {PageServer} from "../server/page-server.js" */
/** @import {Extension} from "./fixtures.js" */

const FOLDER = new URL("../output/pictures/", import.meta.url);

/** Where the samples go: the first words of a host tell. */
const PLACES = [
  { name: "Out and about", hosts: /moss|tide|trains|bike|star|streets/, favourite: false },
  { name: "Kitchen", hosts: /bread|kimchi|patience|repair/, favourite: true },
  { name: "읽을거리", hosts: /dongne|hangeul|책방|podo|bada|gyeoul/, favourite: true },
  { name: "Notes for work", hosts: /error|modules|map/, favourite: false },
];

const test = base.extend({
  browserArgs: async ({}, use) => {
    const site = await startSite();
    await use([namesOnThisMachine(site.port)]);
    await site.close();
  },
});

test.use({ hosts: 50 });

test("takes the pictures of the README", async ({ extension, server }) => {
  test.setTimeout(240_000);
  const text = await readFile(new URL("../site/urls.txt", import.meta.url), "utf8");
  const urls = text.split("\n").filter((line) => line.startsWith("http://"));
  const manager = await extension.openManager();
  for (const { name, hosts, favourite } of PLACES) {
    const category = /** @type {Category} */ (await ask(manager, "createCategory", name));
    if (favourite) await ask(manager, "starCategory", category.id, true);
    const some = urls.filter((url) => hosts.test(url));
    await saveText(manager, some.join("\n"), { category: category.id });
  }
  for (const language of /** @type {const} */ (["en", "ko"])) {
    await extension.speak(language);
    const page = await extension.openManager();
    await expect(page.getByRole("link", { name: "포도밭의 사계절" })).toBeAttached();
    await takePicture(page, fileURLToPath(new URL(`manager-${language}.png`, FOLDER)));
    await page.close();
  }
  await takeReminders(extension);
  const tab = await extension.context.newPage();
  await tab.goto("http://quiet-streets.test/");
  for (const language of /** @type {const} */ (["en", "ko"])) {
    await extension.speak(language);
    await tab.bringToFront();
    const popup = await extension.openPopup();
    await expect(popup.getByRole("heading", { level: 1 })).toContainText("Quiet Streets");
    await takePicture(popup, fileURLToPath(new URL(`popup-${language}.png`, FOLDER)));
    await popup.close();
  }
  await takeActivity(extension, server);
});

/** So many of the links are read when the picture of the activity is taken. */
const READ = 6_400;

/**
 * The panel of the activity, while ten thousand links are read.
 * @param {Extension} extension
 * @param {PageServer} server
 */
async function takeActivity(extension, server) {
  await extension.speak("en");
  const page = await extension.openManager();
  const name = "Ten years of bookmarks";
  const category = /** @type {Category} */ (await ask(page, "createCategory", name));
  const paths = Array.from({ length: 10_000 }, (_, index) => `/${index}`);
  for (const [index, path] of paths.entries()) {
    if (index % 61 === 0) server.answer(path, { status: 404, body: "" });
    if (index % 97 === 0) server.answer(path, { status: 401, body: "" });
  }
  server.hold(READ);
  const text = paths.map((path, index) => server.url(path, index)).join("\n");
  await ask(page, "save", { text }, { category: category.id });
  await show(page, "Kitchen");
  await page.keyboard.press("j");
  const panel = page.getByRole("complementary", { name: words("activity") });
  await expect(panel.getByText("63%").or(panel.getByText("64%"))).toBeVisible({ timeout: 180_000 });
  await page.getByRole("heading", { level: 1 }).hover();
  await takePicture(page, fileURLToPath(new URL("activity-en.png", FOLDER)));
  await page.close();
}

/**
 * The panel of the reminders, and the question when.
 * @param {Extension} extension
 */
async function takeReminders(extension) {
  await extension.speak("en");
  const page = await extension.openManager();
  const query = { category: "all", offset: 0, limit: 12 };
  const { links } = /** @type {LinkPage} */ (await ask(page, "queryLinks", query));
  for (const [index, wish] of /** @type {const} */ ([
    [0, { preset: "tomorrow-morning", repeat: "weekdays" }],
    [1, { preset: "next-monday" }],
    [3, { preset: "hour" }],
    [4, { preset: "next-weekend", repeat: "monthly" }],
    [7, { preset: "next-monday", repeat: "weekly" }],
  ])) {
    await ask(page, "setReminder", links[index]?.id, wish);
  }
  await page.keyboard.press("d");
  const panel = page.getByRole("complementary", { name: words("reminders") });
  await expect(panel.getByRole("listitem")).toHaveCount(5);
  await takePicture(page, fileURLToPath(new URL("reminders-en.png", FOLDER)));
  await page.getByRole("row").first().getByRole("link").focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(1);
  await takePicture(page, fileURLToPath(new URL("remind-en.png", FOLDER)));
  await page.close();
}
