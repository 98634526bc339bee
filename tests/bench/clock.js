/**
 * Milliseconds that one reading takes. It is repeated until the measurement has lasted for some
 * time: what is done in an instant would otherwise be done before a busy machine interferes, and
 * what takes long never would.
 * @param {() => unknown} read
 * @param {number} atLeast milliseconds
 * @param {() => number} now in milliseconds
 */
export async function time(read, atLeast, now = () => performance.now()) {
  const start = now();
  for (let runs = 1; ; runs += 1) {
    await read();
    const elapsed = now() - start;
    if (elapsed >= atLeast) return elapsed / runs;
  }
}
