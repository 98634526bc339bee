/**
 * What a call needs to be right, by the name that an argument has: an export with an argument of
 * another name is to be added here.
 * @type {Record<string, unknown>}
 */
const GOOD = {
  before: "-",
  body: new Uint8Array([60, 112, 62]),
  category: "-",
  change: "-",
  content_type: "text/html",
  edit: { title: "t", memo: "m", tags: ["x"] },
  everything: false,
  extension: "abc",
  favourite: true,
  format: "json",
  ids: ["-"],
  job: "-",
  language: "en",
  link: "-",
  links: ["-"],
  manifest: "{}",
  name: "A shelf",
  network: {},
  options: { category: null, hints: ["h"], pages: ["<p>"], language: "en", urgent: false },
  page: "https://page.example/",
  picture: "https://page.example/a.png",
  problem: "timeout",
  put_off: true,
  query: { category: "all", search: "a", tag: "x", sort: "title", offset: 0, limit: 5 },
  record: { folders: { a: "b" }, links: ["c"] },
  reminder: "-",
  reminders: ["-"],
  selection: { category: "all", search: "never found", tag: "x" },
  set: 5,
  settings: { language: "en", theme: "dark", connections: 4, layout: "list", sort: "hand" },
  tags: { add: ["x"], remove: ["y"] },
  text: "https://line.example/",
  top: { id: "1", title: "t", children: [] },
  url: "https://page.example/",
  urls: [],
  wanted: { folders: [], links: [] },
  wish: { at: "2031-01-01T09:00", repeat: "daily" },
  zone: "public",
};

/** What answers anything, as it does where a page holds no address. */
const LENIENT = new Set(["manifestIcon", "pictureAllowed", "zoneOf"]);

/** What makes the module, and what belongs to the tests. */
const OF_THE_BINDINGS = /^(default|initSync)$|^_|^[A-Z]/u;

const throwing = () => {
  throw new Error("a getter that throws");
};

/** @param {object} target @param {PropertyKey} key */
const armed = (target, key) =>
  Object.defineProperty(target, key, { enumerable: true, get: throwing });

/** @returns {Record<string, unknown>} */
function loop() {
  /** @type {Record<string, unknown>} */
  const itself = {};
  itself.links = itself;
  return itself;
}

/** What a page may pass that has lost its way. @type {[string, unknown][]} */
const HOSTILE = [
  ["null", null],
  ["undefined", undefined],
  ["a number", 7],
  ["no number", Number.NaN],
  ["a huge number", -1e300],
  ["a truth", true],
  ["a bigint", 10n ** 40n],
  ["a symbol", Symbol("s")],
  ["a function", () => 0],
  ["an object", {}],
  ["a list", []],
  ["a list of numbers", [7]],
  ["a list of nothing", new Array(1_000)],
  ["half a character", "\ud800"],
  ["a long text", "x".repeat(50_000)],
  ["a text in an object", new String("all")],
  ["an object without a prototype", Object.create(null)],
  ["an object in itself", loop()],
  ["a map", new Map([["category", "all"]])],
  ["an object that throws when it is read", armed({ links: ["-"] }, "category")],
  ["a list that throws when it is read", armed(["-"], 0)],
  ["an object that is nothing else", { valueOf: throwing, toString: throwing, toJSON: throwing }],
  ["a proxy that throws", new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing })],
];

/** A list that is all length. */
const HUGE = new Array(2 ** 32 - 1);

/** @typedef {(...args: unknown[]) => unknown} Call */

/** @param {Call} call */
const parametersOf = (call) =>
  /\(([^)]*)\)/u.exec(call.toString())?.[1]?.split(/,\s*/u).filter(Boolean) ?? [];

/**
 * What is wrong with an answer.
 * @param {Call} call
 * @param {unknown[]} args
 * @param {{promises: boolean, refuses: boolean}} must
 */
async function faultOf(call, args, { promises, refuses }) {
  let answer;
  try {
    answer = call(...args);
  } catch (error) {
    return promises ? `threw ${String(error)}` : faultOfError(error, refuses);
  }
  if (promises && !(answer instanceof Promise)) return "gave no promise";
  const late = new Promise((resolve) => setTimeout(resolve, 20_000, HUGE));
  try {
    if ((await Promise.race([answer, late])) === HUGE) return "never answered";
    return refuses && "took it";
  } catch (error) {
    return faultOfError(error, refuses);
  }
}

/**
 * @param {unknown} error
 * @param {boolean} refuses
 */
function faultOfError(error, refuses) {
  const { name, code, message } = /** @type {Record<string, unknown>} */ (error);
  if (name !== "UrlinkError" || typeof code !== "string") return `failed with ${String(error)}`;
  if (String(message).length > 1_000) return "said too much";
  return refuses && code !== "bad-request" && `said ${code}: ${message}`;
}

/**
 * A good argument with each of its fields replaced by what is hostile.
 * @param {unknown} good
 * @returns {[string, unknown][]}
 */
function spoiled(good) {
  if (good?.constructor !== Object) return [];
  return Object.keys(good).flatMap((field) =>
    HOSTILE.map(
      ([what, value]) =>
        /** @type {[string, unknown]} */ ([`${field}: ${what}`, { ...good, [field]: value }]),
    ),
  );
}

/**
 * Calls each export with each hostile value in the place of each argument; gives what is wrong.
 * @param {Record<string, unknown>} exported
 * @param {unknown} store
 * @returns {Promise<string>}
 */
export async function goThrough(exported, store) {
  const good = /** @type {Record<string, unknown>} */ ({ ...GOOD, store });
  const faults = [];
  let calls = 0;
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value !== "function" || OF_THE_BINDINGS.test(name)) continue;
    const call = /** @type {Call} */ (value);
    const parameters = parametersOf(call);
    for (const parameter of parameters) {
      if (!(parameter in good)) faults.push(`${name}: what is a good ${parameter}?`);
    }
    const args = parameters.map((parameter) => good[parameter]);
    if (args.length === 0) continue;
    let promises = false;
    try {
      const answer = call(...args);
      promises = answer instanceof Promise;
      await answer;
    } catch {}
    for (const [place, right] of args.entries()) {
      // Whoever follows the tests is to have a turn.
      await new Promise((resolve) => setTimeout(resolve));
      for (const [what, wrong] of [...HOSTILE, ["a huge list", HUGE], ...spoiled(right)]) {
        const given = args.with(place, wrong);
        const refuses = !LENIENT.has(name) && wrong != null && typeof wrong !== typeof right;
        const fault = await faultOf(call, given, { promises, refuses });
        calls += 1;
        if (fault) faults.push(`${name}, ${parameters[place]} is ${what}: ${fault}`);
      }
    }
  }
  return faults.length > 0 ? faults.join("\n") : `${calls} calls`;
}
