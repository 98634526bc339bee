/**
 * Which card that is drawn shows which link. A link that stays keeps its card; a new one takes over the card of one
 * that has gone, because to change a card is far cheaper than to make one.
 */
export class Recycler {
  /** The cards that are drawn, by their links. @type {Map<string, number>} */
  #cards = new Map();
  #made = 0;

  /**
   * The cards of the links.
   * @param {string[]} ids  The links to draw.
   * @param {string[]} held  Those the hands are on: their cards become no others'.
   */
  assign(ids, held) {
    const stay = new Set([...ids, ...held]);
    // Taken from the end: the first that is free to the first that is new, and those stand in order already.
    const free = [...this.#cards].flatMap(([id, card]) => (stay.has(id) ? [] : [card])).reverse();
    this.#cards = new Map(ids.map((id) => [id, this.#cards.get(id) ?? free.pop() ?? this.#made++]));
    return this.#cards;
  }
}
