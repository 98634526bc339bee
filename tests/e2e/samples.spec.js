import { readFile } from "node:fs/promises";
import { findLost } from "../run/account.js";
import { takePicture } from "../run/picture.js";
import { namesOnThisMachine, startSite } from "../server/site.js";
import { test as base, expect, saveText } from "./fixtures.js";

/** The title to show, of samples of every kind. */
const TITLES = new Map([
  ["http://moss-garden.test/balcony", "A moss garden on a north-facing balcony"],
  ["http://slow-bread.test/one-day-loaf", "The one-day loaf"],
  ["http://tide-watch.test/harbour/spring-tides", "Spring tides in the old harbour"],
  ["http://dongne-bbang.test/jido", "동네 빵집 지도를 손으로 그리는 법"],
  ["http://old-board.test/notice", "별 보는 모임: 유월 관측회 안내"],
  ["http://retro-radio.test/shuuri", "真空管ラジオを直す日曜日"],
  ["http://kimchi-lab.test/recipe/two-heads", "두 포기 김치"],
  ["http://moved.test/old-address", "We have moved, and brought the apples"],
  ["http://patience.test/kettle", "Waiting for a stove-top kettle"],
  ["http://library-cat.test/rules", "House rules of the library cat"],
]);

const test = base.extend({
  browserArgs: async ({}, use) => {
    const site = await startSite();
    await use([namesOnThisMachine(site.port)]);
    await site.close();
  },
});

test("saves the sample pages as they are meant", async ({ extension }) => {
  const text = await readFile(new URL("../site/urls.txt", import.meta.url), "utf8");
  const manager = await extension.openManager();
  const { report, links } = await saveText(manager, text);
  expect(findLost(text, report)).toEqual([]);
  expect(report.failed.map(({ url }) => url)).toEqual(["http://moved.test/apples-of-last-year"]);
  expect(report.duplicates).toHaveLength(1);
  expect([...report.partial, ...report.blocked]).toEqual([]);

  const titles = new Map(Array.from(links.values(), ({ url, title }) => [url, title]));
  for (const [url, title] of TITLES) expect(titles.get(url), url).toBe(title);
  const pictures = [...links.values()].filter(({ image }) => image);
  expect(pictures).toHaveLength(20);
  await takePicture(manager, test.info().outputPath("manager.png"));
});
