/** @import {Dice} from "./dice.js" */

/** What real pages weigh, in bytes: the median, and how far 95 % reach. */
const PAGE = { median: 100_000, p95: 500_000 };
const HEAD = { median: 10_000, p95: 120_000 };

/**
 * A page grown to the size of real ones: more in its head, more in its body, nothing that changes
 * what it says. Works on bytes, so that any encoding stays as it is.
 * @param {Uint8Array} page
 * @param {Dice} dice
 */
export function grow(page, dice) {
  const text = Buffer.from(page).toString("latin1");
  const words = wordsOf(text);
  const size = dice.lognormal(PAGE);
  const head = Math.min(dice.lognormal(HEAD), size * 0.7);
  const grown = text
    .replace(/<\/head>/, (end) => fill(head, () => headBlock(dice)) + end)
    .replace(/<\/body>/, (end) => fill(size - head, () => bodyBlock(words, dice)) + end);
  return new Uint8Array(Buffer.from(grown, "latin1"));
}

/** @param {string} text */
function wordsOf(text) {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(text)?.[1] ?? "";
  const words = body.replace(/<[^>]*>/g, " ").match(/[^\s<>&]+/g);
  return words ?? ["nothing"];
}

/**
 * @param {number} size
 * @param {() => string} block
 */
function fill(size, block) {
  const blocks = [];
  for (let length = 0; length < size; ) {
    const next = block();
    blocks.push(next);
    length += next.length;
  }
  return blocks.join("");
}

/** @param {Dice} dice */
function headBlock(dice) {
  const name = nameOf(dice);
  return dice.pick([
    () => `<link rel="preload" href="/assets/${name}.js" as="script" crossorigin>\n`,
    () => `<link rel="stylesheet" href="/assets/${name}.css">\n`,
    () => `<meta name="x-${name}" content="${nameOf(dice)}">\n`,
    () => `<script>window.${name}=function(a,b){return a<b&&b>0?"<b>"+a:[b,'${name}']};</script>\n`,
    () =>
      `<style>${fill(900, () => `.${nameOf(dice)}>a:hover{margin:0 auto;color:#123}`)}</style>\n`,
  ])();
}

/**
 * @param {string[]} words
 * @param {Dice} dice
 */
function bodyBlock(words, dice) {
  const name = nameOf(dice);
  const sentence = fill(120, () => `${dice.pick(words)} `);
  return dice.pick([
    () => `<p class="${name}">${sentence}<a href="/${name}?a=1&amp;b=2">${sentence}</a></p>\n`,
    () => `<div id="${name}" class="card wide"><div><span>${sentence}</span></div></div>\n`,
    () =>
      `<ul>${fill(300, () => `<li><a href="/${nameOf(dice)}">${dice.pick(words)}</a></li>`)}</ul>\n`,
    () => `<img src="/media/${name}.jpg" alt="" width="320" height="180" loading="lazy">\n`,
    () =>
      `<svg viewBox="0 0 24 24"><path d="${fill(200, () => `M${name.length} 3l-9 9`)}"/></svg>\n`,
    () => `<script>${fill(1500, () => `self.${nameOf(dice)}={"a":[1,2,3],"b":"<p>"};`)}</script>\n`,
    () => `<!-- ${name} -->\n`,
  ])();
}

/** @param {Dice} dice */
const nameOf = (dice) => `n${Math.floor(dice.next() * 2 ** 32).toString(36)}`;
