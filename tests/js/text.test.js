import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countLines,
  fold,
  hash,
  initial,
  isWeb,
  languageOf,
  repeats,
  says,
} from "../../extension/js/core/text.js";

test("counts the lines that hold something, whatever ends them", () => {
  assert.equal(countLines(""), 0);
  assert.equal(countLines("\ufeff"), 0);
  assert.equal(countLines(" \n\t\r\n"), 0);
  assert.equal(countLines("one"), 1);
  assert.equal(countLines("one\ntwo\n"), 2);
  assert.equal(countLines("one\r\n\r\ntwo\rthree"), 3);
  assert.equal(countLines("\ufeffone\r\n  \r\n가\n"), 2);
});

test("counts a megabyte of lines at once", () => {
  assert.equal(countLines("https://example.com/a/b\n".repeat(50_000)), 50_000);
});

test("folds case, composition and blanks", () => {
  assert.equal(fold("  Reading\u00a0 List "), "reading list");
  assert.equal(fold("가".normalize("NFD")), "가");
});

test("finds the letter of a site", () => {
  assert.equal(initial("example.com"), "E");
  assert.equal(initial("한글.한국"), "한");
  assert.equal(initial("127.0.0.1"), "1");
  assert.equal(initial("127.0.0.1", "«봄» in the city"), "봄");
  assert.equal(initial("example.com", "Title"), "E");
  assert.equal(initial("[::]"), "•");
});

test("hashes the same text to the same number below the limit, and spreads", () => {
  assert.equal(hash("example.com", 36), hash("example.com", 36));
  const found = new Set(Array.from({ length: 500 }, (_, index) => hash(`site${index}.test`, 36)));
  assert.equal(found.size, 36);
  assert.ok([...found].every((value) => value >= 0 && value < 36));
});

test("knows what is of the web", () => {
  for (const url of ["http://a.test/", "https://a.test/", "HTTPS://A.TEST"]) assert.ok(isWeb(url));
  for (const url of ["chrome://newtab/", "about:blank", "file:///a", "javascript:0", ""]) {
    assert.ok(!isWeb(url), url);
  }
});

test("a text is set in the language of its page, or in Korean if it is written so", () => {
  assert.equal(languageOf("제목", "en"), "en");
  assert.equal(languageOf("제목 and title"), "ko");
  assert.equal(languageOf("Title"), undefined);
});

test("a description that only repeats the title is known", () => {
  assert.ok(repeats("", "Title"));
  assert.ok(repeats("A long  title…", "A Long Title of a page"));
  assert.ok(!repeats("A long title, explained", "A long title"));
});

test("an address says what a title says that is made of it", () => {
  assert.ok(says("https://e.com/a", "e.com/a"));
  assert.ok(says("https://e.com/%EA%B8%B8", "e.com/길"));
  assert.ok(says("https://e.com/%zz", "e.com/%zz"));
  assert.ok(!says("https://e.com/a", "A page"));
});
