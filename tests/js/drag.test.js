import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asMarkdown,
  asMarkup,
  carried,
  readDrop,
  writeCards,
  writeCategory,
  writeLinks,
} from "../../extension/js/core/drag.js";

/** @param {Record<string, string>} [forms] */
function transfer(forms = {}) {
  const kept = new Map(Object.entries(forms));
  return {
    get types() {
      return [...kept.keys()];
    },
    getData: (/** @type {string} */ type) => kept.get(type) ?? "",
    setData: (/** @type {string} */ type, /** @type {string} */ value) =>
      void kept.set(type, value),
  };
}

test("links of a panel come back with their titles", () => {
  const data = transfer();
  writeLinks(data, [{ url: "https://a.example/", title: "A" }, { url: "https://b.example/" }]);
  assert.equal(carried(data.types), "links");
  assert.deepEqual(readDrop(data), {
    kind: "links",
    urls: ["https://a.example/", "https://b.example/"],
    hints: ["A", null],
  });
});

test("cards are ids for us, and links for every other program", () => {
  const data = transfer();
  writeCards(data, ["1", "2"], [{ url: "https://a.example/?x=1&y", title: "<A>" }]);
  assert.equal(carried(data.types), "ids");
  assert.deepEqual(readDrop(data), { kind: "ids", ids: ["1", "2"] });
  assert.equal(data.getData("text/uri-list"), "https://a.example/?x=1&y");
  assert.equal(data.getData("text/plain"), "https://a.example/?x=1&y");
  assert.equal(data.getData("text/html"), '<a href="https://a.example/?x=1&amp;y">&lt;A&gt;</a>');
});

test("a category is only a category", () => {
  const data = transfer();
  writeCategory(data, "c1");
  assert.equal(carried(data.types), "category");
  assert.deepEqual(readDrop(data), { kind: "category", id: "c1" });
});

test("a link dragged in from a page keeps its words; a selection gives each of its links", () => {
  const html =
    'Read <a\n class="x" href="https://a.example/">one\n page</a> and <A HREF=/b>two</A>.';
  const data = transfer({ "text/html": html, "text/plain": "Read one page and two." });
  assert.equal(carried(data.types), "links");
  assert.deepEqual(readDrop(data), {
    kind: "text",
    text: '<a class="x" href="https://a.example/">one page</a>\n<A HREF=/b>two</A>',
  });
});

test("addresses alone, and text alone", () => {
  const list = transfer({
    "text/uri-list": "# of a page\r\nhttps://a.example/\r\nhttps://b.example/",
  });
  assert.deepEqual(readDrop(list), {
    kind: "text",
    text: "https://a.example/\nhttps://b.example/",
  });
  const text = transfer({ "text/plain": "see https://a.example/", "text/html": "<b>see</b>" });
  assert.deepEqual(readDrop(text), { kind: "text", text: "see https://a.example/" });
});

test("nothing, and nonsense", () => {
  assert.equal(carried(["Files"]), undefined);
  assert.equal(readDrop(transfer({ "text/plain": "  " })), undefined);
  for (const wrong of ["{", "{}", '[1,null,{"title":"x"}]', "[]"]) {
    const data = transfer({
      "application/x-urlink-ids": wrong.replace('"title"', '"id"'),
      "application/x-urlink-links": wrong,
    });
    assert.equal(readDrop(data), undefined, wrong);
  }
});

test("a link as Markdown and as HTML breaks neither", () => {
  const link = { url: "https://a.example/(x)?q=<y>", title: "[one]\n\\ two" };
  assert.equal(asMarkdown(link), "[\\[one\\] \\\\ two](https://a.example/%28x%29?q=%3cy%3e)");
  assert.equal(
    asMarkdown({ url: "https://a.example/" }),
    "[https://a.example/](https://a.example/)",
  );
  assert.equal(
    asMarkup({ url: 'https://a.example/"', title: "a & b" }),
    '<a href="https://a.example/&quot;">a &amp; b</a>',
  );
});

/** @type {[string, string][]} */
const HOSTILE = [
  ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"],
  ["![x](https://evil.example/)", "!\\[x\\](https://evil.example/)"],
  ["`rm -rf` and **bold**", "\\`rm -rf\\` and \\*\\*bold\\*\\*"],
  ["_why_ snake_case_names stay", "\\_why\\_ snake_case_names stay"],
  ["~~gone~~ ~ about", "\\~\\~gone\\~\\~ ~ about"],
  ["AT&T, &lt; and R&D;", "AT&T, \\&lt; and R\\&D;"],
  ["김치 | 두부 (2)", "김치 | 두부 (2)"],
];

for (const [title, words] of HOSTILE) {
  test(`the title ${title} is read as it stands in Markdown`, () => {
    assert.equal(
      asMarkdown({ url: "https://a.example/", title }),
      `[${words}](https://a.example/)`,
    );
  });
}

test("an address leads to the same page out of Markdown", () => {
  const url = "https://a.example/?q=\\*&lt;=1&copy=2";
  assert.equal(asMarkdown({ url, title: "a" }), "[a](https://a.example/?q=%5c*&amp;lt;=1&copy=2)");
});
