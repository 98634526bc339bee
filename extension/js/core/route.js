/**
 * What the manager shows: "all", "unsorted", "problems" or a category's id, as the page's hash says it.
 * @param {string} hash
 */
export function viewOf(hash) {
  const name = hash.replace(/^#/u, "");
  if (name === "unsorted" || name === "problems") return name;
  const category = new URLSearchParams(name).get("category");
  return category || "all";
}

/**
 * The hash that shows a view.
 * @param {string} view
 */
export function hashOf(view) {
  const own = view === "all" || view === "unsorted" || view === "problems";
  return own ? `#${view}` : `#${new URLSearchParams({ category: view })}`;
}
