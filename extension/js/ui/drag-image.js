/**
 * What hangs at the pointer while several things are dragged: how many they are.
 * @param {DataTransfer} data
 * @param {string} words
 */
export function showDragImage(data, words) {
  const image = document.createElement("div");
  image.className = "drag-image";
  image.textContent = words;
  document.body.append(image);
  data.setDragImage(image, -12, -8);
  // The browser takes its picture before the next frame.
  requestAnimationFrame(() => requestAnimationFrame(() => image.remove()));
}
