import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Dice } from "../bench/dice.js";
import { FIELDS } from "../bench/fields.js";
import { grow } from "../bench/grow.js";
import { readFolder, readSamples } from "../bench/pages.js";
import { replaceBetween } from "../bench/readme.js";
import { applyRules } from "../bench/rules.js";
import { median, quantile } from "../bench/statistics.js";
import { figure } from "../bench/table.js";
import { isJsonLd, TagList } from "../bench/tags.js";

test("sample pages are of real sizes, the same for the same seed, and each has its truth", async () => {
  const pages = await readSamples(3);
  const again = await readSamples(3);
  assert.deepEqual(
    again.map(({ bytes }) => bytes.length),
    pages.map(({ bytes }) => bytes.length),
  );
  const sizes = pages.map(({ bytes }) => bytes.length);
  assert.ok(median(sizes) > 70_000 && median(sizes) < 150_000, `p50 ${median(sizes)}`);
  const p95 = quantile(sizes, 0.95);
  assert.ok(p95 > 300_000 && p95 < 900_000, `p95 ${p95}`);
  for (const { id, truth } of pages) assert.ok(truth.title.length > 0, id);
});

test("a page that grows keeps every byte, and gets no second title or end of the head", () => {
  const small = Buffer.from(
    "<html><head><title>\xc7\xd1</title></head><body>\xb1\xdb a</body></html>",
    "latin1",
  );
  const grown = Buffer.from(grow(new Uint8Array(small), new Dice(5))).toString("latin1");
  assert.ok(grown.length > 1000);
  assert.ok(grown.startsWith("<html><head><title>\xc7\xd1</title>"));
  assert.ok(grown.endsWith("</body></html>"));
  for (const once of ["<title", "</head>", "<body", "og:", "ld+json"]) {
    assert.ok(grown.split(once).length <= 2, once);
  }
});

test("a folder of saved pages: those answered well, with all that is accepted", async () => {
  const folder = await mkdtemp(join(tmpdir(), "urlink-bench-"));
  try {
    const rows = [
      {
        id: "a",
        url: "http://a.org/x",
        kind: "real",
        tags: [],
        status: null,
        charset_actual: "UTF-8",
        http_charset: null,
      },
      {
        id: "b",
        url: "https://e.com/",
        kind: "real",
        tags: [],
        status: 200,
        charset_actual: "EUC-KR",
        http_charset: "euc-kr",
      },
      {
        id: "gone",
        url: "http://a.org/y",
        kind: "real",
        tags: [],
        status: 404,
        charset_actual: "UTF-8",
        http_charset: null,
      },
      {
        id: "nowhere",
        url: null,
        kind: "real",
        tags: [],
        status: null,
        charset_actual: "UTF-8",
        http_charset: null,
      },
      {
        id: "unit",
        url: "http://a.org/z",
        kind: "unit",
        tags: [],
        status: 200,
        charset_actual: "UTF-8",
        http_charset: null,
      },
    ];
    const nothing = Object.fromEntries(
      FIELDS.map((field) => [field, { best: null, accept: [], declared: [] }]),
    );
    const gold = rows.map(({ id }) => ({
      ...nothing,
      id,
      title: { best: "T", accept: ["T", "U"] },
      icon: { declared: ["https://e.com/i"] },
    }));
    const lines = (/** @type {object[]} */ list) =>
      list.map((row) => JSON.stringify(row)).join("\n");
    await mkdir(join(folder, "html"));
    await writeFile(join(folder, "index.jsonl"), lines(rows));
    await writeFile(join(folder, "gold.jsonl"), lines(gold));
    for (const { id } of rows)
      await writeFile(join(folder, "html", `${id}.html`), `<title>${id}</title>`);

    const pages = await readFolder(folder, 0, 1);
    assert.deepEqual(
      pages.map(({ id }) => id),
      ["a", "b"],
    );
    assert.deepEqual(pages[0]?.truth.icon, ["https://e.com/i"]);
    assert.ok(pages[0]?.truth.title.includes("U"));
    assert.deepEqual(pages[0]?.truth.author, []);
    assert.equal(pages[0]?.contentType, "text/html");
    assert.equal(pages[1]?.contentType, "text/html; charset=euc-kr");
    assert.equal((await readFolder(folder, 1, 1)).length, 1);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the usual rules, over tags", () => {
  const tags = new TagList();
  tags.title = " Plain ";
  tags.add("html", { lang: "ko" });
  tags.add("base", { href: "/deep/" });
  tags.add("meta", { property: "OG:Image", content: "a.png" });
  tags.add("meta", { property: "og:image", content: "second.png" });
  tags.add("link", { rel: "Shortcut ICON", href: "i.ico" });
  tags.add("meta", { name: "description", content: "" });
  tags.jsonLd.push(
    "{broken",
    `{"@graph": [{"author": [{"name": "A"}, "B"], "datePublished": "2026-01-02"}]}`,
  );
  const { title, description, image, icon, lang, author, published } =
    tags.read("https://e.com/x/y");
  assert.deepEqual(
    { title, description, image, icon, lang, author, published },
    {
      title: "Plain",
      description: undefined,
      image: "https://e.com/deep/a.png",
      icon: "https://e.com/deep/i.ico",
      lang: "ko",
      author: "A, B",
      published: "2026-01-02",
    },
  );
  assert.ok(isJsonLd({ type: "Application/LD+JSON" }));
  assert.ok(!isJsonLd({}));
});

test("a page that says nothing has the icon that every site may have, and no more", () => {
  const nothing = () => undefined;
  const tags = {
    meta: nothing,
    link: nothing,
    title: nothing,
    lang: nothing,
    base: nothing,
    time: nothing,
    jsonLd: () => [],
  };
  const values = Object.entries(applyRules(tags, "https://e.com/a/b"));
  assert.deepEqual(
    values.filter(([, value]) => value),
    [["icon", "https://e.com/favicon.ico"]],
  );
});

test("what stands between the markers is replaced, and nothing else", () => {
  const text = "a\n<!-- x -->\nold\nolder\n<!-- /x -->\nb\n";
  const replaced = replaceBetween(text, "x", ["new"]);
  assert.equal(replaced, "a\n<!-- x -->\nnew\n<!-- /x -->\nb\n");
  assert.equal(replaceBetween(replaced, "x", ["new"]), replaced);
  assert.throws(() => replaceBetween(text, "y", []), /<!-- y -->/);
});

test("figures have three digits that count", () => {
  assert.deepEqual([0.1234, 1.234, 12.34, 123.4, 1234.5, 0, 0.00012].map(figure), [
    "0.123",
    "1.23",
    "12.3",
    "123",
    "1235",
    "0.00",
    "0.000",
  ]);
});
