/**
 * For `ref`: does something with an element once it stands in the document, which lit has not done yet when it hands
 * the element out.
 * @param {(element: HTMLElement) => void} action
 * @returns {(element: Element | undefined) => void}
 */
export function onceThere(action) {
  return (element) => {
    if (element instanceof HTMLElement) {
      queueMicrotask(() => {
        if (element.isConnected) action(element);
      });
    }
  };
}

/** Opens a dialog as a modal one. */
export const showModal = onceThere((element) => {
  if (element instanceof HTMLDialogElement && !element.open) element.showModal();
});

/** Puts the focus where the user will type. */
export const takeFocus = onceThere((element) => element.focus());
