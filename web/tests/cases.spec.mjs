// The first minutes: the list of cases, its doors, the lesson, the tour and the keys.
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const GAME = mkdtempSync(join(tmpdir(), "game-"));
copyFileSync(new URL("../../src/satumeja/gallery/conflicts/chicken.yaml", import.meta.url), join(GAME, "chicken.yaml"));
const SLOW = { timeout: 20_000 };
const shows = (page, words) => page.waitForFunction((given) => document.body.innerText.includes(given), words, SLOW);

for (const language of ["en", "id"]) {
  const scheme = language === "en" ? "light" : "dark";
  await journey(`begins cases in ${language}`, async ({ page, folder }) => {
    await at(page, "tab-reports").waitFor(SLOW);
    await at(page, "tab-cases").click();
    await at(page, "door-blank").waitFor(SLOW);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `cases-${language}`);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${width}: ${wide} too wide`);
    }
    await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
    await at(page, "case-name").fill("Talks: one/two");
    await at(page, "door-blank").click();
    await at(page, "matrix").waitFor(SLOW);
    assert.ok(existsSync(join(folder, "Satu Meja", "Talks- one-two", "Talks- one-two.yaml")));

    await at(page, "tab-cases").click();
    await at(page, "door-gallery").click();
    await at(page, "begin-elmira").waitFor(SLOW);
    await at(page, "gallery-search").fill("uniroyal");
    assert.equal(await page.locator('[data-testid^="begin-"]').count(), 1);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `gallery-${language}`);
    await at(page, "begin-elmira").click();
    await at(page, "matrix").waitFor(SLOW);

    await at(page, "tab-cases").click();
    await at(page, "case-Talks- one-two").click();
    await at(page, "matrix").waitFor(SLOW);
  }, { language, scheme });

  await journey(`gives a lesson in ${language}`, async ({ page }) => {
    await at(page, "tab-reports").waitFor(SLOW);
    await at(page, "tab-cases").click();
    await at(page, "lesson").click();
    await at(page, "outcome-4").click();
    assert.equal(await page.locator("[data-holds]").count(), 0);
    await at(page, "reveal").click();
    assert.equal(await at(page, "outcome-4").getAttribute("data-holds"), "");
    assert.equal(await page.locator("[data-holds]").count(), 1);
    await at(page, "lesson-answer").waitFor();
    assert.deepEqual(await violations(page), []);
    // Silence becomes what each likes best: the dilemma is a hunt for a stag, and silence holds too.
    for (const side of [0, 1]) {
      await at(page, `like-${side}-2`).focus();
      await page.keyboard.press("ArrowUp");
      await page.waitForTimeout(300);
    }
    await page.waitForFunction(() => document.querySelectorAll("[data-holds]").length === 2, undefined, SLOW);
    assert.notEqual(await at(page, "spoken").innerText(), "");
    await shoot(page, `lesson-${language}`);
  }, { language, scheme });

  await journey(`shows round in ${language}`, async ({ page }) => {
    await at(page, "tab-reports").waitFor(SLOW);
    await at(page, "tab-cases").click();
    await at(page, "start-tour").click();
    await page.locator("[data-toured]").waitFor(SLOW);
    assert.match(await at(page, "tour").innerText(), /1 (of|dari) 6/);
    await at(page, "tour-next").click();
    await at(page, "tour-next").click();
    await page.locator('[data-testid^="grip-"][data-toured]').first().waitFor(SLOW);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `tour-${language}`);
    await at(page, "tour-leave").click();
    assert.equal(await page.locator("[data-toured]").count(), 0);
    await at(page, "keys").click();
    await at(page, "drawer-keys").waitFor();
    assert.deepEqual(await violations(page), []);
    await shoot(page, `keys-${language}`);
    await at(page, "keys-tour").click();
    await at(page, "tour").waitFor();
    assert.match(await at(page, "tour").innerText(), /3 (of|dari) 6/);
    for (let step = 3; step < 6; step += 1) await at(page, "tour-next").click();
    await shows(page, language === "en" ? "Finish" : "Selesai");
    await at(page, "tour-next").click();
    assert.equal(await at(page, "tour").count(), 0);
  }, { language, scheme });
}

// Another server has another port, and a browser keeps nothing of one for the other.
process.env.XDG_STATE_HOME = mkdtempSync(join(tmpdir(), "state-"));
const inIndonesian = (page) => page.locator('[data-testid=lang-id][aria-pressed="true"]').waitFor(SLOW);

await journey("takes a language, and plain words or terms", async ({ page }) => {
  await at(page, "lang-id").click(SLOW);
  await inIndonesian(page);
  await at(page, "technical").check(SLOW);
  await page.waitForTimeout(500);
}, { from: GAME });

await journey("knows the next time what was chosen", async ({ page }) => {
  await inIndonesian(page);
  await at(page, "technical").waitFor(SLOW);
  assert.ok(await at(page, "technical").isChecked());
}, { from: GAME });
