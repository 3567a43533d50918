// The screen of a model: wishes dragged and moved by keys, what follows shown meanwhile, and why.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const GALLERY = "../src/satumeja/gallery/conflicts";
const FILE = "talks.yaml";

/** A folder with one model to copy cases from. */
function caseOf(text) {
  const folder = mkdtempSync(join(tmpdir(), "model-"));
  if (text === undefined) copyFileSync(join(GALLERY, "december-2021-b.yaml"), join(folder, FILE));
  else writeFileSync(join(folder, FILE), text);
  return folder;
}

/** A model of 2 ** (2 * sides) states. */
const wide = (sides) => `satumeja: 1
title: Districts and a river
status_quo: "${Array(sides).fill("NN").join("|")}"
decision_makers:
${Array.from({ length: sides }, (_, k) => `  d${k}:
    options: {a${k}: {name: Dam ${k}}, b${k}: {name: Share ${k}}}
    preferences: [a${k}, -b${(k + 1) % sides}, b${k} if a${(k + 1) % sides}, -a${(k + 2) % sides}]`).join("\n")}
`;

const talks = caseOf();
const river = caseOf(wide(4));
const sea = caseOf(wide(6));
const ocean = caseOf(wide(10));
const ranked = caseOf(`satumeja: 1
title: Two who rank the states
status_quo: "N|N"
decision_makers:
  a: {options: {x: {name: Go}}, ranking: [[4], [1], [2, 3]]}
  b: {options: {y: {name: Come}}, ranking: [[1], [4], [2, 3]]}
`);

const read = (folder) => readFileSync(join(folder, FILE));
const words = (page, n) => at(page, `want-russia-${n}`).locator(".words .text").first().textContent();
const ready = (page) => at(page, "matrix").waitFor();
const places = (page) => page.$$eval("[data-testid^=node-]", (nodes) =>
  nodes.map((node) => `${node.dataset.testid} ${node.getAttribute("transform")}`).sort().join());
const measured = (page, name) => page.evaluate((each) => performance.getEntriesByName(each, "measure").length, name);
const until = (page, check, ...given) => page.waitForFunction(check, ...given, { timeout: 10_000 });

await journey("moves a wish by keys, and back to the byte", async ({ page, folder }) => {
  await ready(page);
  const before = read(folder);
  const [third, stood] = [await words(page, 3), await places(page)];
  await at(page, "grip-russia-3").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await until(page, () => document.querySelector('[data-testid="answer"]').dataset.preview === "true");
  assert.deepEqual(read(folder), before, "nothing is written while the row is in the hand");
  assert.match(await at(page, "diff").textContent(), /not written/);
  await page.keyboard.press("Enter");
  await until(page, (text) => document.querySelector('[data-testid="want-russia-1"] .text')?.textContent === text, third);
  await until(page, () => document.activeElement?.dataset.testid === "grip-russia-1");
  assert.notEqual((await at(page, "spoken").textContent()).trim(), "");
  assert.notDeepEqual(read(folder), before, "it is written when it is dropped");
  assert.match(await at(page, "diff").textContent(), /This change/);
  assert.ok(await page.locator('[data-turned="lost"]').count() > 0, "cells that were lost are shown so");
  assert.equal(await places(page), stood, "no state has moved");
  await page.keyboard.press("Control+z");
  await until(page, (text) => document.querySelector('[data-testid="want-russia-3"] .text')?.textContent === text, third);
  assert.deepEqual(read(folder), before);
  assert.equal(await places(page), stood);
  for (const name of ["dry", "edit", "undo"]) assert.ok(await measured(page, name) > 0, name);
}, { from: talks });

await journey("puts a wish back with Escape", async ({ page, folder }) => {
  await ready(page);
  const [before, first] = [read(folder), await words(page, 1)];
  await at(page, "grip-russia-1").focus();
  for (const key of ["Space", "End", "Escape"]) await page.keyboard.press(key);
  await page.waitForTimeout(600);
  assert.equal(await at(page, "answer").getAttribute("data-preview"), "false");
  assert.equal(await words(page, 1), first);
  assert.deepEqual(read(folder), before);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "grip-russia-1");
}, { from: talks });

