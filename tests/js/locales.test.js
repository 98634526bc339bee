import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readSources } from "./sources.js";

/** @import {Messages} from "../../extension/js/core/i18n.js" */

const EXTENSION = new URL("../../extension/", import.meta.url);
const LOCALES = new URL("_locales/", EXTENSION);

const locales = new Map(
  readdirSync(LOCALES).map((language) => [
    language,
    /** @type {Messages} */ (
      JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), "utf8"))
    ),
  ]),
);

/** A key without its form for a number. @param {string} key */
const baseOf = (key) => key.replace(/_(?:zero|one|two|few|many|other)$/u, "");

/** The placeholders of a message, as its text names them. @param {string} message */
const namesIn = (message) =>
  [...message.matchAll(/\$(\w+)\$/gu)].map(([, name]) => String(name).toLowerCase());

/**
 * What each base key says about, over all its forms.
 * @param {Messages} messages
 */
function placeholdersByBase(messages) {
  /** @type {Map<string, Set<string>>} */
  const all = new Map();
  for (const [key, { message }] of Object.entries(messages)) {
    const names = all.get(baseOf(key)) ?? new Set();
    for (const name of namesIn(message)) names.add(name);
    all.set(baseOf(key), names);
  }
  return Object.fromEntries([...all].map(([base, names]) => [base, [...names].sort()]).sort());
}

/** @param {string} language */
function messagesOf(language) {
  const messages = locales.get(language);
  assert.ok(messages, language);
  return messages;
}

test("English and Korean are there", () => {
  assert.deepEqual([...locales.keys()].sort(), ["en", "ko"]);
});

test("every locale has every sentence, about the same things", () => {
  const english = placeholdersByBase(messagesOf("en"));
  for (const messages of locales.values()) {
    assert.deepEqual(placeholdersByBase(messages), english);
  }
});

for (const [language, messages] of locales) {
  test(`${language}: placeholders are declared, as Chrome wants it`, () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
      assert.deepEqual(
        Object.keys(placeholders).sort(),
        [...new Set(namesIn(message))].sort(),
        key,
      );
      assert.ok(message.trim(), key);
    }
  });

  test(`${language}: what is counted has exactly the forms of the language`, () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set(
      Object.keys(messages)
        .filter((key) => key.endsWith("_other"))
        .map(baseOf),
    );
    assert.ok(counted.size > 0);
    for (const base of counted) {
      for (const form of forms) assert.ok(messages[`${base}_${form}`], `${base}_${form}`);
      for (const form of ["one", "two", "few", "many"]) {
        if (!forms.includes(/** @type {Intl.LDMLPluralRule} */ (form))) {
          assert.ok(!messages[`${base}_${form}`], `${base}_${form}`);
        }
      }
    }
  });
}

test("every sentence that is used exists, and every one is used", () => {
  const own = [...readSources(EXTENSION, ".js")]
    .filter(([path]) => !path.startsWith("vendor/") && !path.startsWith("wasm/"))
    .map(([, source]) => source)
    .join("\n");
  const manifest = readFileSync(new URL("manifest.json", EXTENSION), "utf8");
  const asked = [
    ...[...own.matchAll(/\bt\(\s*"(\w+)"/gu)].map(([, key]) => String(key)),
    ...[...manifest.matchAll(/__MSG_(\w+)__/gu)].map(([, key]) => String(key)),
  ];
  const bases = new Set(Object.keys(messagesOf("en")).map(baseOf));
  assert.deepEqual(
    [...new Set(asked)].filter((key) => !bases.has(key)),
    [],
  );
  assert.deepEqual(
    [...bases].filter((key) => !asked.includes(key)),
    [],
  );
});

test("Korean is spoken, not English left over", () => {
  const names = new Set(["extension_name", "list_placeholder"]);
  for (const [key, { message }] of Object.entries(messagesOf("ko"))) {
    if (!names.has(key)) assert.match(message, /\p{Script=Hangul}/u, key);
  }
});
