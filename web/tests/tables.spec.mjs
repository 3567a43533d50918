// Tables, readings side by side, the brief and everything else the program can do, in a browser.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, violations } from "./harness.mjs";

const GALLERY = "../src/satumeja/gallery/conflicts";
const READINGS = ["december-2021-b.yaml", "december-2021-a.yaml", "december-2021-b2.yaml"];

/** A folder with the three readings of December 2021. */
function readings() {
  const folder = mkdtempSync(join(tmpdir(), "readings-"));
  for (const name of READINGS) writeFileSync(join(folder, name), readFileSync(join(GALLERY, name)));
  return folder;
}

const WAIT = 15_000;
const LOOKS = [
  { language: "en", scheme: "light" }, { language: "id", scheme: "dark" },
];

for (const look of LOOKS) {
  const called = `${look.language} ${look.scheme}`;

  await journey(`tables: seats, what opens, threats, ways (${called})`, async ({ page }) => {
    await at(page, "tab-tables").click();
    await at(page, "table-geneva").waitFor({ timeout: WAIT });
    await at(page, "table-geneva").click();
    await at(page, "opens-0").check();
    assert.ok(await page.locator('.tile[data-opened="true"]').count() > 0, "ticking shows what opens");
    await page.locator(".zone li .tile").first().click();
    assert.ok((await at(page, "outcome").textContent()).length > 10);
    assert.ok(await at(page, "threats").locator("tbody tr").count() >= 3);
    assert.ok(await at(page, "paths").locator("li").count() > 0);
    await at(page, "packages").click();
    await at(page, "sheet").waitFor({ timeout: WAIT });
    assert.deepEqual(await violations(page), []);
    await shoot(page, `tables-${look.language}-${look.scheme}`);
  }, { from: readings(), ...look });

  await journey(`readings: differences, wishes, what answers rest on (${called})`, async ({ page }) => {
    await at(page, "tab-compare").click();
    await at(page, "readings").waitFor({ timeout: WAIT });
    const differs = await page.locator(".readings tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.differs));
    assert.deepEqual(differs, [...differs].sort().reverse(), "what differs stands first");
    await at(page, "row-now").locator("button").click();
    assert.ok(await at(page, "wishes").locator('[data-only="true"]').count() > 0);
    await at(page, "recount").click();
    await page.locator(".rest").first().waitFor({ timeout: WAIT });
    assert.ok(await page.locator(".flip").count() > 0);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `compare-${look.language}-${look.scheme}`);
  }, { from: readings(), ...look });

  await journey(`brief: shown without scripts, saved, printed (${called})`, async ({ page, folder, origin, faults }) => {
    const papers = [];
    page.on("response", (answer) => { if (answer.url().startsWith(`${origin}/t/`)) papers.push(answer); });
    await at(page, "tab-brief").click();
    await at(page, "frame").waitFor({ timeout: WAIT });
    const frame = page.frameLocator('[data-testid="frame"]');
    await frame.locator("h1:visible").first().waitFor({ timeout: WAIT });
    const policy = papers[0].headers()["content-security-policy"];
    assert.match(policy, /^default-src 'none'; style-src 'sha256-/);
    assert.match(policy, /sandbox allow-same-origin allow-modals/);
    assert.equal(await at(page, "frame").getAttribute("sandbox"), "allow-same-origin allow-modals");
    const colour = await frame.locator("h1:visible").first().evaluate((head) => getComputedStyle(head).fontFamily);
    assert.ok(!/^"?Times/.test(colour), "the style of the brief is in force");
    const second = await page.evaluate((way) => fetch(way).then((answer) => answer.status), new URL(papers[0].url()).pathname);
    assert.equal(second, 404, "a ticket opens once");
    const ran = await page.evaluate(() => {
      const inside = document.querySelector('[data-testid="frame"]').contentWindow;
      inside.print = () => { window.printed = true; };
      const script = inside.document.createElement("p");
      script.setAttribute("onclick", "window.ran = true");
      inside.document.body.append(script);
      script.click();
      return inside.ran === true;
    });
    assert.equal(ran, false, "nothing runs in the frame");
    for (const fault of faults.splice(0)) assert.match(fault, /^Blocked script execution|status of 404/);
    await page.keyboard.press("Control+p");
    assert.equal(await page.evaluate(() => window.printed), true, "Ctrl+P prints the brief");
    await at(page, "save").click();
    await at(page, "note").waitFor({ timeout: WAIT });
    const [saved] = readdirSync(join(folder, "briefs"));
    assert.match(saved, /^december-2021-a-\d{4}-\d\d-\d\d\.html$|^december-2021-b-/);
    assert.ok(readFileSync(join(folder, "briefs", saved), "utf8").startsWith("<!DOCTYPE html>"));
    const fetched = page.waitForEvent("download");
    await at(page, "tables-xlsx").click();
    assert.match((await fetched).suggestedFilename(), /\.xlsx$/);
    assert.deepEqual(await violations(page), []);
    await shoot(page, `brief-${look.language}-${look.scheme}`);
  }, { from: readings(), ...look });

  await journey(`everything else: a question, a file, a model taken in (${called})`, async ({ page, folder }) => {
    await at(page, "tab-more").click();
    await at(page, "ask-coalitions").click();
    await at(page, "go-coalitions").click();
    await at(page, "sheet").waitFor({ timeout: WAIT });
    const fetched = page.waitForEvent("download");
    await at(page, "figure-svg").click();
    assert.match((await fetched).suggestedFilename(), /ranking\.svg$/);
    await at(page, "take-in").setInputFiles({
      name: "chicken.yaml", mimeType: "text/yaml", buffer: readFileSync(join(GALLERY, "chicken.yaml")),
    });
    await at(page, "note").waitFor({ timeout: WAIT });
    assert.ok(existsSync(join(folder, "chicken.yaml")));
    assert.deepEqual(await violations(page), []);
    await shoot(page, `more-${look.language}-${look.scheme}`);
  }, { from: readings(), ...look });
}

await journey("a reading is made with one click, and set beside the others", async ({ page, folder }) => {
  await at(page, "tab-compare").click();
  await at(page, "duplicate").click();
  await at(page, "reading-name").fill("Peace first");
  await page.keyboard.press("Enter");
  await page.locator('.readings thead th:nth-child(5)').waitFor({ timeout: WAIT });
  assert.ok(readdirSync(folder).some((name) => name.endsWith("Peace first.yaml")));
}, { from: readings() });
