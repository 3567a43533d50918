// Names and reports with markup, templates, scripts, turned writing and endless words, on every screen: text stays text.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES } from "./harness.mjs";

const WAIT = { timeout: 30_000 };
const MARKUP = "<img src=x onerror=\"window.ran='img'\"><script>window.ran='script'</script>";
const NAMES = {
  north: `North ${MARKUP}`,
  south: "South\u202Ehtuos\u2066 {{7*7}} ${7*7} {% x %}",
  open: "javascript:window.ran='link'",
  close: `"><svg onload="window.ran='svg'">`,
  wait: `=HYPERLINK("http://example.org/";"wait") \\input{x} ${"endlessly".repeat(40)}`,
  table: `Table ]]> --> </style></script> ${"W".repeat(300)}`,
};
const said = (name) => JSON.stringify(NAMES[name]);

const MODEL = `satumeja: 1
title: ${JSON.stringify(`Conflict ${MARKUP}`)}
description: ${JSON.stringify(`${MARKUP} ${"endlessly".repeat(200)}`)}
decision_makers:
  north:
    name: ${said("north")}
    options:
      open: {name: ${said("open")}}
      close: {name: ${said("close")}}
    preferences: [open, not wait]
  south:
    name: ${said("south")}
    options:
      wait: {name: ${said("wait")}}
    preferences: [wait, not close]
infeasible: [open & close]
status_quo: {open: N, close: N, wait: Y}
tables:
  first: {name: ${said("table")}, seats: [north, south]}
`;
const REPORT = `${MARKUP}

GENEVA, 3 March 2022. The United States demanded that Russia withdraw its troops, ${MARKUP} Blinken said.
"We will not withdraw {{7*7}}," Russian President Vladimir Putin said on Wednesday. \u202ENATO offered talks.

${"Endless".repeat(1500)}
`;

/** A case whose files mean harm. */
function harmful() {
  const folder = mkdtempSync(join(tmpdir(), "harmful-"));
  writeFileSync(join(folder, "harm.yaml"), MODEL);
  writeFileSync(join(folder, "harm <b>two &amp; ${x}.yaml"), MODEL);
  mkdirSync(join(folder, "reports"));
  return folder;
}

const SCREENS = { dossier: "positions", model: "matrix", tables: "tables", compare: "compare", brief: "frame", more: "more", cases: "case-list" };
/** What a script that ran would have left, and what it would have made of the page. */
const harmed = (page) => page.evaluate(() => [
  window.ran ?? "", document.querySelector("main img, main script, main svg[onload], [onerror], [onload]:not(body)")?.outerHTML ?? "",
  document.querySelector('a[href^="javascript:" i]')?.outerHTML ?? "",
].join(""));

for (const language of ["en", "id"])
  await journey(`text stays text on every screen (${language})`, async ({ page }) => {
    await page.locator('[data-testid^=tab-][aria-current="page"]').waitFor(WAIT);
    await at(page, "matrix").waitFor(WAIT);
    await at(page, "tab-reports").click();
    await page.setInputFiles("[data-testid=files]", [
      { name: "a<b onclick=x>&amp;{{7}}.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) },
      { name: "=cmd().csv.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT.replace("3 March", "4 March").replace("Blinken", "Lavrov")) },
    ]);
    await page.locator("[data-testid^=report-r]").nth(1).waitFor(WAIT);
    await at(page, "text").waitFor(WAIT);
    assert.equal(await harmed(page), "", "reports");
    assert.ok((await at(page, "text").innerText()).includes("<script>window.ran='script'</script>"), "what was written is shown");
    const wide = [];
    for (const [screen, sign] of Object.entries(SCREENS)) {
      await at(page, `tab-${screen}`).click();
      await at(page, sign).waitFor(WAIT);
      for (const [width, height] of [SIZES[0], SIZES[3]]) {
        await page.setViewportSize({ width, height });
        await page.waitForTimeout(200);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (over > 0) wide.push(`${screen} at ${width}: ${over} px`);
        await shoot(page, `hostile-${screen}-${language}-${width}`);
      }
      await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
      assert.equal(await harmed(page), "", screen);
    }
    assert.deepEqual(wide, [], "nothing is wider than the page");
    await at(page, "tab-brief").click();
    const frame = page.frameLocator('[data-testid="frame"]');
    await frame.locator("h1:visible").first().waitFor(WAIT);
    assert.match(await frame.locator("body").innerText(), /<script>window\.ran='script'<\/script>/);
    assert.equal(await harmed(page), "", "brief");
  }, { from: harmful(), language });
