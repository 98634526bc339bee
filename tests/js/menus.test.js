import assert from "node:assert/strict";
import { test } from "node:test";
import { menuChoice, menusOf } from "../../extension/js/core/menus.js";
import { recentCategories } from "../../extension/js/core/recent.js";

/** @import {Category, Job} from "../../extension/wasm/urlink.js" */

/** @param {string} id @returns {Category} */
const category = (id) => ({ id, name: id, favourite: false, count: 0, created: 0 });

/** @param {string} [to] @returns {Job} */
const job = (to) =>
  /** @type {Job} */ (/** @type {unknown} */ ({ id: "j", ...(to && { category: to }) }));

test("the categories that were used last are offered first, each once", () => {
  const all = ["a", "b", "c", "d", "e", "f"].map(category);
  const list = {
    categories: all,
    all: 0,
    unsorted: 0,
    problems: 0,
    trash: 0,
    favourites: 0,
    last: "d",
  };
  const jobs = [job("d"), job(), job("f"), job("gone"), job("f")];
  assert.deepEqual(
    recentCategories(list, jobs).map(({ id }) => id),
    ["d", "f", "a", "b", "c"],
  );
});

test("over a picture, a video or a sound the page can be saved too", () => {
  for (const context of /** @type {const} */ (["image", "video", "audio"])) {
    const offered = menusOf([]).filter(({ contexts }) => contexts.includes(context));
    const saving = offered.map(({ id }) => menuChoice(id)?.subject);
    assert.ok(saving.includes(context === "image" ? "image" : "page"), context);
  }
});

test("each line of the menus says what to save and where to", () => {
  const items = menusOf([{ ...category("x"), name: "R&D %s" }]);
  const ids = items.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const item of items) if ("parent" in item) assert.ok(ids.includes(item.parent ?? ""));
  assert.deepEqual(menuChoice("link:x"), { subject: "link", category: "x" });
  assert.deepEqual(menuChoice("tabs:"), { subject: "tabs", category: null });
  assert.equal(menuChoice("side"), undefined);
  const title = items.find(({ id }) => id === "page:x")?.title ?? "";
  assert.match(title, /^R&&D/u);
  assert.doesNotMatch(title, /%s/u, "the browser would put the selection there");
});
