import { hash } from "./text.js";

/**
 * The hue that stands for a site, in degrees: that of its own colour if it has one that is a colour, else one that is
 * always the same for its host.
 * @param {string} host
 * @param {string} [themeColor]  As the page says it; only hexadecimal colours are understood.
 */
export function hueOf(host, themeColor) {
  return hueOfHex(themeColor) ?? hash(host, 36) * 10;
}

/** @param {string | undefined} colour */
function hueOfHex(colour) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(colour?.trim() ?? "")?.[1];
  if (!digits) return undefined;
  const size = digits.length / 3;
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((at) => {
    const part = digits.slice(at * size, (at + 1) * size);
    return Number.parseInt(size === 1 ? part + part : part, 16) / 255;
  });
  return oklchHue(red, green, blue);
}

/**
 * The hue in the OKLCh space, which `oklch()` of CSS means (Ottosson's matrices). Greys have none.
 * @param {number} red
 * @param {number} green
 * @param {number} blue
 */
function oklchHue(red, green, blue) {
  const [r, g, b] = [red, green, blue].map(linear);
  if (r === undefined || g === undefined || b === undefined) return undefined;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  if (Math.hypot(a, c) < 0.03) return undefined;
  return Math.round((Math.atan2(c, a) * 180) / Math.PI + 360) % 360;
}

/** @param {number} channel */
function linear(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
