// Every screen, in both languages and schemes, at four sizes: nothing wider than the page, and
// nothing that axe finds. SHOTS keeps a picture of each; PROOF=1 tries all of them, else a share.
import assert from "node:assert/strict";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const SLOW = { timeout: 30_000 };
/** What shows that a screen has come. */
const SCREENS = {
  reports: "text", dossier: "positions", model: "matrix", tables: "tables", compare: "compare",
  brief: "frame", more: "more",
};
const isWhole = Boolean(process.env.PROOF);
const SHARE = [["light", SIZES[0]], ["dark", SIZES[3]]];
const EVERY = ["light", "dark"].flatMap((scheme) => SIZES.map((size) => [scheme, size]));

async function look(page, name, faults) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${name}: ${wide} px wider than the page`);
  for (const each of await violations(page)) faults.push(`${name}: ${each}`);
  await shoot(page, name);
}

for (const language of ["en", "id"])
  await journey(`every screen is whole and open to all (${language})`, async ({ page }) => {
    const faults = [];
    await page.locator('[data-testid^=tab-][aria-current="page"]').waitFor(SLOW);
    await at(page, "tab-cases").click(SLOW);
    await at(page, "example").waitFor(SLOW);
    for (const [scheme, [width, height]] of isWhole ? EVERY : SHARE) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await look(page, `cases-${language}-${scheme}-${width}`, faults);
    }
    await at(page, "example").click();
    await at(page, "matrix").waitFor(SLOW);
    for (const [screen, sign] of Object.entries(SCREENS)) {
      await at(page, `tab-${screen}`).click();
      await at(page, sign).waitFor(SLOW);
      await page.waitForTimeout(400);
      for (const [scheme, [width, height]] of isWhole ? EVERY : SHARE) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height });
        await page.waitForTimeout(100);
        await look(page, `${screen}-${language}-${scheme}-${width}`, faults);
      }
      await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
    }
    assert.deepEqual(faults, []);
  }, { language });