await journey("drags a wish with the mouse, and nothing else moves", async ({ page, folder }) => {
  await ready(page);
  await at(page, "technical").check();
  const [before, third, stood] = [read(folder), await words(page, 3), await places(page)];
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifted += entry.value; })
      .observe({ type: "layout-shift" });
  });
  const grip = await at(page, "grip-russia-3").boundingBox();
  const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.waitForTimeout(600);
  for (let k = 1; k <= 14; k++) {
    await page.mouse.move(x, y - 10 * k);
    await page.waitForTimeout(30);
  }
  await until(page, () => document.querySelector('[data-testid="answer"]').dataset.preview === "true");
  await until(page, () => /status quo 7/.test(document.querySelector('[data-testid="diff"]').textContent));
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.shifted), 0, "layout shift while dragging");
  assert.equal(await places(page), stood);
  assert.deepEqual(read(folder), before);
  await shoot(page, "model-drag");
  await page.mouse.up();
  await until(page, (text) => document.querySelector('[data-testid="want-russia-1"] .text')?.textContent === text, third);
  await until(page, () => document.querySelector('[data-testid="answer"]').dataset.preview === "false");
  assert.notDeepEqual(read(folder), before);
  await at(page, "undo").click();
  await until(page, (text) => document.querySelector('[data-testid="want-russia-3"] .text')?.textContent === text, third);
  assert.deepEqual(read(folder), before);
}, { from: talks });

await journey("says why, with the moves, the wish and the sentence", async ({ page }) => {
  await ready(page);
  await at(page, "technical").check();
  await at(page, "cell-seq-7").click();
  await at(page, "why-title").waitFor();
  await at(page, "why").locator("mark").first().waitFor();
  assert.ok(await page.locator(".arc[data-proof]").count() > 0, "the moves are drawn");
  assert.ok(await page.locator('.wish[data-decides="true"]').count() > 0, "the wish that decides is lit");
  assert.equal(await at(page, "cell-seq-7").getAttribute("data-asked"), "true");
  assert.ok(await measured(page, "why") > 0);
  await shoot(page, "model-why");
  await at(page, "cites-russia-2").click();
  await at(page, "why").locator("mark").first().waitFor();
  assert.equal(await at(page, "why-title").textContent(), await words(page, 2));
  await shoot(page, "model-evidence");
}, { from: talks });

await journey("answers the same by keys in the table", async ({ page }) => {
  await ready(page);
  await page.locator('[data-testid="matrix"] [data-state][tabindex="0"]').focus();
  for (let k = 0; k < 6; k++) await page.keyboard.press("ArrowRight");
  for (let k = 0; k < 20; k++) await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "cell-hold-7");
  assert.equal(await at(page, "in-words").locator("b").textContent(), "7");
  assert.equal(await at(page, "node-7").getAttribute("data-lit"), "true", "one state is lit everywhere");
  await page.keyboard.press("Enter");
  await at(page, "why-title").waitFor();
  assert.equal(await page.locator("[data-state][tabindex='0']").count(), 2, "one in the table, one in the graph");
}, { from: talks });

await journey("switches a wish off, on, and deletes it", async ({ page, folder }) => {
  await ready(page);
  const before = read(folder);
  const second = await words(page, 2);
  await at(page, "want-russia-2").hover();
  await at(page, "want-russia-2").locator('[role="switch"]').click();
  await until(page, () => document.querySelector('[data-off="true"]') !== null);
  await page.locator('[data-off="true"] [role="switch"]').click();
  await until(page, (text) => document.querySelector('[data-off="true"]') === null
    && document.querySelector('[data-testid="want-russia-2"] .text')?.textContent === text, second);
  assert.deepEqual(read(folder), before, "off and on again leaves every byte as it was");
  const count = await page.locator(".wish").count();
  await at(page, "want-russia-2").hover();
  await at(page, "want-russia-2").locator(".doing button").last().click();
  await until(page, (left) => document.querySelectorAll(".wish").length === left, count - 1);
  await page.keyboard.press("Control+z");
  await until(page, (left) => document.querySelectorAll(".wish").length === left, count);
  assert.deepEqual(read(folder), before);
}, { from: talks });

await journey("ranks states by dragging their columns, and by keys", async ({ page, folder }) => {
  await ready(page);
  const before = read(folder);
  await at(page, "order").selectOption("a");
  const ranking = async () => (await page.$$eval('[data-testid^="want-a-"]', (rows) =>
    rows.map((row) => [...row.querySelectorAll(".number")].map((each) => each.textContent).join("~")))).join(" > ");
  assert.equal(await ranking(), "4 > 1 > 2~3");
  const box = (state) => page.locator(`th[data-state="${state}"]`).boundingBox();
  const [from, to] = [await box(2), await box(4)];
  await page.mouse.move(from.x + 12, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x - 20, from.y + 10, { steps: 4 });
  await page.mouse.move(to.x + 2, to.y + 10, { steps: 6 });
  await until(page, () => document.querySelector('[data-testid="answer"]').dataset.preview === "true");
  assert.deepEqual(read(folder), before);
  await page.mouse.up();
  await until(page, () => document.querySelectorAll('[data-testid^="want-a-"]').length === 4);
  assert.equal(await ranking(), "2 > 4 > 1 > 3");
  await page.locator('th[data-state="1"]').focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await until(page, () => document.querySelectorAll('[data-testid^="want-a-"]').length === 3);
  assert.equal(await ranking(), "2 > 1~4 > 3");
  await at(page, "grip-a-3").focus();
  for (const key of ["Space", "Home", "Enter"]) await page.keyboard.press(key);
  await until(page, () => document.querySelector('[data-testid="want-a-1"] .number').textContent === "3");
  assert.equal(await ranking(), "3 > 2 > 1~4");
  await page.locator('th[data-state="4"]').click();
  await at(page, "why-title").waitFor();
}, { from: ranked });

