import { ask } from "../run/save.js";
import { expect, saveText, test } from "./fixtures.js";

test("asks for pages without cookies, and keeps none", async ({ extension, server }) => {
  server.answer("/login", { headers: { "set-cookie": "session=secret; Path=/" }, body: "in" });
  server.answer("/tracked", {
    headers: { "set-cookie": "tracker=1; Path=/" },
    body: "<title>Tracked</title>",
  });
  const tab = await extension.context.newPage();
  await tab.goto(server.url("/login"));
  await tab.goto(server.url("/account"));

  const manager = await extension.openManager();
  await saveText(manager, `${server.url("/account")}\n${server.url("/tracked")}`);

  const [own, ours] = server.seen.filter(({ path }) => path === "/account");
  expect(own?.headers.cookie).toBe("session=secret");
  expect(ours?.headers).not.toHaveProperty("cookie");
  expect(ours?.headers).not.toHaveProperty("referer");
  const kept = await extension.context.cookies();
  expect(kept.map(({ name }) => name)).toEqual(["session"]);
});

test.describe("with many hosts", () => {
  test.use({ hosts: 50 });

  test("asks many at once, but no host too often", async ({ extension, server }) => {
    const urls = Array.from({ length: 200 }, (_, index) => server.url(`/page/${index}`, index));
    const gate = server.hold();
    const manager = await extension.openManager();
    await ask(manager, "save", { text: urls.join("\n") }, {});
    await gate.held(32);
    expect(server.seen.filter(({ state }) => state === "open").length).toBeGreaterThanOrEqual(32);
    gate.open();
  });

  test("asks one host for four pages at a time", async ({ extension, server }) => {
    const urls = Array.from({ length: 40 }, (_, index) => server.url(`/page/${index}`));
    const manager = await extension.openManager();
    await saveText(manager, urls.join("\n"));
    expect(server.pagesSeen).toHaveLength(40);
    expect(server.mostAtOnce.get("127.0.0.1")).toBeLessThanOrEqual(4);
  });
});
