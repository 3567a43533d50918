// The drawer of the history: steps in words, looking back, going back, what others wrote, undo.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const MODEL = "../src/satumeja/gallery/conflicts/december-2021-a.yaml";
const FILE = "talks.yaml";
const from = mkdtempSync(join(tmpdir(), "history-"));
copyFileSync(MODEL, join(from, FILE));

const read = (folder) => readFileSync(join(folder, FILE), "utf8");
const until = (page, check, ...given) => page.waitForFunction(check, ...given, { timeout: 10_000 });
const steps = (page) => page.$$eval("[data-testid=steps] li", (items) => items.map((item) => item.innerText));
const counted = (page, count) => until(page, (wanted) =>
  document.querySelectorAll("[data-testid=steps] li").length === wanted, count);

/** Moves Russia's third wish to the top, by keys. */
async function move(page) {
  await at(page, "grip-russia-3").focus();
  for (const key of ["Space", "ArrowUp", "ArrowUp", "Enter"]) await page.keyboard.press(key);
  await until(page, () => !document.querySelector('[data-testid="undo"]').disabled
    && document.querySelector('[data-testid="answer"]').dataset.preview !== "true");
}

for (const language of ["en", "id"]) {
  await journey(`looks back and goes back in ${language}`, async ({ page, folder }) => {
    await at(page, "matrix").waitFor();
    const first = read(folder);
    await move(page);
    await until(page, () => document.querySelector('[data-testid="diff"]')?.textContent);
    const second = read(folder);
    assert.notEqual(second, first);
    await at(page, "history").click();
    await counted(page, 2);
    const said = await steps(page);
    assert.match(said[0], language === "en"
      ? /Russia: wish 3 \(not “Attack Ukraine”\) moved to place 1/
      : /Rusia: keinginan 3 \(tidak “Menyerang Ukraina”\) dipindahkan ke urutan 1/);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `history-${language}`);

    await page.locator("[data-testid^=look-]").last().click();
    await at(page, "past").waitFor();
    assert.equal(read(folder), second, "looking changes nothing");
    assert.equal(await at(page, "undo").isDisabled(), true);
    assert.equal(await page.locator('[data-testid="grip-russia-3"]:not([disabled])').count(), 0, "nothing can be dragged in the past");
    assert.deepEqual(await violations(page), []);
    await shoot(page, `history-past-${language}`);
    await at(page, "past-now").click();
    await until(page, () => !document.querySelector('[data-testid="past"]'));

    await page.locator("[data-testid^=back-]").last().click();
    await counted(page, 3);
    assert.equal(read(folder), first, "back to the byte");
    await page.keyboard.press("Escape");
    await until(page, () => document.activeElement?.dataset.testid === "history");
    await at(page, "undo").click();
    await until(page, () => !document.querySelector('[data-testid="redo"]').disabled);
    assert.equal(read(folder), second, "going back is itself a step");
  }, { from, language });
}

await journey("undoes what another program wrote over, and puts back what was removed", async ({ page, folder }) => {
  await at(page, "matrix").waitFor();
  const first = read(folder);
  writeFileSync(join(folder, FILE), first.replace("title:", "# mine\ntitle:"));
  await until(page, () => !document.querySelector('[data-testid="undo"]').disabled);
  await at(page, "undo").click();
  await until(page, () => !document.querySelector('[data-testid="redo"]').disabled);
  assert.equal(read(folder), first);
  await at(page, "history").click();
  await counted(page, 3);
  assert.match((await steps(page))[1], /another program/);

  renameSync(join(folder, FILE), join(folder, "away.bak"));
  await page.keyboard.press("Escape");
  await at(page, "note").getByRole("button", { name: "Put it back" }).click();
  await until(page, () => document.querySelector('[data-testid="redo"]') && !document.querySelector('[data-testid="note"]'));
  assert.equal(read(folder), first);

  await page.waitForTimeout(1200); // the folder is looked at twice a second
  renameSync(join(folder, FILE), join(folder, "away.bak"));
  await at(page, "note").waitFor();
  await at(page, "lang-id").click();
  await at(page, "history").click();
  await at(page, "put-back").click();
  await until(page, () => !document.querySelector('[data-testid="put-back"]'));
  assert.equal(read(folder), first);
}, { from });

await journey("shows the text of a step that was not sound", async ({ page, folder }) => {
  await at(page, "matrix").waitFor();
  const first = read(folder);
  const broken = first.replace("satumeja: 1", "satumeja: [");
  writeFileSync(join(folder, FILE), broken);
  await at(page, "note").getByRole("button", { name: "Undo" }).click();
  await until(page, () => !document.querySelector('[data-testid="note"]'));
  assert.equal(read(folder), first, "what broke the file is taken back with one click");
  await at(page, "history").click();
  await counted(page, 3);
  await page.locator("[data-testid^=look-]").first().click();
  await page.locator("[data-testid=steps] pre").waitFor();
  assert.equal(await page.locator("[data-testid=steps] pre").textContent(), broken);
  assert.match(await page.locator("[data-testid=steps] .fault").first().textContent(), /^1:\d+ /);
}, { from });

for (const size of SIZES) {
  for (const scheme of ["light", "dark"]) {
    await journey(`fits ${size.join("×")} ${scheme}`, async ({ page }) => {
      await at(page, "matrix").waitFor();
      await move(page);
      await at(page, "history").click();
      await counted(page, 2);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "no scroll to the side");
      assert.deepEqual(await violations(page), []);
      await shoot(page, `history-${size.join("x")}-${scheme}`);
    }, { from, size, scheme });
  }
}

rmSync(from, { recursive: true, force: true });
