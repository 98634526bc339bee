import { isSame } from "./compare.js";
import { FIELDS } from "./fields.js";

/** @import {Field, Truth, Values} from "./fields.js" */

/**
 * Over the pages that declare a field: how many, for how many of them a value was found, and how
 * many of those values the page declares.
 * @typedef {{declared: number, found: number, right: number}} Score
 */

/**
 * @param {{truth: Truth, values: Values}[]} readings one for each page
 * @returns {Record<Field, Score>}
 */
export function scoreOf(readings) {
  const scores = FIELDS.map((field) => [field, scoreOfField(field, readings)]);
  return Object.fromEntries(scores);
}

/**
 * @param {Field} field
 * @param {{truth: Truth, values: Values}[]} readings
 */
function scoreOfField(field, readings) {
  const score = { declared: 0, found: 0, right: 0 };
  for (const { truth, values } of readings) {
    const declared = truth[field];
    const value = values[field];
    if (declared.length === 0) continue;
    score.declared += 1;
    if (!value) continue;
    score.found += 1;
    if (declared.some((one) => isSame(field, value, one))) score.right += 1;
  }
  return score;
}
