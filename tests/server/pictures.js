import { encodePng } from "./png.js";

/** @typedef {[red: number, green: number, blue: number]} Colour */

const WIDTH = 800;
const HEIGHT = 420;

/**
 * A landscape for a card: always the same one for the same name.
 * @param {string} name
 */
export function drawLandscape(name) {
  const random = randomFrom(name);
  const hue = random() * 360;
  const night = random() < 0.25;
  const light = night ? 0.16 : 0.78;
  const top = fromHsl(hue, 0.5, light);
  const bottom = fromHsl(hue + 35, 0.65, light + 0.14);
  const sun = { x: WIDTH * (0.2 + random() * 0.6), y: HEIGHT * (0.2 + random() * 0.2) };
  const radius = 34 + random() * 26;
  const glow = fromHsl(hue + 45, 0.9, night ? 0.9 : 0.95);
  const ridges = Array.from({ length: 4 }, (_, index) => ({
    outline: ridge(random, HEIGHT * (0.48 + index * 0.13)),
    colour: fromHsl(hue + 12 * index, 0.42, (night ? 0.34 : 0.62) - index * (night ? 0.07 : 0.13)),
  }));

  return paint(WIDTH, HEIGHT, (x, y) => {
    let colour = mix(top, bottom, y / HEIGHT);
    const distance = Math.hypot(x - sun.x, y - sun.y);
    colour = mix(colour, glow, 0.35 * Math.exp(-Math.max(0, distance - radius) / 60));
    colour = mix(colour, glow, coverage(radius - distance));
    for (const { outline, colour: ground } of ridges) {
      colour = mix(colour, ground, coverage(y - outline(x)));
    }
    return colour;
  });
}

/**
 * An icon for a site: a disc on a ground of its colour.
 * @param {string} name
 */
export function drawIcon(name) {
  const size = 64;
  const random = randomFrom(name);
  const hue = random() * 360;
  const ground = fromHsl(hue, 0.55, 0.45);
  const ink = fromHsl(hue + 160, 0.7, 0.85);
  return paint(size, size, (x, y) => mix(ground, ink, coverage(18 - Math.hypot(x - 32, y - 32))));
}

/**
 * The same as a drawing with the site's first letter.
 * @param {string} name
 */
export function writeIcon(name) {
  const hue = Math.round(randomFrom(name)() * 360);
  const letter = name[0]?.toUpperCase() ?? "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">` +
    `<rect width="64" height="64" rx="14" fill="hsl(${hue} 55% 42%)"/>` +
    `<text x="32" y="45" font-family="sans-serif" font-size="38" font-weight="700" ` +
    `text-anchor="middle" fill="#fff">${letter}</text></svg>`
  );
}

/**
 * @param {number} width
 * @param {number} height
 * @param {(x: number, y: number) => Colour} colourAt
 */
function paint(width, height, colourAt) {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(colourAt(x, y), (y * width + x) * 3);
  }
  return encodePng(width, height, pixels);
}

/**
 * The outline of hills: a few waves on top of each other.
 * @param {() => number} random
 * @param {number} level
 * @returns {(x: number) => number}
 */
function ridge(random, level) {
  const waves = [1, 2.3, 4.9].map((frequency) => ({
    height: (34 / frequency) * (0.6 + random() * 0.8),
    length: (frequency * (0.8 + random() * 0.6) * Math.PI * 2) / WIDTH,
    phase: random() * Math.PI * 2,
  }));
  return (x) =>
    waves.reduce((y, wave) => y + wave.height * Math.sin(x * wave.length + wave.phase), level);
}

/**
 * How much of a pixel a shape covers whose edge is so far away: smooth edges.
 * @param {number} inside
 */
const coverage = (inside) => Math.min(1, Math.max(0, inside + 0.5));

/**
 * @param {Colour} from
 * @param {Colour} to
 * @param {number} share
 * @returns {Colour}
 */
function mix(from, to, share) {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/**
 * @param {number} hue in degrees
 * @param {number} saturation from 0 to 1
 * @param {number} lightness from 0 to 1
 * @returns {Colour}
 */
function fromHsl(hue, saturation, lightness) {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  /** @param {number} offset */
  const channel = (offset) => {
    const place = (offset + hue / 30) % 12;
    return 255 * (lightness - amplitude * Math.max(-1, Math.min(place - 3, 9 - place, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/**
 * Numbers from 0 to 1, the same ones for the same name (mulberry32 over FNV-1a).
 * @param {string} name
 * @returns {() => number}
 */
function randomFrom(name) {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
