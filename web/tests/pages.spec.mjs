// Pages opened from files, every text in them harmful: nothing runs, nothing is asked for, nothing is out of place.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BROWSER, PROGRAM, recorder, shoot, SIZES } from "./harness.mjs";
import { chromium } from "playwright-core";

const folder = mkdtempSync(join(tmpdir(), "pages-"));
execFileSync(join(dirname(PROGRAM), "python"), ["-m", "harm.made", folder], {
  cwd: fileURLToPath(new URL("../../tests", import.meta.url)), stdio: "inherit",
});
const proxy = await recorder();
const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"], proxy: { server: proxy.address } });
/** What a script that ran would have left, and what could run or ask for something. */
const harmed = () => [
  window.ran ?? "",
  ...[...document.querySelectorAll("script, img, iframe, object, embed, base, link[href], [onerror], [onload], [onfocus], [onmouseover], use")]
    .map((element) => element.outerHTML.slice(0, 200)),
  ...[...document.querySelectorAll("a[href], form[action]")].filter((link) => !link.getAttribute("href")?.startsWith("#"))
    .map((link) => link.outerHTML.slice(0, 200)),
].filter(Boolean);
const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

try {
  const page = await browser.newPage();
  page.setDefaultTimeout(240_000);
  let faults = [];
  page.on("dialog", (dialog) => { faults.push(`a dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (line) => { if (line.type() === "error") faults.push(line.text()); });
  page.on("request", (request) => { if (!request.url().startsWith("file:")) faults.push(`a request to ${request.url()}`); });
  for (const name of readdirSync(folder).filter((file) => /\.(html|svg)$/.test(file)).sort()) {
    faults = [];
    await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
    await page.goto(pathToFileURL(join(folder, name)).href, { waitUntil: "domcontentloaded", timeout: 240_000 });
    if (name.endsWith(".html"))
      for (const [width, height] of [SIZES[0], SIZES[3]]) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
        const beyond = await page.evaluate(over);
        if (beyond > 0) faults.push(`${beyond} px wider than ${width}`);
        await shoot(page, `${name}-${width}`);
      }
    faults.push(...await page.evaluate(harmed));
    const told = faults.length ? `\n${faults.join("\n")}` : "";
    console.log(`${told ? "not ok" : "ok"} ${name}${told}`);
    if (told) process.exitCode = 1;
  }
  assert.deepEqual(proxy.asked, []);
} finally {
  await browser.close();
  proxy.stop();
  rmSync(folder, { recursive: true, force: true });
}
