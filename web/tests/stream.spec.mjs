// Tabs follow each other, and what other programs do, over one stream a browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey } from "./harness.mjs";

const PROGRAM = process.env.SATUMEJA ?? "../.venv/bin/satumeja";
const FILE = "talks.yaml";
const from = mkdtempSync(join(tmpdir(), "from-"));
execFileSync(PROGRAM, ["gallery", "chicken", "-o", join(from, FILE)]);

/** Names an option anew in the file, as an editor would. */
function rename(folder, name) {
  const path = join(folder, FILE);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(/^title:.*\n(  .*\n)*/m, `title: ${name}\n`);
  assert.notEqual(text, changed);
  writeFileSync(path, changed);
}

const shows = (page, words, within) => page.waitForFunction(
  (given) => document.body.innerText.includes(given), words, { timeout: within });

await journey("eight tabs follow an editor and each other", async ({ page, context, folder, origin }) => {
  await at(page, "tab-model").waitFor();
  const pages = [page];
  for (let number = 1; number < 8; number += 1) {
    const tab = await context.newPage();
    await tab.goto(`${origin}/#/cases`);
    await at(tab, "case-list").waitFor({ timeout: 3000 });
    pages.push(tab);
  }
  rename(folder, "Harbour");
  for (const tab of pages.slice(1)) await shows(tab, "Harbour", 1500);
  await pages.shift().close();
  rename(folder, "Lighthouse");
  for (const tab of pages) await shows(tab, "Lighthouse", 2500);
}, { from });

await journey("a page tells when its program has ended, and that a broken file is broken", async ({ page, folder, server, faults }) => {
  await at(page, "matrix").waitFor();
  writeFileSync(join(folder, FILE), "satumeja: 1\ntitle: [\n");
  await at(page, "note").waitFor({ timeout: 3000 });
  assert.match(await at(page, "note").innerText(), /talks\.yaml .* line /);
  server.kill("SIGINT");
  await shows(page, "does not answer", 4000);
  faults.length = 0; // the browser tells of each try to reach a program that has ended
}, { from });
