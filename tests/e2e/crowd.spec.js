import {
  answer,
  begun,
  drip,
  endless,
  HTML,
  halfPacked,
  hangUp,
  inTurn,
  page,
  raw,
  redirect,
  reset,
  silence,
  stall,
} from "../server/faults/behaviours.js";
import { FaultServer } from "../server/faults/server.js";
import { allOver, Counter, insist, makeStopper, storedLinks } from "./chaos.js";
import { test as base, expect, saveText } from "./fixtures.js";

/** @import {Job} from "../../extension/wasm/urlink.js" */
/** @import {Behaviour} from "../server/faults/server.js" */

/** More than CI has time for: `URLINK_CHAOS=17` is ten thousand links. */
const MORE = Number(process.env.URLINK_CHAOS ?? 1);

/** Of so many links, each fault has one in 32; the rest are good. */
const LINKS = 600 * MORE;
const SHARE = 32;

/** How often the worker is stopped in the middle of it. */
const STOPS = 1 + Math.floor(MORE / 8);

const packed = { ...HTML, "Content-Encoding": "gzip" };
const later = (/** @type {string} */ when) => answer("", { "Retry-After": when }, 429);

/** What sites do, and what becomes of their links. @type {Record<string, [Behaviour, string]>} */
const FAULTS = {
  silent: [silence, "failed timeout"],
  reset: [reset, "failed reset"],
  empty: [hangUp, "failed empty"],
  stalled: [stall(begun("Stalled")), "partial stalled"],
  drip: [drip(begun("Drip")), "partial stalled"],
  ill: [answer("", HTML, 500), "failed server-error"],
  limping: [inTurn(answer("", HTML, 502), answer("", HTML, 502), answer(page("Well"))), "saved"],
  later: [inTurn(later("1"), answer(page("Later"))), "saved"],
  soon: [inTurn(later("soon"), answer(page("Soon"))), "saved"],
  gone: [answer("", HTML, 404), "failed not-found"],
  forbidden: [answer("", HTML, 403), "failed forbidden"],
  login: [answer("", { ...HTML, "WWW-Authenticate": "Basic realm=x" }, 401), "failed unauthorized"],
  garbage: [raw("What do you want?\r\n\r\n"), "failed protocol"],
  chunk: [raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab"), "failed protocol"],
  unpacked: [answer(page("Not gzip"), packed), "failed decode"],
  torn: [answer(halfPacked, packed), "saved"],
  endless: [endless(begun("Endless")), "saved"],
  circle: [redirect("/"), "failed redirects"],
  unsafe: [redirect("javascript:alert(1)"), "failed unsafe-redirect"],
  inward: [
    (exchange, server) => redirect(`http://10.0.0.1:${server.port}/`)(exchange, server),
    "blocked private",
  ],
  nothing: [answer("", HTML, 204), "partial placeholder"],
  untitled: [answer("{}", { "Content-Type": "application/json" }), "partial no-title"],
};

const KINDS = Object.keys(FAULTS);

/** @param {number} number */
const kindOf = (number) => KINDS[number % SHARE] ?? "good";

const test = /** @type {typeof base.extend<{faults: FaultServer, requests: Counter}>} */ (
  base.extend
)({
  requests: async ({}, use) => use(new Counter()),
  faults: async ({ requests }, use) => {
    const good = answer(page("Good"));
    const counted =
      (/** @type {Behaviour} */ behave) =>
      /** @type {Behaviour} */
      (exchange, server) => {
        requests.tick();
        return behave(exchange, server);
      };
    /** @type {Map<string, Behaviour>} */
    const behaviours = new Map([
      ["good", counted(good)],
      ["own", good],
    ]);
    for (const [name, [behave]] of Object.entries(FAULTS)) behaviours.set(name, counted(behave));
    const server = new FaultServer(behaviours);
    await server.start();
    await use(server);
    await server.stop();
  },
  browserArgs: async ({ faults }, use) => use([faults.rules]),
});

test("many sites with many faults, and a worker that dies: all are accounted for, and a tab opens meanwhile", async ({
  extension,
  faults,
  requests,
}) => {
  test.setTimeout(150_000 * MORE);
  const urls = Array.from({ length: LINKS }, (_, number) =>
    faults.url(`${kindOf(number)}-${number}`),
  );
  const manager = await extension.openManager();
  const stop = await makeStopper(extension.context);
  let stops = 0;
  const stopSoon = () => {
    const gap = Math.floor((LINKS / (STOPS + 1)) * (0.5 + ((stops * 7_919) % 100) / 200));
    requests.trap(gap, async () => {
      stops += 1;
      if (stops < STOPS) stopSoon();
      await stop();
    });
  };
  stopSoon();
  await insist(manager, "save", { text: urls.join("\n") }, {});
  await faults.over(`reset-${KINDS.indexOf("reset")}`);

  const tab = await extension.context.newPage();
  await tab.goto(faults.url("own"));
  const [running] = /** @type {Job[]} */ (await insist(manager, "listJobs"));
  expect(running?.state, "the tab did not wait until all was read").toBe("running");

  const [job] = await allOver(manager);
  expect(stops).toBe(STOPS);
  const links = await storedLinks(manager);
  expect(links.map(({ url }) => url).sort()).toEqual([...urls].sort());
  const becameOf = new Map(
    links.map(({ url, state, problem }) => [url, problem ? `${state} ${problem}` : state]),
  );
  const wrong = urls.flatMap((url, number) => {
    const right = FAULTS[kindOf(number)]?.[1] ?? "saved";
    const is = becameOf.get(url);
    return is === right ? [] : [`${kindOf(number)}: ${is}`];
  });
  expect(wrong).toEqual([]);
  const states = links.map(({ state }) => state);
  const count = (/** @type {string} */ of) => states.filter((state) => state === of).length;
  expect(job?.counts).toEqual({
    waiting: 0,
    saved: count("saved"),
    partial: count("partial"),
    failed: count("failed"),
    blocked: count("blocked"),
  });
  expect(faults.mostInAll).toBeLessThanOrEqual(64 + 4);
  const left = () => faults.exchanges.filter(({ state }) => state === "open");
  await expect.poll(() => left().map(({ host }) => host)).toEqual([]);
});

test("one page given 200 times is asked for once; a thousand of one host, four at a time", async ({
  extension,
  faults,
}) => {
  const manager = await extension.openManager();
  const same = Array.from({ length: 200 }, () => faults.url("own"));
  const many = Array.from({ length: 1_000 }, (_, index) => `${faults.url("good")}${index}`);
  const { report } = await saveText(manager, [...same, ...many].join("\n"));
  expect([report.saved.length, report.duplicates.length]).toEqual([1_001, 199]);
  expect(faults.of("own")).toHaveLength(1);
  expect(faults.of("good")).toHaveLength(1_000);
  expect(faults.mostAtOnce.get("good.test")).toBeLessThanOrEqual(4);
});
