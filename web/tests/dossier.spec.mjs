// The dossier: who stands where, the way from a sentence to a wish that cites it, and a model of all.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const PROGRAM = process.env.SATUMEJA ?? "../.venv/bin/satumeja";
const REPORTS = "../src/satumeja/data/reports";
const MODEL = "../src/satumeja/gallery/conflicts/december-2021-b.yaml";

/** A case of two reports, with a model or without. */
function caseOf(model) {
  const folder = mkdtempSync(join(tmpdir(), "dossier-"));
  execFileSync(PROGRAM, ["dossier", join(REPORTS, "talks-2021-12-23.en.txt"), join(REPORTS, "talks-2021-12-23.id.txt"), "--out", join(folder, "dossier.db")]);
  if (model) copyFileSync(model, join(folder, "talks.yaml"));
  return folder;
}

const talks = caseOf(MODEL);
const reports = caseOf();
const read = (folder, file = "talks.yaml") => readFileSync(join(folder, file), "utf8");

/** Shows the sentences of one cell of the table. */
async function cell(page, actor, issue) {
  await at(page, "tab-dossier").click();
  await at(page, `cell-${actor}-${issue}`).click();
  await at(page, "cell").waitFor();
}

for (const language of ["en", "id"]) {
  await journey(`goes from a sentence to a wish that cites it, in ${language}`, async ({ page, folder }) => {
    const before = read(folder);
    await cell(page, "us", "close_door");
    await at(page, "cell").locator('[data-testid="point"]').first().click();
    await at(page, "point-preview").waitFor();
    await page.locator('[data-testid="pointing"] input[type="radio"]').nth(1).waitFor();
    const ways = page.locator('[data-testid="pointing"] .way');
    const wish = ways.filter({ hasText: language === "en" ? "a wish of" : "keinginan" }).first();
    await wish.locator("input").check();
    await at(page, "wanted-option").selectOption("russia.attack");
    await at(page, "wanted-not").click();
    await page.waitForFunction(() => document.querySelector('[data-testid="point-add"]')?.disabled === false);
    assert.equal(await at(page, "point-text").inputValue(), "-russia.attack");
    await at(page, "point-place").selectOption("0");
    await at(page, "point-because-en").fill("Washington said so.");
    await page.waitForFunction(() => document.querySelector('[data-testid="point-add"]')?.disabled === false);
    assert.equal(read(folder), before, "nothing is written before it is added");
    await shoot(page, `point-${language}`);
    await at(page, "point-add").click();
    await at(page, "pointing").waitFor({ state: "detached" });
    const after = read(folder);
    assert.match(after, /statement: -russia\.attack[\s\S]{0,200}dossier:r\d+#[as]\d+@/);
    assert.match(after, /Washington said so\./);
    await at(page, "undo").click();
    await page.waitForFunction(() => document.querySelector('[data-testid="undo"]').disabled);
    assert.equal(read(folder), before, "one step takes it back to the byte");
  }, { from: talks, language });
}

await journey("does the same with keys alone", async ({ page, folder }) => {
  await at(page, "tab-dossier").click();
  await at(page, "positions").waitFor();
  await page.locator(".stand[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement?.classList.contains("stand") && document.activeElement.dataset.place !== "0-0");
  await page.keyboard.press("Enter");
  await at(page, "cell").locator('[data-testid="point"]').first().focus();
  await page.keyboard.press("Enter");
  await at(page, "point-preview").or(at(page, "point-fault")).waitFor();
  assert.equal(await page.evaluate(() => document.querySelector('[data-testid="pointing"]').contains(document.activeElement)), true);
  const before = read(folder);
  await page.keyboard.press("Escape");
  await at(page, "pointing").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "point", "the focus is back where it was");
  assert.equal(read(folder), before);
}, { from: talks });

await journey("opens the report of a sentence at its mark", async ({ page }) => {
  await cell(page, "russia", "talk");
  await at(page, "cell").locator('[data-testid="open-report"]').first().click();
  await page.locator("[data-testid^=item-r1-]").first().waitFor();
}, { from: talks });

await journey("adds a sentence to a wish", async ({ page, folder }) => {
  await at(page, "tab-model").click();
  await at(page, "cites-russia-4").click();
  await at(page, "add-evidence").click();
  await at(page, "seeking").waitFor();
  await at(page, "cell-us-close_door").click();
  await at(page, "cell").locator('[data-testid="cite"]').first().click();
  await page.waitForFunction(() => document.querySelector('[data-testid="point-add"]')?.disabled === false);
  await page.waitForFunction(() => /preferences/.test(document.querySelector('[data-testid="point-target"]').value));
  await page.waitForFunction(() => document.querySelector('[data-testid="point-add"]').disabled === false);
  await at(page, "point-add").click();
  await at(page, "pointing").waitFor({ state: "detached" });
  assert.match(read(folder), /evidence: \[wire#s5, "?dossier:r\d+#[as]\d+@\w+"?\]/);
}, { from: talks });

await journey("filters by words, day and kind", async ({ page }) => {
  await at(page, "tab-dossier").click();
  await at(page, "view-timeline").click();
  await page.locator(".saying").first().waitFor();
  const all = await page.locator(".saying").count();
  await at(page, "filter-words").fill("guarantee");
  await at(page, "view-search").waitFor();
  await page.waitForFunction((count) => document.querySelectorAll(".saying").length < count, all);
  for (const text of await page.locator(".saying blockquote").allTextContents()) assert.match(text, /guarantee/i);
  await at(page, "view-search").click();
  await at(page, "search").waitFor();
}, { from: talks });

await journey("makes a model of what was said, of those who are chosen", async ({ page, folder }) => {
  await at(page, "tab-dossier").click();
  await at(page, "make-model").click();
  await at(page, "party-russia").waitFor();
  await at(page, "party-nato").uncheck();
  await at(page, "draft").click();
  await at(page, "matrix").waitFor();
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  assert.match(read(folder, file), /# DECIDE d1/);
  assert.doesNotMatch(read(folder, file), /^ {2}nato:/m);
  execFileSync(PROGRAM, ["check", join(folder, file)]);
}, { from: reports });

for (const language of ["en", "id"])
  for (const scheme of ["light", "dark"])
    for (const size of SIZES)
      await journey(`looks right: ${language} ${scheme} ${size.join("x")}`, async ({ page }) => {
        await cell(page, "russia", "talk");
        for (const view of ["positions", "timeline", "disputes", "same"]) {
          await at(page, `view-${view}`).click();
          await page.waitForTimeout(200);
          assert.deepEqual(await violations(page), [], view);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${view} scrolls sideways`);
          await shoot(page, `dossier-${view}-${language}-${scheme}-${size[0]}`);
        }
        await at(page, "view-timeline").click();
        await page.locator('[data-testid="point"]').nth(5).click();
        await at(page, "point-preview").or(at(page, "point-fault")).first().waitFor();
        assert.deepEqual(await violations(page), [], "pointing");
        await shoot(page, `pointing-${language}-${scheme}-${size[0]}`);
      }, { from: talks, language, scheme, size });

for (const folder of [talks, reports]) rmSync(folder, { recursive: true, force: true });
