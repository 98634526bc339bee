import { Directive, directive, PartType } from "../../vendor/lit/directive.js";
import { noChange } from "../../vendor/lit/lit-html.js";

/** @import {ElementPart} from '../../vendor/lit/lit-html.js' */
/** @import {PartInfo} from '../../vendor/lit/directive.js' */

class CssVars extends Directive {
  /** @type {Record<string, string | number>} */
  #set = {};

  /** @param {PartInfo} part */
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error("cssVars stands on an element");
  }

  /** @param {Record<string, string | number>} _values */
  render(_values) {
    return noChange;
  }

  /**
   * @override
   * @param {ElementPart} part
   * @param {[Record<string, string | number>]} values
   */
  update(part, [values]) {
    const { style } = /** @type {HTMLElement} */ (part.element);
    for (const [name, value] of Object.entries(values)) {
      if (this.#set[name] !== value) style.setProperty(name, String(value));
    }
    this.#set = values;
    return noChange;
  }
}

/**
 * Sets custom properties of an element through the CSSOM: our content security policy refuses style attributes, which
 * is what lit's own `styleMap` writes at first.
 */
export const cssVars = directive(CssVars);
