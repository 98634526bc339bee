/** What is compared of a page, in the order of the table. */
export const FIELDS = /** @type {const} */ ([
  "title",
  "description",
  "image",
  "icon",
  "site_name",
  "canonical",
  "lang",
  "published",
  "author",
]);

/** @typedef {(typeof FIELDS)[number]} Field */

/** What a tool reads of a page. @typedef {{[field in Field]?: string | null | undefined}} Values */

/** What a page declares: any of these will do. @typedef {Record<Field, string[]>} Truth */
