// The first hour: from two dropped reports to a brief in the folder, by hand and by keys alone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { at, journey, PROGRAM, select, shoot } from "./harness.mjs";

const SHIPPED = new URL("../../src/satumeja/data/reports/", import.meta.url).pathname;
const REPORTS = ["en", "id"].map((language) => join(SHIPPED, `talks-2021-12-23.${language}.txt`));

const shown = (page, id) => at(page, id).waitFor({ timeout: 60_000 });
const modelOf = (folder) => join(folder, readdirSync(folder).find((name) => name.endsWith(".yaml")));
const saved = (page) => page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));

/** Presses Tab until a control has the focus, as a person without a mouse does. */
async function tabTo(page, id, most = 200) {
  for (let presses = 0; presses < most; presses += 1) {
    const held = await page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
    if (held === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${id}`);
}

/** Goes into the table of states, down to the row that tells what holds, and asks there. */
async function askByKeys(page) {
  const held = () => page.evaluate(() => ({ ...document.activeElement.dataset }));
  for (let presses = 0; presses < 200 && !(await held()).state; presses += 1) await page.keyboard.press("Tab");
  for (let rows = 0; rows < 60 && !(await held()).testid?.startsWith("cell-"); rows += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** How each thing is done: with the mouse, or with keys alone. */
const HANDS = {
  hand: {
    press: (page, id) => at(page, id).click(),
    async raise(page, maker) {
      const grip = await at(page, `grip-${maker}-3`).boundingBox();
      const first = await at(page, `want-${maker}-1`).boundingBox();
      await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
      await page.mouse.down();
      await page.mouse.move(grip.x + 5, first.y + 20, { steps: 8 });
      await page.mouse.move(grip.x + 5, first.y + 2, { steps: 4 });
      await page.mouse.up();
    },
  },
  keys: {
    async press(page, id) { await tabTo(page, id); await page.keyboard.press("Enter"); },
    async raise(page, maker) {
      await tabTo(page, `grip-${maker}-3`);
      for (const key of ["Space", "ArrowUp", "ArrowUp", "Enter"]) await page.keyboard.press(key);
    },
  },
};

async function firstHour({ page, folder }, language, how) {
  const { press, raise } = HANDS[how];
  const walked = [];
  let start = Date.now();
  const step = (name) => { walked.push(`${name} ${((Date.now() - start) / 1000).toFixed(1)} s`); start = Date.now(); };

  await shown(page, "drop");
  await page.setInputFiles("[data-testid=files]", REPORTS);
  await page.waitForFunction(() => document.querySelectorAll("[data-testid^=report-r]").length === 2, null, { timeout: 30_000 });
  await shown(page, "item-r1-s1");
  step("two reports read");

  for (const [key, item, state] of [["a", "s1", "accepted"], ["a", "s2", "accepted"], ["a", "s3", "accepted"], ["r", "s4", "rejected"], ["u", "s4", "proposed"]]) {
    await page.keyboard.press(key);
    await page.waitForSelector(`[data-testid="item-r1-${item}"][data-state="${state}"]`, { timeout: 30_000 });
  }
  const before = await page.locator("[data-testid^=item-r1-]").count();
  await select(page, "made many capitals fear a war");
  await page.keyboard.press("n");
  await shown(page, "add-who");
  await page.keyboard.type(language === "id" ? "Ukraina" : "Ukraine");
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelectorAll("[data-testid^=item-r1-]").length > count, before);
  step("five decisions, one statement added");

  await press(page, "tab-dossier");
  await shown(page, "positions");
  await press(page, "make-model");
  await shown(page, "drafting");
  await press(page, "draft");
  await shown(page, "matrix");
  step("a model drafted");
  const file = modelOf(folder);

  // A sentence becomes an option or a wish of the model, cited.
  await press(page, "tab-reports");
  const cited = readFileSync(file, "utf8").match(/#s\d+/g).length;
  for (const id of ["to-option", "to-wish"]) {
    await shown(page, "item-r1-s2");
    if (how === "hand") await at(page, "item-r1-s2").click();
    else { await page.keyboard.press("k"); await page.keyboard.press("j"); }
    await press(page, id);
    await shown(page, "pointing");
    await at(page, "point-add").waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("[data-testid=way-0]"));
    if (await at(page, "point-add").isEnabled()) {
      await press(page, "point-add");
      await page.waitForSelector("[data-testid=pointing]", { state: "detached" });
    } else await page.keyboard.press("Escape");
  }
  step("made of sentences");
  assert.ok(readFileSync(file, "utf8").match(/#s\d+/g).length >= cited);
  assert.match(readFileSync(file, "utf8"), /evidence:/);

  await press(page, "tab-model");
  await shown(page, "matrix");
  const maker = await page.evaluate(() => [...document.querySelectorAll("[data-testid^=tab-]")]
    .map((tab) => tab.dataset.testid.slice(4)).find((id) => document.querySelector(`[data-testid="wants-${id}"]`)));
  assert.ok(maker, "a side with wishes is in view");
  const text = readFileSync(file);
  const third = await at(page, `want-${maker}-3`).innerText();
  await raise(page, maker);
  await page.waitForFunction(([id, words]) => document.querySelector(`[data-testid="want-${id}-1"]`)?.textContent.includes(words),
    [maker, third.split("\n").find((line) => line.length > 6)], { timeout: 30_000 });
  assert.notDeepEqual(readFileSync(file), text);
  assert.notEqual(await at(page, "spoken").innerText(), "");
  if (how === "keys") {
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), `grip-${maker}-1`);
    await page.keyboard.press("Control+z");
    await page.waitForFunction(([id, words]) => document.querySelector(`[data-testid="want-${id}-3"]`)?.textContent.includes(words),
      [maker, third.split("\n").find((line) => line.length > 6)], { timeout: 30_000 });
    assert.deepEqual(readFileSync(file), text);
  }
  step("a wish raised");

  if (how === "hand") await page.locator('[data-testid^="cell-hold-"]').first().click();
  else await askByKeys(page);
  await shown(page, "why");
  assert.ok((await at(page, "why").innerText()).length > 60);
  await shoot(page, `first-hour-why-${language}-${how}`);
  step("asked why");

  await press(page, "tab-tables");
  await shown(page, "tables");
  step("tables shown");
  await press(page, "tab-brief");
  await shown(page, "frame");
  const frame = page.frameLocator("[data-testid=frame]");
  await frame.locator("h1:visible").first().waitFor({ timeout: 60_000 });
  await press(page, "save");
  await page.waitForFunction(() => document.querySelector("[data-testid=note]") || document.querySelector("[data-kind=said]"), null, { timeout: 60_000 });
  assert.equal(readdirSync(join(folder, "briefs")).length, 1);
  assert.ok(existsSync(file));
  execFileSync(PROGRAM, ["check", file], { stdio: "pipe" });
  step("a brief saved");
  await saved(page);
  console.log(`   ${walked.join(", ")}`);
}

for (const language of ["en", "id"])
  for (const how of ["hand", "keys"])
    await journey(`from two reports to a brief, by ${how} (${language})`, (tools) => firstHour(tools, language, how), { language });
