/**
 * Whether a picture of the web can be shown. A few hundred bytes can ask for gigabytes of pixels, or for a drawing that
 * never ends, and every page of the extension would stand still with it.
 */

/** Pixels of a picture: four bytes each while a copy of it is made. */
const MOST_PIXELS = 50_000_000;

/** Characters of a drawing, after all that it repeats is written out. */
const MOST_DRAWN = 20_000_000;

/** What repeats without a `use`: shapes at each corner of a line, words that stand for other words, drawings within. */
const REPEATING =
  /<(?:[\w.-]+:)?(?:marker|foreignObject)\b|<!ENTITY|data:(?!image\/(?:png|jpe?g)\b)/iu;

const USE = /<(?:[\w.-]+:)?use\b/giu;

/**
 * @param {string} type as the server names it
 * @param {Uint8Array} bytes
 */
export function isHarmless(type, bytes) {
  if (/^image\/svg\b/iu.test(type)) return isHarmlessDrawing(new TextDecoder().decode(bytes));
  const size = sizeOf(bytes);
  return size === undefined || size.width * size.height <= MOST_PIXELS;
}

/**
 * Groups that use groups grow fastest where each uses the one before it three times.
 * @param {string} text
 */
function isHarmlessDrawing(text) {
  const uses = text.match(USE)?.length ?? 0;
  return !REPEATING.test(text) && 3 ** (uses / 3) * text.length <= MOST_DRAWN;
}

/**
 * How large a picture says that it is, by its first bytes; undefined where it is of another kind.
 * @param {Uint8Array} bytes
 * @returns {{ width: number, height: number } | undefined}
 */
function sizeOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = String.fromCharCode(...bytes.subarray(0, 16));
  try {
    if (name.startsWith("\x89PNG"))
      return { width: view.getUint32(16), height: view.getUint32(20) };
    if (name.startsWith("GIF8"))
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (name.startsWith("BM"))
      return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
    if (name.startsWith("\xff\xd8")) return sizeOfJpeg(view);
    if (name.startsWith("RIFF") && name.endsWith("WEBPVP8", 15)) return sizeOfWebp(view);
    if (name.startsWith("ftyp", 4)) return sizeOfAvif(view);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/**
 * ITU T.81, B.2: the segment that begins a frame.
 * @param {DataView} view
 */
function sizeOfJpeg(view) {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

/**
 * RFC 9649, sections 2.5 to 2.7.
 * @param {DataView} view
 */
function sizeOfWebp(view) {
  const kind = String.fromCharCode(view.getUint8(15));
  if (kind === "X") {
    const side = (/** @type {number} */ at) =>
      1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { width: side(24), height: side(27) };
  }
  if (kind === "L") {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/**
 * ISO/IEC 23008-12, 6.5.3: the largest of the sizes of its parts.
 * @param {DataView} view
 */
function sizeOfAvif(view) {
  const most = { width: 0, height: 0 };
  for (let at = 0; at + 16 <= Math.min(view.byteLength, 65_536); at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    most.width = Math.max(most.width, view.getUint32(at + 8));
    most.height = Math.max(most.height, view.getUint32(at + 12));
  }
  return most;
}
