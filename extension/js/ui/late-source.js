import { Directive, directive } from "../../vendor/lit/directive.js";
import { noChange } from "../../vendor/lit/lit-html.js";

/** @import {ElementPart} from '../../vendor/lit/lit-html.js' */

class LateSource extends Directive {
  #key = "";

  /**
   * @param {string} _key
   * @param {() => Promise<string | null>} _load
   */
  render(_key, _load) {
    return noChange;
  }

  /**
   * @override
   * @param {ElementPart} part
   * @param {[string, () => Promise<string | null>]} args
   */
  update(part, [key, load]) {
    if (key !== this.#key)
      void this.#show(/** @type {HTMLImageElement} */ (part.element), key, load);
    return noChange;
  }

  /**
   * @param {HTMLImageElement} image
   * @param {string} key
   * @param {() => Promise<string | null>} load
   */
  async #show(image, key, load) {
    this.#key = key;
    image.removeAttribute("src");
    // The words of a card are not to wait until its picture is looked for.
    await new Promise((resolve) => setTimeout(resolve));
    if (key !== this.#key) return;
    const source = await decoded(await load().catch(() => null));
    if (source && key === this.#key) image.src = source;
  }
}

/**
 * The source of an image once it can be shown, so that it never stands there half.
 * @param {string | null} source
 */
async function decoded(source) {
  if (!source) return null;
  const image = new Image();
  image.src = source;
  try {
    await image.decode();
    return source;
  } catch {
    return null;
  }
}

/** Gives an `<img>` its source when that is known; until then, and if there is none, it has no source. */
export const lateSource = directive(LateSource);
