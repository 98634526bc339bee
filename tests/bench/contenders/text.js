/**
 * The text of a page, whose encoding is given: what none of the tools finds by itself.
 * @param {{bytes: Uint8Array, charset: string}} page
 */
export const textOf = ({ bytes, charset }) => new TextDecoder(charset).decode(bytes);
