/**
 * The lines of a pasted list that hold something. Linear and without splitting, since a list may be megabytes.
 * @param {string} text
 */
export function countLines(text) {
  let lines = 0;
  let filled = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      if (filled) lines++;
      filled = false;
    } else if (code > 32 && code !== 0xfeff) filled = true;
  }
  return filled ? lines + 1 : lines;
}

/**
 * Text as it is compared: composed, without case, and with single blanks.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/**
 * The letter that stands for a site, in capitals: its host's first, or, where that is a bare number,
 * the first of what it shows.
 * @param {string} host
 * @param {string} [title]
 */
export function initial(host, title = "") {
  const text = /\p{L}/u.test(host) ? host : `${title}${host}`;
  return /[\p{L}\p{N}]/u.exec(text)?.[0].toUpperCase() ?? "•";
}

/**
 * A number that is always the same for a text, from 0 up to and without `limit` (FNV-1a).
 * @param {string} text
 * @param {number} limit
 */
export function hash(text, limit) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  return (value >>> 0) % limit;
}

/**
 * Whether an address is one of the web; what the browser itself shows is not.
 * @param {string} url
 */
export function isWeb(url) {
  return /^https?:\/\//iu.test(url);
}

/**
 * The language to set a text in, as `lang` wants it: what its page says, else Korean if it is written so.
 * @param {string} text
 * @param {string} [said]
 */
export function languageOf(text, said) {
  return said || (/\p{Script=Hangul}/u.test(text) ? "ko" : undefined);
}

/**
 * Whether a description tells nothing that the title does not.
 * @param {string} description
 * @param {string} title
 */
export function repeats(description, title) {
  const words = fold(description).replace(/[.…]+$/u, "");
  return fold(title).startsWith(words);
}

/**
 * Whether an address says by itself what a title says: the title of last resort is made of it.
 * @param {string} url
 * @param {string} title
 */
export function says(url, title) {
  try {
    return decodeURI(url).includes(title);
  } catch {
    return url.includes(title);
  }
}
