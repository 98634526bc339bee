/** More tabs than these are opened only by somebody who means it. */
const MANY = 10;

/** More than these fill the memory: a key that is pressed once too often is not enough. */
const FLOOD = 100;

/**
 * Whether to ask before so many tabs are opened, and where the focus of the question is.
 * @param {number} count
 * @returns {"unasked" | "asked" | "wary"} wary: the focus is not on the button that opens them
 */
export function howToOpen(count) {
  if (count <= MANY) return "unasked";
  return count <= FLOOD ? "asked" : "wary";
}
