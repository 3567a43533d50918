// The pictures of the documentation: `node tests/pictures.mjs` makes them anew in ../docs/pictures.
import { chromium } from "playwright-core";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { at, makeCase, openPage, serve } from "./harness.mjs";

const PICTURES = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const SIZE = [1440, 900];
const SIGNS = { reports: "text", dossier: "positions", model: "matrix", tables: "tables", compare: "compare", brief: "frame" };
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";

const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"] });
for (const language of ["en", "id"]) {
  const folder = makeCase();
  const { address, stop } = await serve(folder);
  const { page } = await openPage(browser, address, { language, size: SIZE });
  const keep = (name) => page.screenshot({ path: join(PICTURES, `app-${name}.${language}.png`) });
  await at(page, "tab-cases").click();
  await at(page, "example").click();
  await at(page, "matrix").waitFor();
  for (const [screen, sign] of Object.entries(SIGNS)) {
    await at(page, `tab-${screen}`).click();
    await at(page, sign).waitFor();
    if (screen === "model") {
      await at(page, "cell-hold-7").click();
      await page.waitForFunction(() => document.querySelector("[data-testid=why]")?.textContent.length > 60);
    }
    if (screen === "dossier") await at(page, "cell-russia-talk").click({ timeout: 3_000 }).catch(() => {});
    await page.mouse.move(2, 2);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(800);
    await keep(screen);
  }
  await page.context().close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
await browser.close();
