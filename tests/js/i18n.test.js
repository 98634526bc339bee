import assert from "node:assert/strict";
import { test } from "node:test";
import { currentLanguage, number, t, useLanguage } from "../../extension/js/core/i18n.js";

const english = {
  plain: { message: "Plain" },
  saved: { message: "In $PLACE$ since $AGE$" },
  links_zero: { message: "No links" },
  links_one: { message: "$COUNT$ link" },
  links_other: { message: "$COUNT$ links" },
};

test("says a sentence with what it is about", () => {
  useLanguage("en", english);
  assert.equal(currentLanguage(), "en");
  assert.equal(t("plain"), "Plain");
  assert.equal(t("saved", { place: "Study", age: "today" }), "In Study since today");
});

test("what a user wrote is not read as a placeholder or a pattern", () => {
  useLanguage("en", english);
  assert.equal(t("saved", { place: "$AGE$ $& $1", age: "today" }), "In $AGE$ $& $1 since today");
});

test("has a form for each number, and writes numbers as the language does", () => {
  useLanguage("en", english);
  assert.equal(t("links", { count: 0 }), "No links");
  assert.equal(t("links", { count: 1 }), "1 link");
  assert.equal(t("links", { count: 12_408 }), "12,408 links");
  assert.equal(number(12_408), "12,408");
});

test("a language without plurals has the one form", () => {
  useLanguage("ko", { links_other: { message: "링크 $COUNT$개" } });
  assert.equal(t("links", { count: 1 }), "링크 1개");
  assert.equal(t("links", { count: 0 }), "링크 0개");
});

test("a sentence that is missing shows its key", () => {
  useLanguage("en", english);
  assert.equal(t("nowhere"), "nowhere");
});
