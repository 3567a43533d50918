import { makeCase, serve, openPage, at, violations } from "./tests/harness.mjs";
import { chromium } from "playwright-core";
const lang = process.argv[2] ?? "en", from = process.argv[3] ?? "/tmp/doss/case", scheme = process.argv[4] ?? "light";
const folder = makeCase(from);
const { address, stop } = await serve(folder);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const { page, faults } = await openPage(browser, address, { language: lang, scheme });

  await at(page, "tab-dossier").click();
   await at(page, "positions").waitFor({timeout:3000});
  await at(page, "cell-russia-talk").click();
  await at(page, "cell").waitFor();
  await page.screenshot({ path: `/tmp/doss/1-${lang}.png` });
  console.log("axe positions", await violations(page));
  for (const v of ["timeline", "disputes", "same"]) {
    await at(page, `view-${v}`).click(); await page.waitForTimeout(700);
    await page.screenshot({ path: `/tmp/doss/2-${v}-${lang}.png` });
    console.log("axe", v, await violations(page));
  }
  await at(page, "view-timeline").click();
  const art = page.locator('article[data-testid^="said-"]', { hasText: lang === "en" ? "heavy consequences" : "konsekuensi" }).first();
  await art.locator('[data-testid="point"]').click();
  await at(page, "point-preview").or(at(page, "point-fault")).waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/doss/3-point-${lang}.png` });
  console.log("axe point", await violations(page));
  await page.keyboard.press("Escape");
  await at(page, "make-model").click(); await at(page, "drafting").waitFor(); await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/doss/4-draft-${lang}.png` });
  console.log("axe draft", await violations(page));
  console.log("faults", faults);
} finally { await browser.close(); await stop(); }
