/**
 * What a key means, whatever the keyboard writes just now: a Latin letter is itself, in lower case; while Hangul (or
 * another script) is being written, it is the letter that stands on the same key. All other keys keep their names.
 * @param {{ key: string, code: string }} event  Of a `KeyboardEvent`.
 */
export function keyOf({ key, code }) {
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  return letter ? letter.toLowerCase() : key;
}

/**
 * Whether the key that commands is held: Command on a Mac, else Control.
 * @param {{ ctrlKey: boolean, metaKey: boolean }} event
 */
export function isCommand({ ctrlKey, metaKey }) {
  return ctrlKey || metaKey;
}

/** What stands on the keys of a Mac. @type {Record<string, string>} */
const ON_MAC = { Alt: "⌥", Ctrl: "⌘", Del: "⌫", Shift: "⇧" };

/**
 * A key as it is written on the keyboard; `Ctrl`: the one that commands.
 * @param {string} key
 * @param {boolean} isMac
 */
export function keySign(key, isMac) {
  return (isMac && ON_MAC[key]) || key;
}