await journey("puts a state elsewhere by hand, on top of wishes", async ({ page, folder }) => {
  await ready(page);
  const before = read(folder);
  await at(page, "order").selectOption("russia");
  const order = () => page.$$eval('[data-testid="matrix"] th[data-state]', (heads) => heads.map((head) => Number(head.dataset.state)));
  assert.deepEqual((await order()).slice(0, 3), [31, 29, 30]);
  await page.locator('th[data-state="7"]').focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await until(page, () => /This change/.test(document.querySelector('[data-testid="diff"]').textContent));
  assert.match(read(folder).toString(), /adjust:/);
  const [from, to] = [await page.locator('th[data-state="7"]').boundingBox(), await page.locator('th[data-state="31"]').boundingBox()];
  await page.mouse.move(from.x + 12, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 2, to.y + 8, { steps: 8 });
  await page.mouse.up();
  await until(page, () => document.querySelector('[data-testid="matrix"] th[data-state]').dataset.state === "7");
  assert.equal(read(folder).toString().match(/state: YNN\|YNN\|NN/g).length, 1, "it is put elsewhere once");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await until(page, () => document.querySelector('[data-testid="matrix"] th[data-state]').dataset.state === "31");
  await until(page, () => document.querySelector('[data-testid="undo"]').disabled);
  assert.deepEqual(read(folder), before);
}, { from: talks });

await journey("counts what is not drawn, and draws anew when that is asked", async ({ page }) => {
  await ready(page);
  const stood = await places(page);
  await at(page, "grip-d0-1").focus();
  for (const key of ["Space", "End", "Enter"]) await page.keyboard.press(key);
  await until(page, () => /This change/.test(document.querySelector('[data-testid="diff"]').textContent));
  assert.equal(await places(page), stood, "the states drawn are kept");
  await at(page, "draw-anew").click();
  await page.waitForFunction((old) => [...document.querySelectorAll("[data-testid^=node-]")]
    .map((node) => `${node.dataset.testid} ${node.getAttribute("transform")}`).sort().join() !== old, stood);
}, { from: river });

await journey("tells of a million states how many hold", async ({ page }) => {
  await at(page, "matrix").waitFor({ timeout: 60_000 });
  assert.equal(await page.locator("table.sets tbody tr").count(), 3, "in plain words, by how firmly");
  await at(page, "technical").check();
  assert.equal(await page.locator("table.sets tbody tr").count(), 5, "a row a concept");
  assert.ok(await page.evaluate(() => document.querySelectorAll("*").length) <= 4500);
  assert.deepEqual(await violations(page), []);
  await shoot(page, "model-million");
}, { from: ocean });

for (const [from, size] of [[talks, 51], [river, 256], [sea, 4096]])
  await journey(`keeps the page small at ${size} states`, async ({ page }) => {
    await ready(page);
    await at(page, "technical").check();
    await page.waitForTimeout(400);
    const counted = () => page.evaluate(() => document.querySelectorAll("*").length);
    assert.ok(await counted() <= 4500, `${await counted()} nodes`);
    const last = Number(await at(page, "matrix").getAttribute("aria-colcount")) - 1;
    assert.equal(last, size);
    await page.locator('[data-testid="matrix"] th[data-state]').first().focus();
    await page.keyboard.press("End");
    await until(page, (state) => document.activeElement?.dataset.state === String(state), size);
    assert.ok(await counted() <= 4500, `${await counted()} nodes at the end`);
    await shoot(page, `model-${size}`);
  }, { from });

for (const language of ["en", "id"])
  for (const scheme of ["light", "dark"])
    await journey(`can be used by all: ${language}, ${scheme}`, async ({ page }) => {
      await ready(page);
      assert.deepEqual(await violations(page), []);
      await at(page, "technical").check();
      await at(page, "cell-seq-7").click();
      await at(page, "why-title").waitFor();
      assert.deepEqual(await violations(page), []);
      await at(page, "cites-russia-2").click();
      assert.deepEqual(await violations(page), []);
      for (const size of SIZES) {
        await page.setViewportSize({ width: size[0], height: size[1] });
        await page.waitForTimeout(300);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, `scrolls sideways at ${size}`);
        await shoot(page, `model-${language}-${scheme}-${size.join("x")}`);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    }, { from: talks, language, scheme });

for (const folder of [talks, river, sea, ocean, ranked]) rmSync(folder, { recursive: true, force: true });
