import { findLost } from "../run/account.js";
import { expect, saveText, test } from "./fixtures.js";

/** @import {Language, SaveReport} from "../../extension/wasm/urlink.js" */

const HANGUL = /\p{sc=Hangul}/u;

/** @param {number} port */
function badList(port) {
  const good = `127.0.0.1:${port}`;
  return [
    `http://${good}/good`,
    "",
    "   ",
    "# a comment",
    `HTTP://${good}/good`,
    `http://${good}/good#part`,
    `http://${good}/good?utm_source=letter`,
    `${good}/without-a-scheme`,
    `  http://${good}/with spaces in it  `,
    `http://${good}/한글 경로?검색=말`,
    "http://한글.invalid/길",
    "javascript:alert(document.domain)",
    "data:text/html,<title>data</title>",
    "file:///etc/passwd",
    "chrome://settings/",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop/x.html",
    "view-source:http://127.0.0.1/",
    "about:blank",
    "ftp://127.0.0.1/file",
    "mailto:someone@example.invalid",
    "just a few words",
    "http://",
    "http://[broken",
    "http://exa mple.invalid/",
    "x".repeat(20_000),
    `http://${good}/last`,
  ];
}

for (const language of /** @type {Language[]} */ (["en", "ko"])) {
  test(`each bad line ends in one place, with a sentence (${language})`, async ({
    extension,
    server,
  }) => {
    /** @type {string[]} */
    const asked = [];
    extension.context.on("request", (request) => {
      if (request.serviceWorker()) asked.push(request.url());
    });
    const manager = await extension.openManager();
    const pages = extension.context.pages().length;
    const text = `\ufeff${badList(server.port).join("\r\n")}\r\n`;
    const { report, links } = await saveText(manager, text, { language });

    expect(findLost(text, report)).toEqual([]);
    expect(linesOf(report, "saved")).toEqual([0, 7, 8, 9, 25]);
    expect(linesOf(report, "duplicates")).toEqual([4, 5, 6]);
    expect(linesOf(report, "skipped")).toEqual([1, 2, 3]);
    const { saved, skipped, ...rest } = report;
    for (const { input, code, message } of Object.values(rest).flat()) {
      expect(code, input).toBeTruthy();
      expect(HANGUL.test(message ?? ""), `${input}: ${message}`).toBe(language === "ko");
    }
    expect(saved.length + skipped.length).toBeGreaterThan(0);

    const web = asked.filter((url) => !url.startsWith("chrome-extension://"));
    expect(web.filter((url) => !/^https?:/.test(url))).toEqual([]);
    expect(server.pagesSeen).toEqual(
      [
        "/good",
        "/last",
        "/with%20spaces%20in%20it",
        "/without-a-scheme",
        encodeURI("/한글 경로?검색=말"),
      ].sort(),
    );
    for (const { url } of links.values()) expect(url).toMatch(/^https?:/);
    expect(extension.context.pages()).toHaveLength(pages);
  });
}

/**
 * @param {SaveReport} report
 * @param {keyof SaveReport} list
 */
const linesOf = (report, list) => report[list].map(({ line }) => line).sort((a, b) => a - b);
