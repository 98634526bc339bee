import { crc32, deflateRawSync } from "node:zlib";

/**
 * A file of an archive: its path, with `/`, and what is in it.
 * @typedef {{ path: string, bytes: Buffer }} PackedFile
 */

/** 1 January 1980, the first day that the format knows: the same files make the same archive. */
const DATE = 0x0021;

const DEFLATED = 8;

/** Paths are UTF-8. */
const FLAGS = 0x0800;

const VERSION = 20;

/**
 * A ZIP archive (APPNOTE.TXT 6.3, without its 64-bit parts).
 * @param {PackedFile[]} files
 */
export function zip(files) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, "utf8");
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = aboutFile(bytes, packed, name);
    const head = Buffer.concat([
      number(0x04034b50, 4),
      number(VERSION, 2),
      about,
      number(0, 2),
      name,
    ]);
    directory.push(
      Buffer.concat([
        number(0x02014b50, 4),
        number(VERSION, 2),
        number(VERSION, 2),
        about,
        Buffer.alloc(12),
        number(offset, 4),
        name,
      ]),
    );
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.concat([
    number(0x06054b50, 4),
    Buffer.alloc(4),
    number(files.length, 2),
    number(files.length, 2),
    number(list.length, 4),
    number(offset, 4),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([...parts, list, end]);
}

/**
 * What stands about a file both before it and in the directory.
 * @param {Buffer} bytes
 * @param {Buffer} packed
 * @param {Buffer} name
 */
function aboutFile(bytes, packed, name) {
  return Buffer.concat([
    number(FLAGS, 2),
    number(DEFLATED, 2),
    number(0, 2),
    number(DATE, 2),
    number(crc32(bytes), 4),
    number(packed.length, 4),
    number(bytes.length, 4),
    number(name.length, 2),
  ]);
}

/**
 * A number, the lowest byte first.
 * @param {number} value
 * @param {number} length  In bytes.
 */
function number(value, length) {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntLE(value, 0, length);
  return buffer;
}
