// What the app may cost: bytes of a first load, nodes of a page, and the CPU of server and page
// for what a person does most. Bytes and nodes are held everywhere; CPU is told, and held with
// PROOF=1 on a machine that is not busy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { at, journey, makeCase, PROGRAM } from "./harness.mjs";

const ROUNDS = process.env.PROOF ? 12 : 3;
/** Milliseconds of CPU, server and page together. */
const MOST = { dry: 60, edit: 90, undo: 90, why: 60 };
const SIZES = { 51: "december-2021-b", 256: null };

/** A model of 256 states: four sides with two options each, who want what their neighbours do. */
function wide() {
  const sides = ["north", "south", "east", "west"];
  const makers = sides.map((side, at) => {
    const other = sides[(at + 1) % sides.length];
    const wishes = [`${other}_a`, `-${side}_b`, `${side}_a if ${other}_b`, `-${other}_b`, `${side}_a`];
    return `  ${side}:\n    options: {${side}_a: ${side} pumps, ${side}_b: ${side} digs}\n    preferences:\n${wishes.map((wish) => `      - ${wish}\n`).join("")}`;
  });
  return `satumeja: 1\ntitle: Four wells\ndecision_makers:\n${makers.join("")}status_quo: NN|NN|NN|NN\n`;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [states, name] of Object.entries(SIZES)) {
  const from = makeCase();
  if (name) execFileSync(PROGRAM, ["gallery", name, "--out", join(from, "talks.yaml")], { stdio: "pipe" });
  else writeFileSync(join(from, "talks.yaml"), wide());
  await journey(`costs no more than it may, ${states} states`, async ({ page, folder }) => {
    const file = join(folder, "talks.yaml");
    await at(page, "matrix").waitFor({ timeout: 30_000 });
    let bytes = 0;
    const served = {};
    page.on("response", async (answer) => {
      const url = new URL(answer.url());
      const body = await answer.body().catch(() => Buffer.alloc(0));
      if (!url.pathname.startsWith("/api")) bytes += gzipSync(body).length;
      const kind = /edits/.test(url.pathname) ? (answer.request().postData()?.includes('"dry":true') ? "dry" : "edit") : url.pathname.split("/").pop();
      const cpu = /dur=([\d.]+)/.exec(answer.headers()["server-timing"] ?? "")?.[1];
      if (cpu) (served[kind] ??= []).push(Number(cpu));
    });
    await page.reload();
    await at(page, "matrix").waitFor({ timeout: 30_000 });
    await page.waitForTimeout(500);
    assert.ok(bytes <= 60_000, `first load: ${bytes} bytes packed`);
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    assert.ok(nodes <= 4_500, `${nodes} nodes`);

    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => (await cdp.send("Performance.getMetrics")).metrics.find((each) => each.name === "TaskDuration").value * 1000;
    const maker = (await page.locator("[data-testid^=wants-]").first().getAttribute("data-testid")).slice(6);
    const costs = { dry: [], edit: [], undo: [], why: [] };
    const measure = async (kind, act, shows) => {
      const [before, asked] = [await spent(), (served[kind] ?? []).length];
      await act();
      await page.waitForFunction(([what, times]) => performance.getEntriesByName(what).length > times, [kind, shows], { timeout: 15_000 });
      await page.waitForTimeout(60);
      const server = (served[kind] ?? []).slice(asked).reduce((sum, each) => sum + each, 0);
      costs[kind].push((await spent()) - before + server);
    };
    const times = (what) => page.evaluate((kind) => performance.getEntriesByName(kind).length, what);
    for (let round = 0; round < ROUNDS; round += 1) {
      await at(page, `grip-${maker}-3`).focus();
      await page.keyboard.press("Space");
      await measure("dry", () => page.keyboard.press("ArrowUp"), await times("dry"));
      await measure("edit", () => page.keyboard.press("Enter"), await times("edit"));
      await measure("undo", () => page.keyboard.press("Control+z"), await times("undo"));
      const cell = page.locator("[data-testid^=cell-hold-]").nth(round + 1);
      await measure("why", () => cell.click(), await times("why"));
    }
    const told = Object.entries(costs).map(([kind, values]) => `${kind} ${median(values).toFixed(0)} ms`);
    console.log(`   ${states} states: first load ${(bytes / 1000).toFixed(1)} kB, ${nodes} nodes; CPU ${told.join(", ")}`);
    if (process.env.PROOF)
      for (const [kind, most] of Object.entries(MOST)) assert.ok(median(costs[kind]) <= most, `${kind}: ${median(costs[kind]).toFixed(0)} ms of ${most}`);
    assert.deepEqual(readFileSync(file), readFileSync(join(from, "talks.yaml")));
  }, { from });
  rmSync(from, { recursive: true });
}
