import assert from "node:assert/strict";
import { test } from "node:test";
import { KEPT, PAGE_SIZE } from "../../extension/js/core/known-pages.js";
import { LinkPages } from "../../extension/js/data/link-pages.js";

/** @import {LinkPage, LinkQuery, LinkState, LinkView} from "../../extension/wasm/urlink.js" */

/**
 * @param {number} index
 * @param {LinkState} [state]
 * @returns {LinkView}
 */
const link = (index, state = "saved") => ({
  id: `l${index}`,
  url: `https://a.test/${index}`,
  host: "a.test",
  title: `Link ${index}`,
  created: 0,
  updated: 0,
  state,
  favourite: false,
  tags: [],
});

/** A library that answers when it is told to. */
class Library {
  /** @type {LinkView[]} */
  links = [];
  /** @type {LinkQuery[]} */
  asked = [];
  /** @type {string[][]} */
  askedIds = [];
  /** @type {(() => void)[]} */
  #answers = [];
  /** @type {(() => void)[]} */
  #refusals = [];
  changes = 0;
  /** @type {unknown[]} */
  errors = [];

  /** What a page before this one kept. @type {LinkPage | undefined} */
  copy = undefined;

  pages = new LinkPages(
    {
      lastKnown: () => this.copy,
      keep: (_query, _language, page) => {
        this.copy = page;
      },
      queryLinks: (query) => {
        this.asked.push(query);
        const { offset, limit } = query;
        return this.#later(() => ({
          total: this.links.length,
          links: this.links.slice(offset, offset + limit),
        }));
      },
      queryIds: () => this.#later(() => this.links.map(({ id }) => id)),
      getLinks: (ids) => {
        this.askedIds.push(ids);
        return this.#later(() => this.links.filter(({ id }) => ids.includes(id)));
      },
    },
    (error) => {
      this.changes++;
      if (error) this.errors.push(error);
    },
  );

  /**
   * @template T
   * @param {() => T} answer
   * @returns {Promise<T>}
   */
  #later(answer) {
    return new Promise((resolve, reject) => {
      this.#refusals.push(() => reject(new Error("the library does not open")));
      this.#answers.push(() => {
        try {
          resolve(answer());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** Refuses everything that was asked so far. */
  async refuse() {
    for (const refuse of this.#refusals.splice(0)) refuse();
    this.#answers.length = 0;
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Answers everything that was asked so far. */
  async answer() {
    for (const answer of this.#answers.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** @param {number} total */
async function shown(total) {
  const library = new Library();
  library.links = Array.from({ length: total }, (_, index) => link(index));
  library.pages.show({ category: "all" }, "en");
  library.pages.want({ first: 0, last: 20 });
  await library.answer();
  return library;
}

test("shows the first links as they were last known, until it is known how they are", async () => {
  const library = new Library();
  library.links = Array.from({ length: 300 }, (_, index) => link(index + 1));
  library.copy = { total: 301, links: [link(0), link(1)] };
  library.pages.show({ category: "all" }, "en");
  library.pages.want({ first: 0, last: 20 });
  assert.equal(library.pages.total, 301);
  assert.deepEqual([library.pages.at(0)?.id, library.pages.at(2)], ["l0", undefined]);
  assert.equal(library.asked.length, 1);
  await library.answer();
  assert.equal(library.pages.total, 300);
  assert.deepEqual([library.pages.at(0)?.id, library.pages.at(19)?.id], ["l1", "l20"]);
  assert.equal(library.asked.length, 1);
});

test("of a library that does not open nothing stays in sight that was known before", async () => {
  const library = new Library();
  library.copy = { total: 2, links: [link(0), link(1)] };
  library.pages.show({ category: "all" }, "en");
  await library.refuse();
  assert.equal(library.errors.length, 1);
  assert.deepEqual([library.pages.total, library.pages.at(0)], [undefined, undefined]);
});

test("what is kept for the next start is as new as what shows", async () => {
  const library = await shown(300);
  assert.equal(library.copy?.links[0]?.id, "l0");
  library.links[0] = { ...link(0), title: "Renamed" };
  void library.pages.refresh(["l0"]);
  await library.answer();
  assert.equal(library.copy?.links[0]?.title, "Renamed");
  library.links.shift();
  void library.pages.reorder();
  await library.answer();
  assert.deepEqual([library.copy?.total, library.copy?.links[0]?.id], [299, "l1"]);
});

test("asks for the pages in sight, each once, and together those that follow one another", async () => {
  const library = await shown(1000);
  assert.equal(library.pages.total, 1000);
  const asked = () => library.asked.map(({ offset, limit }) => [offset, limit]);
  assert.deepEqual(asked(), [[0, 2 * PAGE_SIZE]]);
  const edge = 3 * PAGE_SIZE;
  library.pages.want({ first: edge - 10, last: edge + 10 });
  library.pages.want({ first: edge - 9, last: edge + 11 });
  assert.deepEqual(asked().slice(1), [[2 * PAGE_SIZE, 2 * PAGE_SIZE]]);
  assert.equal(library.pages.at(edge - 10), undefined);
  await library.answer();
  assert.equal(library.pages.at(edge - 10)?.id, `l${edge - 10}`);
  assert.equal(library.pages.at(edge + 5)?.id, `l${edge + 5}`);
});

test("of another question what is in sight comes alone, and then what is kept ready", async () => {
  const library = await shown(1000);
  library.pages.want({ first: 188, last: 240 }, { first: 200, last: 212 });
  await library.answer();
  library.asked.length = 0;
  library.pages.show({ category: "all", search: "a" }, "en");
  const asked = () => library.asked.map(({ offset, limit }) => [offset, limit]);
  assert.deepEqual(asked(), [[0, PAGE_SIZE]], "it is seen from its beginning");
  library.pages.want({ first: 0, last: 40 }, { first: 0, last: 12 });
  assert.equal(library.asked.length, 1);
  await library.answer();
  assert.deepEqual(asked().slice(1), [[PAGE_SIZE, 2 * PAGE_SIZE]]);
});

test("who scrolls fast is shown where he is, not all that he has passed", async () => {
  const library = await shown(100 * PAGE_SIZE);
  library.asked.length = 0;
  for (let page = 10; page <= 90; page += 10)
    library.pages.want({ first: page * PAGE_SIZE, last: page * PAGE_SIZE + 20 });
  await library.answer();
  await library.answer();
  assert.deepEqual(
    library.asked.map(({ offset }) => offset / PAGE_SIZE),
    [10, 20, 90],
  );
  assert.equal(library.pages.at(90 * PAGE_SIZE)?.id, `l${90 * PAGE_SIZE}`);
});

test("the pages nearest to what shows are kept, the others are asked for again", async () => {
  const library = await shown((KEPT + 20) * PAGE_SIZE);
  for (let page = 1; page <= KEPT + 14; page++) {
    library.pages.want({ first: page * PAGE_SIZE, last: page * PAGE_SIZE + 10 });
    await library.answer();
  }
  assert.equal(library.pages.known.length, KEPT * PAGE_SIZE);
  assert.equal(library.pages.at(0), undefined);
  assert.equal(library.pages.at(15 * PAGE_SIZE)?.id, `l${15 * PAGE_SIZE}`);
  library.pages.want({ first: 0, last: 20 });
  await library.answer();
  assert.equal(library.pages.at(0)?.id, "l0");
});

test("what is known stays in sight until its newer form is there", async () => {
  const library = await shown(5);
  library.links = [link(100), ...library.links];
  library.pages.reorder();
  assert.equal(library.pages.at(0)?.id, "l0");
  await library.answer();
  assert.equal(library.pages.at(0)?.id, "l100");
  assert.equal(library.pages.total, 6);
});

test("links that changed are asked for if they are in sight, else when they come into sight", async () => {
  const library = await shown(100);
  library.asked.length = 0;
  library.links = library.links.map((old) => ({ ...old, title: "Other" }));
  void library.pages.refresh(["l3", "l30", "elsewhere"]);
  assert.deepEqual(library.askedIds, [["l3"]]);
  await library.answer();
  assert.equal(library.pages.at(3)?.title, "Other");
  assert.equal(library.pages.at(30)?.title, "Link 30");
  library.pages.want({ first: 20, last: 32 });
  assert.equal(library.asked.length, 1);
  await library.answer();
  assert.equal(library.pages.at(30)?.title, "Other");
});

test("a waiting link that became whole in sight has settled", async () => {
  const library = new Library();
  library.links = [link(0, "waiting"), link(1, "waiting"), link(2)];
  library.pages.show({ category: "all" }, "en");
  library.pages.want({ first: 0, last: 3 });
  await library.answer();
  assert.equal(library.pages.settled.size, 0);
  library.links = [link(0), link(1, "failed"), link(2)];
  void library.pages.refresh(["l0"]);
  await library.answer();
  assert.deepEqual([...library.pages.settled], ["l0"]);
  library.pages.reorder();
  await library.answer();
  assert.deepEqual([...library.pages.settled], ["l0", "l1"]);
});

test("an answer that comes after another view was chosen is not listened to", async () => {
  const library = new Library();
  library.links = [link(0)];
  library.pages.show({ category: "all" }, "en");
  library.pages.show({ category: "unsorted" }, "en");
  assert.equal(library.pages.total, undefined);
  library.links = [link(7), link(8)];
  await library.answer();
  assert.equal(library.pages.total, 2);
  assert.equal(library.changes, 1);
});

test("a failure is told, and the page can be asked for again", async () => {
  const library = new Library();
  library.links = /** @type {LinkView[]} */ (/** @type {unknown} */ (null));
  library.pages.show({ category: "all" }, "en");
  await library.answer();
  assert.equal(library.errors.length, 1);
  library.links = [link(0)];
  library.pages.reorder();
  await library.answer();
  assert.equal(library.pages.at(0)?.id, "l0");
});

test("another question leaves what is known in sight until its answer", async () => {
  const library = await shown(500);
  library.pages.want({ first: 200, last: 220 });
  await library.answer();
  library.pages.want({ first: 0, last: 20 });
  library.links = [link(3)];
  library.pages.show({ category: "all", search: "three" }, "en");
  assert.equal(library.pages.at(0)?.id, "l0");
  assert.equal(library.asked.at(-1)?.search, "three");
  await library.answer();
  assert.equal(library.pages.at(0)?.id, "l3");
  assert.equal(library.pages.at(205), undefined, "what answered the old question is gone");
  assert.equal(library.pages.total, 1);
});

test("the order is asked for once, and anew when it may be another", async () => {
  const library = await shown(3);
  const one = library.pages.order();
  assert.equal(library.pages.order(), one);
  await library.answer();
  assert.deepEqual(await one, ["l0", "l1", "l2"]);
  library.links = [link(9)];
  library.pages.reorder();
  const other = library.pages.order();
  await library.answer();
  assert.deepEqual(await other, ["l9"]);
});

test("a new order ends with its answers: who follows many changes does not outrun them", async () => {
  const library = new Library();
  library.links = [link(0)];
  library.pages.show({ category: "all" }, "en");
  await library.answer();
  library.links = [link(1), link(0)];
  let ended = false;
  const reordered = library.pages.reorder().then(() => {
    ended = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(ended, false);
  await library.answer();
  await reordered;
  assert.equal(library.pages.at(0)?.id, "l1");
});
