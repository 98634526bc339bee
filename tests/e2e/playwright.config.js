import { defineConfig } from "@playwright/test";

process.env.TZ ??= zoneOfMorning();

/**
 * A time zone in which it is morning now: no test is torn by a midnight, or by a night on which the clocks change.
 * The sign of its name is that of the way to Greenwich.
 */
function zoneOfMorning() {
  const ahead = Math.min(9, 12 - new Date().getUTCHours());
  return `Etc/GMT${ahead < 0 ? "+" : "-"}${Math.abs(ahead)}`;
}

export default defineConfig({
  testDir: ".",
  globalSetup: "./global-setup.js",
  testMatch: "*.spec.js",
  outputDir: "../output/e2e",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json"]],
});
