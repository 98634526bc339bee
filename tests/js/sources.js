import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";

/**
 * The sources of a folder by their paths in it.
 * @param {URL} folder
 * @param {string} extension
 * @returns {Map<string, string>}
 */
export function readSources(folder, extension) {
  const top = fileURLToPath(folder);
  const paths = readdirSync(top, { recursive: true, encoding: "utf8" });
  const sources = paths.map((path) => path.replaceAll("\\", "/")).filter(isSource);
  return new Map(sources.map((path) => [path, readFileSync(join(top, path), "utf8")]));

  /** @param {string} path */
  function isSource(path) {
    return path.endsWith(extension);
  }
}

/** Comments and strings, of which the comments are taken out: types may come from anywhere. */
const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** @param {string} source */
export function withoutComments(source) {
  return source.replace(COMMENT_OR_STRING, (match) => (/^\/[/*]/.test(match) ? " " : match));
}

/** @param {string} source */
export function withoutStrings(source) {
  return source.replace(COMMENT_OR_STRING, " ");
}

const IMPORT = /\b(?:import|from)\s*\(?\s*["']([^"']+)["']/g;

/**
 * What a file imports: paths in the same folder tree, or bare names as they are.
 * @param {string} path
 * @param {string} source
 */
export function importsOf(path, source) {
  return Array.from(withoutComments(source).matchAll(IMPORT), ([, name = ""]) =>
    name.startsWith(".") ? normalize(join(dirname(path), name)) : name,
  );
}
