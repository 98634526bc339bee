import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/** Where what the browser loads is put, in the extension. */
export const BUILT = "built";

/** The pages: each is an html file, a script in `js/pages` and a style sheet in `css/entry`. */
export const PAGES = ["manager", "options", "popup", "welcome"];

/**
 * Puts all that a page or the worker loads into one script and one style sheet each: Chrome takes some 1.6 ms for each
 * file of an extension, however small, and the manager is made of 180. It stays as it can be read.
 * @param {{ write?: boolean }} [options]
 */
export function bundle({ write = true } = {}) {
  return build({
    absWorkingDir: EXTENSION,
    entryPoints: {
      background: "js/background.js",
      ...Object.fromEntries(PAGES.map((name) => [name, `js/pages/${name}.js`])),
      ...Object.fromEntries(PAGES.map((name) => [`${name}-styles`, `css/entry/${name}.css`])),
    },
    outdir: BUILT,
    bundle: true,
    format: "esm",
    target: "chrome144",
    charset: "utf8",
    logLevel: "warning",
    metafile: true,
    write,
  });
}
