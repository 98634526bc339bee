import {
  answer,
  begun,
  bomb,
  cut,
  drip,
  endless,
  forEver,
  HTML,
  halfPacked,
  hangUp,
  hops,
  inTurn,
  page,
  raw,
  redirect,
  reset,
  silence,
  stall,
  zstdBomb,
} from "./behaviours.js";
import { PAGES } from "./pages.js";

/** @import {Behaviour, FaultServer} from "./server.js" */
/** @import {LinkState, PageMetadata} from "../../../extension/wasm/urlink.js" */

/**
 * @typedef {object} Outcome
 * @property {LinkState} state
 * @property {string} [problem] its code
 * @property {string} [title] of the card
 * @property {number} requests how often the name is asked, redirects within it counted
 * @property {boolean} [left] the browser is the one who closes the connection
 * @property {PageMetadata} [page] what is known of the page, of these fields
 */

/**
 * @typedef {object} Row
 * @property {string} name the first label of the host's name
 * @property {Behaviour} [behaviour]
 * @property {(server: FaultServer) => string} [url] where it is not the usual one
 * @property {Outcome} outcome
 */

/** @param {string} title @param {Partial<Outcome>} [more] @returns {Outcome} */
const saved = (title, more) => ({ state: "saved", title, requests: 1, ...more });

/** @param {string} problem @param {Partial<Outcome>} [more] @returns {Outcome} */
const partial = (problem, more) => ({ state: "partial", problem, requests: 1, ...more });

/** @param {string} problem @param {number} [requests] @param {Partial<Outcome>} [more] @returns {Outcome} */
const failed = (problem, requests = 1, more = {}) => ({
  state: "failed",
  problem,
  requests,
  ...more,
});

/** @type {Outcome} */
const blocked = { state: "blocked", problem: "private", requests: 1 };

/** @param {string} name @param {Behaviour} behaviour @param {Outcome} outcome @returns {Row} */
const row = (name, behaviour, outcome) => ({ name, behaviour, outcome });

/** @param {string} name @param {(server: FaultServer) => string} url @param {Outcome} outcome @param {Behaviour} [behaviour] @returns {Row} */
const at = (name, url, outcome, behaviour = answer(page(name))) => ({
  name,
  behaviour,
  url,
  outcome,
});

/**
 * To names of this machine, Chrome speaks of Brotli and Zstandard without encryption too.
 * @param {string} name
 * @param {Behaviour} behaviour
 * @param {Outcome} outcome
 */
const local = (name, behaviour, outcome) =>
  at(name, (server) => `http://${name}.localhost:${server.port}/`, outcome, behaviour);

const left = true;

