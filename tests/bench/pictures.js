/**
 * Keeps a cover and an icon for each site as `picture-cache.js` does, for nobody asks the network for those of made-up
 * pages. In a page of the extension: sent there as text.
 * @param {string[]} sites origins
 */
export async function keepPictures(sites) {
  const KINDS = /** @type {const} */ ({ card: [480, 252, "cover"], icon: [32, 32, "icon"] });
  const PATTERNS = 24;
  const cache = await caches.open("pictures");
  for (const [kind, [width, height, file]] of Object.entries(KINDS)) {
    const canvas = new OffscreenCanvas(width, height);
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("there is nothing to draw on");
    /** @type {Blob[]} */
    const pictures = [];
    for (let pattern = 0; pattern < PATTERNS; pattern += 1) {
      for (let dot = 0; dot < 300; dot += 1) {
        const hue = (pattern * 15 + dot) % 360;
        paper.fillStyle = `hsl(${hue} 60% ${30 + ((dot * 7) % 50)}%)`;
        const [x, y] = [(dot * 73) % width, (dot * 41) % height];
        paper.fillRect(x, y, width / 6, height / 6);
      }
      pictures.push(await canvas.convertToBlob({ type: "image/webp", quality: 0.8 }));
    }
    const putting = sites.map((site, at) => {
      const picture = pictures[at % PATTERNS] ?? null;
      const name = encodeURIComponent(`${site}/${file}.webp`);
      const headers = { "content-type": "image/webp" };
      return cache.put(
        `https://picture.invalid/${kind}?${name}`,
        new Response(picture, { headers }),
      );
    });
    await Promise.all(putting);
  }
}
