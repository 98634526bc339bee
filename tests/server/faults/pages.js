import { answer, page } from "./behaviours.js";

/** @import {Outcome} from "./table.js" */
/** @import {Behaviour} from "./server.js" */

/** @param {string} html @param {string} type @returns {Behaviour} */
const typed = (html, type) => answer(html, { "Content-Type": type });

const PDF = "%PDF-1.4\n1 0 obj\n<< /Title (Title of a PDF) >>\nendobj\n";

/** 새 소식 in EUC-KR, 日記 in Shift_JIS, é in windows-1252. */
const KOREAN = [0xbb, 0xf5, 0x20, 0xbc, 0xd2, 0xbd, 0xc4];
const JAPANESE = [0x93, 0xfa, 0x8b, 0x4c];
const FRENCH = [0x63, 0x61, 0x66, 0xe9];

/** @param {number[]} title @param {string} [meta] */
const page8 = (title, meta = "") =>
  Buffer.concat([
    Buffer.from(`<!doctype html><html><head>${meta}<title>`),
    Buffer.from(title),
    Buffer.from("</title></head><body></body></html>"),
  ]);

/** Bodies of every kind, and what is read in them. @type {({name: string, behaviour: Behaviour} & Partial<Outcome>)[]} */
export const PAGES = [
  {
    name: "pdf",
    behaviour: typed(PDF, "application/pdf"),
    title: "Title of a PDF",
    page: { type: "pdf" },
  },
  {
    name: "jpeg",
    state: "partial",
    problem: "no-title",
    behaviour: answer(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), {
      "Content-Type": "image/jpeg",
    }),
    page: { type: "image" },
  },
  {
    name: "json",
    state: "partial",
    problem: "no-title",
    behaviour: typed('{"title":"<title>No</title>"}', "application/json"),
    page: { type: "json" },
  },
  { name: "untyped", behaviour: answer(page("Sniffed"), {}), title: "Sniffed" },
  {
    name: "jpeg-as-html",
    state: "partial",
    problem: "no-title",
    behaviour: answer(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), {
      "Content-Type": "text/html",
    }),
    page: { type: "image" },
  },
  {
    name: "html-as-text",
    state: "partial",
    problem: "no-title",
    behaviour: typed(page("Plain"), "text/plain"),
    page: { type: "text" },
  },
  {
    name: "attachment",
    behaviour: answer("PK\x03\x04....", {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="a b.zip"',
    }),
    title: "a b.zip",
    page: { type: "archive" },
  },
  {
    name: "utf16",
    behaviour: answer(Buffer.from(`\ufeff${page("한글")}`, "utf16le"), {
      "Content-Type": "text/html",
    }),
    title: "한글",
  },
  {
    name: "euc-kr",
    behaviour: answer(page8(KOREAN), { "Content-Type": "text/html; charset=euc-kr" }),
    title: "새 소식",
  },
  {
    name: "shift-jis",
    behaviour: answer(page8(JAPANESE, "<meta charset=shift_jis>"), { "Content-Type": "text/html" }),
    title: "日記",
  },
  {
    name: "windows-1252",
    behaviour: answer(page8(FRENCH), { "Content-Type": "text/html; charset=iso-8859-1" }),
    title: "café",
  },
  {
    name: "late-meta",
    behaviour: answer(page8(KOREAN, `<!--${"-".repeat(3000)} --><meta charset=euc-kr>`), {
      "Content-Type": "text/html",
    }),
    title: "새 소식",
  },
  {
    name: "false-charset",
    behaviour: typed(page("UTF-8 한글"), "text/html; charset=no-such"),
    title: "UTF-8 한글",
  },
  {
    name: "invalid-bytes",
    behaviour: answer(page8([0x41, 0xff, 0xfe, 0x42]), {
      "Content-Type": "text/html; charset=utf-8",
    }),
    title: "A\ufffd\ufffdB",
  },
  {
    name: "split",
    title: "Split 한글",
    async behaviour(exchange) {
      await exchange.head(200, { "Content-Type": "text/html", "Transfer-Encoding": "chunked" });
      for (const byte of Buffer.from(page("Split 한글"))) {
        await exchange.write(
          Buffer.concat([Buffer.from("1\r\n"), Buffer.from([byte]), Buffer.from("\r\n")]),
        );
        await new Promise((resolve) => setImmediate(resolve));
      }
      await exchange.write("0\r\n\r\n");
      exchange.settle("answered");
    },
  },
];