/** What each site does, and what must become of its link. The numbers: section 7 of the facts. */
export const TABLE = [
  // 1-5: no answer.
  at("nowhere", (server) => server.url("nowhere"), failed("dns", 0)),
  at("refused", (server) => `http://refused.test:${server.closedPort}/`, failed("refused", 0)),
  at("unsafe-port", () => "http://unsafe-port.test:25/", failed("unsafe-port", 0)),
  row("silent", silence, failed("timeout", 3, { left })),
  row("reset", reset, failed("reset", 3)),
  row("hang-up", hangUp, failed("empty", 3)),
  // 6, 7: no HTTP.
  row("garbage", raw("What do you want?\r\n\r\n"), failed("protocol")),
  row("nul", raw("HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n"), failed("protocol")),
  row(
    "huge-header",
    raw(`HTTP/1.1 200 OK\r\nA: ${"a".repeat(300_000)}\r\n\r\n`),
    failed("protocol"),
  ),
  row(
    "two-lengths",
    raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
    failed("protocol"),
  ),
  row(
    "two-locations",
    raw("HTTP/1.1 302 OK\r\nLocation: /a\r\nLocation: /b\r\n\r\n"),
    failed("protocol"),
  ),
  row(
    "odd-status",
    raw(`HTTP/1.1 abc OK\r\nContent-Type: text/html\r\n\r\n${page("Odd")}`),
    saved("Odd"),
  ),
  row("switching", raw("HTTP/1.1 101 Switching Protocols\r\n\r\n"), failed("empty", 3)),
  // 8: the header arrives when another site's body has been silent for too long: after 5 s, in time.
  row(
    "late",
    async (exchange, server) => {
      await server.over("stalled");
      await answer(page("Late"))(exchange, server);
    },
    saved("Late"),
  ),
  row(
    "half-header",
    (exchange) => exchange.write("HTTP/1.1 200 OK\r\nContent-"),
    failed("timeout", 3, { left }),
  ),
  // 9, 10: a body that comes slowly, or not at all.
  row("stalled", stall(begun("Stalled")), partial("stalled", { title: "Stalled", left })),
  row("stalled-early", stall("<!doctype html><html>"), partial("stalled", { requests: 3, left })),
  row("drip", drip(begun("Drip")), partial("stalled", { title: "Drip", left })),
  // 11, 12: a body that breaks off.
  row("cut-reset", cut(begun("Reset"), "reset"), partial("cut-off", { title: "Reset" })),
  row("cut-length", cut(begun("Short"), "length"), partial("cut-off", { title: "Short" })),
  row("cut-chunk", cut(begun("Chunk"), "chunk"), partial("cut-off", { title: "Chunk" })),
  row("cut-early", cut("<!doctype html><html>", "length"), partial("cut-off", { requests: 3 })),
  row(
    "cut-once",
    inTurn(cut("<!doctype html>", "length"), answer(page("Whole"))),
    saved("Whole", { requests: 2 }),
  ),
  row(
    "bad-chunk",
    raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab"),
    failed("protocol"),
  ),
  // 13, 14: packed bodies.
  row(
    "not-packed",
    answer(page("Not gzip"), { ...HTML, "Content-Encoding": "gzip" }),
    failed("decode"),
  ),
  row(
    "half-packed",
    answer(halfPacked, { ...HTML, "Content-Encoding": "gzip" }),
    saved("Half packed"),
  ),
  row(
    "unknown-coding",
    answer(Buffer.from([0, 1, 2, 254, 255, 200]), { ...HTML, "Content-Encoding": "x-own" }),
    partial("no-title"),
  ),
  row("bomb-gzip", bomb(begun("Gzip"), "gzip"), saved("Gzip", { left })),
  local("bomb-br", bomb(begun("Brotli"), "br"), saved("Brotli", { left })),
  local("bomb-zstd", zstdBomb(begun("Zstandard")), saved("Zstandard", { left })),
  // 15, 16: long bodies.
  row("endless", endless(begun("Endless")), saved("Endless", { left })),
  row("endless-untitled", endless("<!doctype html><html><head>"), partial("too-large", { left })),
  row(
    "huge",
    endless(begun("50 MB"), { ...HTML, "Content-Length": "50000000" }),
    saved("50 MB", { left }),
  ),
  row(
    "deep",
    answer(`<head><script>${"x".repeat(300_000)}</script><title>Deep</title></head>`),
    saved("Deep"),
  ),
  row(
    "too-deep",
    answer(`<head><script>${"x".repeat(600_000)}</script><title>Deeper</title></head>`),
    partial("script-only"),
  ),
  // 17, 18: redirects.
  at("hops", (server) => `${server.url("hops")}0`, saved("At last", { requests: 21 }), hops(20)),
  at(
    "too-many-hops",
    (server) => `${server.url("too-many-hops")}0`,
    failed("redirects", 21),
    hops(99),
  ),
  row("circle", redirect("/"), failed("redirects", 21)),
  ...[
    "file:///etc/passwd",
    "data:text/html,<title>Data</title>",
    "javascript:alert(1)",
    "chrome://version/",
    "blob:null/1",
    "about:blank",
    "ftp://unsafe-6.test/",
  ].map((target, index) => row(`unsafe-${index}`, redirect(target), failed("unsafe-redirect"))),
  row("credentials", redirect("http://user:secret@credentials.test/"), failed("unsafe-redirect")),
  row("nameless", redirect("http://"), failed("protocol")),
  // 19: what lies inside. Nothing may arrive there.
  ...[
    "127.0.0.1",
    "127.1",
    "0x7f.1",
    "2130706433",
    "localhost",
    "a.localhost",
    "0.0.0.0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "10.0.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "[fd00::1]",
    "[fe80::1]",
    "router",
    "nas.local",
    "wiki.corp",
  ].map((target, index) =>
    row(
      `inward-${index}`,
      (exchange, server) => redirect(`http://${target}:${server.port}/inside`)(exchange, server),
      blocked,
    ),
  ),
  row(
    "inward-hops",
    (exchange, server) =>
      redirect(exchange.path === "/" ? "/hop" : `http://127.0.0.1:${server.port}/inside`)(
        exchange,
        server,
      ),
    { ...blocked, requests: 2 },
  ),
  row(
    "inward-refresh",
    (exchange, server) =>
      exchange.answer(
        200,
        HTML,
        `<title>Refresh</title><meta http-equiv=refresh content="0;url=http://127.0.0.1:${server.port}/inside">`,
      ),
    saved("Refresh"),
  ),
  // 21: encryption.
  at("self-signed", (server) => `https://self-signed.test:${server.securePort}/`, failed("tls", 0)),
  at("no-encryption", (server) => `https://no-encryption.test:${server.port}/`, failed("tls", 0)),
  at("encryption", (server) => `http://encryption.test:${server.securePort}/`, failed("empty", 0)),
  // 22: nothing to read.
  row("nothing-204", answer("", HTML, 204), partial("placeholder")),
  row("nothing-304", answer("", HTML, 304), partial("placeholder")),
  row("nothing-200", answer(""), partial("placeholder")),
  // 23, 24: refusals.
  row(
    "login-basic",
    answer(page("Log in"), { ...HTML, "WWW-Authenticate": "Basic realm=x" }, 401),
    failed("unauthorized"),
  ),
  row(
    "login-proxy",
    answer("", { "Proxy-Authenticate": "Basic realm=x" }, 407),
    failed("protocol"),
  ),
  row(
    "login-page",
    (exchange) =>
      exchange.path === "/"
        ? redirect("/login")(exchange, /** @type {never} */ (undefined))
        : exchange.answer(
            200,
            { ...HTML, "Set-Cookie": "a=b" },
            "<title>Log in</title><form><input type=password name=p></form>",
          ),
    partial("login", { requests: 2 }),
  ),
  ...[
    [403, "forbidden"],
    [404, "not-found"],
    [410, "not-found"],
    [451, "forbidden"],
    [999, "forbidden"],
    [418, "http-error"],
    [402, "forbidden"],
    [505, "http-error"],
    [511, "network-sign-in"],
    [526, "tls"],
  ].map(([status, problem]) =>
    row(
      `status-${status}`,
      answer(page("No"), HTML, Number(status)),
      failed(String(problem), 1, { page: { status: Number(status) } }),
    ),
  ),
  // 25, 26: later, please.
  row(
    "wait-seconds",
    inTurn(answer("", { "Retry-After": "2" }, 429), answer(page("Waited"))),
    saved("Waited", { requests: 2 }),
  ),
  row(
    "wait-date",
    inTurn(
      (exchange) =>
        exchange.answer(503, { "Retry-After": new Date(Date.now() + 2000).toUTCString() }),
      answer(page("Waited")),
    ),
    saved("Waited", { requests: 2 }),
  ),
  row(
    "wait-negative",
    inTurn(answer("", { "Retry-After": "-1" }, 429), answer(page("Again"))),
    saved("Again", { requests: 2 }),
  ),
  row(
    "wait-soon",
    inTurn(answer("", { "Retry-After": "soon" }, 503), answer(page("Again"))),
    saved("Again", { requests: 2 }),
  ),
  ...[500, 502, 504, 520].map((status) =>
    row(
      `ill-${status}`,
      inTurn(answer("", HTML, status), answer("", HTML, status), answer(page("Well again"))),
      saved("Well again", { requests: 3 }),
    ),
  ),
  row("ill-for-good", answer("", HTML, 500), failed("server-error", 3)),
  row("wait-for-ever", answer("", { "Retry-After": "9".repeat(20) }, 503), failed("server-error")),
  // What no list has: headers without end, lengths and places that cannot be, circles.
  row("header-drip", forEver("HTTP/1.1 200 OK\r\n", "X: y\r\n"), failed("timeout", 3, { left })),
  row("hints", forEver("", "HTTP/1.1 103 Hints\r\n\r\n"), failed("timeout", 3, { left })),
  row(
    "hint",
    raw(`HTTP/1.1 103 Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${page("Hinted")}`),
    saved("Hinted"),
  ),
  row(
    "too-short",
    raw(`HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n${page("Nobody reads this")}`),
    partial("no-title"),
  ),
  row(
    "huge-chunk",
    raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${"F".repeat(18)}\r\nab`),
    failed("protocol"),
  ),
  row("no-place", answer("", { Location: "http://[::1" }, 302), failed("protocol")),
  row(
    "part-empty",
    answer("", { ...HTML, "Content-Range": "bytes 0-0/9" }, 206),
    partial("placeholder"),
  ),
  row("packed-empty", answer("", { ...HTML, "Content-Encoding": "gzip" }), partial("placeholder")),
  row(
    "self-refresh",
    answer(`${begun("Myself")}<meta http-equiv=refresh content="0;url=/">`),
    saved("Myself"),
  ),
  row(
    "circle-of-two",
    (exchange, server) => redirect(server.url("circle-back"))(exchange, server),
    failed("redirects", 21),
  ),
  row(
    "circle-back",
    (exchange, server) => redirect(server.url("circle-of-two"))(exchange, server),
    failed("redirects", 21),
  ),
  // 27, 28: what a body is, and in what letters.
  ...PAGES.map(({ name, behaviour, ...outcome }) =>
    row(name, behaviour, { state: "saved", requests: 1, ...outcome }),
  ),
];
