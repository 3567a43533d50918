// The first half of the first hour: reports dropped, checked with one key a decision, added to.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { at, journey, select, shoot, violations } from "./harness.mjs";

const SHIPPED = new URL("../../src/satumeja/data/reports/", import.meta.url).pathname;
const REPORTS = ["en", "id"].map((language) => join(SHIPPED, `talks-2021-12-23.${language}.txt`));

const inHand = (page) => page.locator(".itemcard[aria-current]").getAttribute("data-testid");
const stateOf = (page, id) => at(page, id).getAttribute("data-state");
/** Waits until an item is in a state; the page says nothing before the server has. */
const becomes = (page, id, state) => page.waitForSelector(`[data-testid="${id}"][data-state="${state}"]`, { timeout: 10_000 });

async function openReports(page, files) {
  await toReports(page);
  await page.setInputFiles("[data-testid=files]", files);
  await page.waitForSelector("[data-testid^=item-r1-]", { timeout: 30_000 });
}

/** Goes to the screen of reports, once the app has shown the one it begins with. */
async function toReports(page) {
  await page.waitForSelector('[data-testid^=tab-][aria-current="page"]', { timeout: 30_000 });
  await at(page, "tab-reports").click();
}

for (const language of ["en", "id"]) {
  await journey(`reports are dropped, checked and added to (${language})`, async ({ page, folder }) => {
    await openReports(page, REPORTS);
    await page.waitForFunction(() => document.querySelectorAll("[data-testid^=report-r]").length === 2);
    assert.deepEqual(readFileSync(join(folder, "reports", "talks-2021-12-23.en.txt")), readFileSync(REPORTS[0]));

    // Going from one to the next decides nothing.
    const first = await inHand(page);
    for (const key of "jjjkk") await page.keyboard.press(key);
    assert.notEqual(await inHand(page), first);
    assert.equal(await page.locator(".itemcard:not([data-state=proposed])").count(), 0);
    await page.keyboard.press("k");
    assert.equal(await inHand(page), first);

    for (const [id, key, state] of [["item-r1-s1", "a", "accepted"], ["item-r1-s2", "a", "accepted"], ["item-r1-s3", "a", "accepted"], ["item-r1-s4", "r", "rejected"]]) {
      assert.equal(await inHand(page), id);
      await page.keyboard.press(key);
      await becomes(page, id, state);
    }
    assert.match(await page.locator(".said h2").innerText(), /\b4\b.*\b34\b/);
    await shoot(page, `reports-checked-${language}`);
    await page.keyboard.press("u");
    await becomes(page, "item-r1-s4", "proposed");
    assert.equal(await inHand(page), "item-r1-s4");
    // Redone and undone at the head of the page; and faster than the server answers.
    await at(page, "redo").click();
    await becomes(page, "item-r1-s4", "rejected");
    await at(page, "undo").click();
    await becomes(page, "item-r1-s4", "proposed");
    await page.evaluate(() => {
      for (const key of ["a", "r", "a", "u", "u", "u"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
    await page.waitForResponse((answer) => answer.request().method() === "DELETE", { timeout: 10_000 });
    await page.waitForSelector('[data-testid="item-r1-s4"][aria-current]', { timeout: 10_000 });
    for (const id of ["item-r1-s4", "item-r1-s5", "item-r1-s6"]) await becomes(page, id, "proposed");
    assert.equal(await inHand(page), "item-r1-s4");
    assert.notEqual(await at(page, "spoken").innerText(), "");

    const before = await page.locator("[data-testid^=item-r1-]").count();
    await select(page, "made many capitals fear a war");
    await page.keyboard.press("n");
    await at(page, "add-who").waitFor();
    await shoot(page, `reports-add-${language}`);
    await page.keyboard.type("Ukra");
    await page.keyboard.press("Enter");
    await page.waitForFunction((count) => document.querySelectorAll("[data-testid^=item-r1-]").length === count + 1, before);
    assert.match(await page.locator(".itemcard[aria-current]").innerText(), /made many capitals fear a war/);
    assert.match(await page.locator(".itemcard[aria-current]").innerText(), language === "id" ? /Ukraina/ : /Ukraine/);

    // Edited in its place: another speaker, and what is done by it.
    await at(page, "item-r1-s6").click();
    await page.keyboard.press("e");
    await at(page, "edit-who").fill("Ana Wibowo");
    await page.keyboard.press("Enter");
    await page.locator(".itemcard[aria-current] fieldset select").first().selectOption("refuse");
    await shoot(page, `reports-edit-${language}`);
    await at(page, "save").click();
    await becomes(page, "item-r1-s6", "edited");
    assert.match(await at(page, "item-r1-s6").innerText(), /Ana Wibowo/);
    await page.keyboard.press("u");
    await becomes(page, "item-r1-s6", "proposed");

    await at(page, "filter").selectOption("accepted");
    assert.ok(await page.locator(".itemcard:not([aria-current])").count() >= 3);
    await at(page, "filter").selectOption("all");
    assert.deepEqual(await violations(page), []);
    for (const id of ["to-option", "to-wish"]) assert.ok(await at(page, id).isVisible());
  }, { language });
}

await journey("words with emoji, marks and right-to-left letters are taken as they are selected", async ({ page, folder }) => {
  const file = join(folder, "letters.txt");
  writeFileSync(file, [
    "Talks 🕊️ Resume in Geneva", "GENEVA, 3 May 2024 (Wire) 👩‍👩‍👧‍👦 –",
    "Foreign Minister José Núñez said on Friday 🇮🇩 that Peru would withdraw its forces 🪖 from the border by June.",
    "وقال الوزير إن المحادثات ستستمر 🙂 غدا. Ecuador said it rejected the demand 👍🏽 of Peru.", "", "She said: “We want peace 🕊️ now.”",
  ].join("\n"));
  await openReports(page, [file]);
  const view = async () => JSON.parse(await page.evaluate(async () => {
    const { token } = JSON.parse(localStorage.getItem("satumeja.session"));
    const name = decodeURIComponent(location.hash.split("/")[2]);
    const answer = await fetch(`/api/v1/c/${encodeURIComponent(name)}/reports/r1`, { headers: { Authorization: `Bearer ${token}` } });
    return answer.text();
  }));
  for (const words of ["🕊️ Resume", "Núñez said on Friday 🇮🇩 that", "المحادثات ستستمر 🙂 غدا", "👍🏽 of Peru", "peace 🕊️ now", "👩‍👩‍👧‍👦"]) {
    const known = new Set((await view()).items.map((row) => row.id));
    await select(page, words);
    await page.keyboard.press("n");
    await at(page, "add-who").waitFor();
    await page.keyboard.type("Peru");
    await page.keyboard.press("Enter");
    await at(page, "add-who").waitFor({ state: "detached" });
    const { items, text } = await view();
    const added = items.find((row) => !known.has(row.id));
    assert.equal(added.words, words);
    assert.equal([...text].slice(...added.span).join(""), words);
    await page.waitForFunction((wanted) => document.querySelector(".itemcard[aria-current] blockquote")?.textContent === wanted, words);
    const lit = await page.locator(".mark.words[data-lit]").allInnerTexts();
    assert.equal(lit.join(""), words);
  }
});

await journey("files of every kind are told of one by one, and those that are no reports leave nothing", async ({ page, folder, faults }) => {
  const files = [
    { name: "cut.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj") },
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
    { name: "<img src=x onerror=alert(1)>.txt", mimeType: "text/plain", buffer: readFileSync(REPORTS[0]) },
    { name: "export.csv", mimeType: "text/csv", buffer: Buffer.from("Title,Text\nTalks open,\"Russia demanded on Monday that NATO leave the region, Lavrov said.\"\nTalks end,\"Russia and NATO agreed on Tuesday to meet again, Biden said.\"\n") },
  ];
  await toReports(page);
  await page.setInputFiles("[data-testid=files]", files);
  await page.waitForFunction(() => document.querySelectorAll(".drops [data-state=read], .drops [data-state=refused]").length === 4, null, { timeout: 30_000 });
  const states = await page.locator(".drops > li").evaluateAll((lines) => lines.map((line) => line.dataset.state));
  assert.deepEqual(states, ["refused", "refused", "read", "read"]);
  // The browser writes down each refusal; nothing else may have gone wrong.
  assert.equal(faults.splice(0).filter((line) => / 422 /.test(line)).length, 2);
  await page.waitForFunction(() => document.querySelectorAll("[data-testid^=report-r]").length === 3);
  assert.ok(!existsSync(join(folder, "reports", "cut.pdf")));
  assert.deepEqual(await violations(page), []);
  await shoot(page, "reports-dropped");
  // A file dropped anywhere on the page, by hand.
  const handed = await page.evaluateHandle((text) => {
    const held = new DataTransfer();
    held.items.add(new File([text], "second.txt", { type: "text/plain" }));
    return held;
  }, readFileSync(REPORTS[1], "utf8"));
  await page.dispatchEvent(".published", "dragover", { dataTransfer: handed });
  await page.waitForSelector(".drop[data-over]");
  await page.dispatchEvent(".published", "drop", { dataTransfer: handed });
  await page.waitForSelector("[data-testid=report-r4]", { timeout: 30_000 });
});

await journey("a large archive is read by a worker, and its first reports can be read meanwhile", async ({ page, folder }) => {
  const file = join(folder, "export.csv");
  const said = (place) => `"Russia demanded on Monday that NATO leave region ${place}, Foreign Minister Sergei Lavrov said. NATO rejected the demand."`;
  writeFileSync(file, ["Title,Text", ...Array.from({ length: 40 }, (_, place) => `Talks ${place},${said(place)}`)].join("\n"));
  await openReports(page, [file]);
  await page.waitForFunction(() => document.querySelectorAll("[data-testid^=report-r]").length === 40, null, { timeout: 60_000 });
  await page.waitForSelector(".drops [data-state=read]", { timeout: 60_000 });
  await shoot(page, "reports-archive");
});
