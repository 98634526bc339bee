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
