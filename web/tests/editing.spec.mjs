// A model built and changed without its text: by clicks, by keys alone, in both languages.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, journey, shoot, SIZES, violations } from "./harness.mjs";

const PROGRAM = process.env.SATUMEJA ?? "../.venv/bin/satumeja";
const GALLERY = "../src/satumeja/gallery/conflicts";
const REPORT = "../src/satumeja/data/reports/talks-2021-12-23.en.txt";
const CHICKEN = `satumeja: 1
title: {en: Chicken}
states: [{id: both, name: {en: Both swerve}}, {id: first, name: {en: The first swerves}}, second, crash]
decision_makers:
  one:
    name: {en: One}
    moves: [[both, second], [second, both], [first, crash], [crash, first]]
    ranking: [second, both, first, crash]
  two:
    moves: [[both, first], [first, both], [second, crash], [crash, second]]
    ranking: first > both = second > crash
status_quo: both
`;
const made = [];

/** A folder that a case is copied from. */
function folderWith(fill) {
  const folder = mkdtempSync(join(tmpdir(), "editing-"));
  fill(folder);
  made.push(folder);
  return folder;
}
const gallery = (name) => folderWith((folder) => copyFileSync(join(GALLERY, `${name}.yaml`), join(folder, "talks.yaml")));
const empty = folderWith(() => undefined);
const talks = gallery("december-2021-b");
const graph = folderWith((folder) => writeFileSync(join(folder, "talks.yaml"), CHICKEN));
const weighted = gallery("gisborne-unknown");
const drafted = folderWith((folder) => execFileSync(PROGRAM, ["draft", REPORT, "-o", join(folder, "talks.yaml")]));

const modelIn = (folder) => readdirSync(folder).find((name) => name.endsWith(".yaml"));
const read = (folder) => readFileSync(join(folder, modelIn(folder)), "utf8");
const isSound = (folder) => execFileSync(PROGRAM, ["check", join(folder, modelIn(folder))]);
const present = (page, id) => at(page, id).waitFor({ timeout: 15_000 });
const gone = (page, id) => at(page, id).waitFor({ state: "detached", timeout: 15_000 });
const until = (page, check, ...given) => page.waitForFunction(check, ...given, { timeout: 15_000 });
const textOf = async (page, id) => (await at(page, id).textContent()).trim();
const holds = async (text, ...parts) => { for (const part of parts) assert.ok(text.includes(part), `${part} in\n${text}`); };

/** Waits until the file says something. */
async function says(folder, part) {
  for (let times = 0; times < 100; times++) {
    if (modelIn(folder) && read(folder).includes(part)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${part} not in\n${read(folder)}`);
}

await journey("builds a whole small model by clicks", async ({ page, folder }) => {
  await at(page, "tab-model").click();
  await present(page, "blank");
  await at(page, "blank-title").fill("The river and the dam");
  await at(page, "blank-side-1").fill("Upstream");
  await at(page, "blank-option-1-1").fill("Build the dam");
  await at(page, "blank-more-1").click();
  await at(page, "blank-option-1-2").fill("Share the water");
  await at(page, "blank-side-2").fill("Downstream");
  await at(page, "blank-option-2-1").fill("Go to court");
  assert.deepEqual(await violations(page), []);
  await at(page, "blank-make").click();
  await present(page, "matrix");
  isSound(folder);
  await at(page, "add-wish").click();
  await at(page, "first-chip").click();
  await page.getByRole("option", { name: /Build the dam/ }).click();
  await present(page, "chip-all");
  await at(page, "join-and").click();
  await at(page, "pick").fill("court");
  await page.keyboard.press("Enter");
  await at(page, "chip-1").click();
  await at(page, "negate").click();
  await until(page, () => document.querySelector('[data-testid="condition-text"]').value === "build_dam & -go_court");
  await until(page, () => /1 of 8|2 of 8/.test(document.querySelector('[data-testid="means"]').textContent));
  await until(page, () => document.querySelector('[data-testid="answer"]').dataset.preview === "true");
  assert.ok(!read(folder).includes("build_dam &"), "nothing is written before it is added");
  await at(page, "keep-clause").click();
  await present(page, "want-upstream-1");
  await at(page, "tab-downstream").click();
  await at(page, "add-wish").click();
  await at(page, "condition-text").fill("-buld_dam");
  await until(page, () => document.querySelector('[data-testid="condition-fault"]').textContent.includes("did you mean"));
  assert.ok(await at(page, "keep-clause").isDisabled());
  await at(page, "condition-text").fill("-build_dam");
  await until(page, () => document.querySelector('[data-testid="chip-all"]')?.textContent.includes("Build the dam"));
  await page.getByText("Why, and how strongly").click();
  await at(page, "because-en").fill("The fields need the water.");
  await at(page, "mark-greatly").check();
  await at(page, "keep-clause").click();
  await present(page, "want-downstream-1");
  await holds(read(folder), "greatly: yes", "The fields need the water.");
  await at(page, "pane-rules").click();
  await at(page, "add-rule").click();
  await at(page, "rule-kind").selectOption("requires");
  await at(page, "first-chip").click();
  await page.getByRole("option", { name: /Share the water/ }).click();
  await at(page, "first-chip").click();
  await page.getByRole("option", { name: /Build the dam/ }).click();
  await until(page, () => document.querySelector('[data-testid="removes"]').textContent.includes("2 of the 8"));
  await at(page, "keep-rule").click();
  await present(page, "rule-1");
  await holds(read(folder), "requires");
  await at(page, "pane-lines").click();
  await at(page, "add-line-downstream").click();
  await at(page, "condition-text").fill("build_dam & -share_water");
  await until(page, () => !document.querySelector('[data-testid="keep-clause"]').disabled);
  await at(page, "keep-clause").click();
  await present(page, "line-downstream-1");
  await at(page, "line-downstream-1-switch").click();
  await until(page, () => document.querySelector('[data-testid="line-downstream-1"]').dataset.off === "true");
  await holds(read(folder), "#~");
  await at(page, "line-downstream-1-switch").click();
  await until(page, () => document.querySelector('[data-testid="line-downstream-1"]').dataset.off === "false");
  await at(page, "pane-tables").click();
  await at(page, "new-table").fill("The commission");
  await at(page, "add-table").click();
  await present(page, "table-commission");
  await at(page, "pane-settings").click();
  await at(page, "now-go_court").check();
  await at(page, "keep-now").click();
  await gone(page, "keep-now");
  await at(page, "question-en").fill("Can they agree?");
  await at(page, "question-en").blur();
  await says(folder, "Can they agree?");
  await at(page, "pane-options").click();
  await at(page, "edit-option-build_dam").click();
  await at(page, "option-id-build_dam").fill("dam");
  await page.keyboard.press("Enter");
  await present(page, "option-upstream-dam");
  await holds(read(folder), "dam & -go_court", "downstream.go_court: Y");
  assert.ok(!read(folder).includes("build_dam"), "whatever speaks of it follows");
  isSound(folder);
  const before = read(folder);
  await at(page, "edit-option-go_court").click();
  await at(page, "remove-option-go_court").click();
  await at(page, "remove-all").click();
  await gone(page, "option-downstream-go_court");
  assert.ok(!read(folder).includes("go_court"));
  isSound(folder);
  await at(page, "undo").click();
  await present(page, "option-downstream-go_court");
  assert.equal(read(folder), before, "taken back to the byte");
}, { from: empty });

/** Goes by Tab to a part of the page, as one who has no mouse. */
async function tabTo(page, id) {
  for (let times = 0; times < 220; times++) {
    const stands = await page.evaluate(() => document.activeElement?.dataset.testid ?? "");
    if (stands === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by Tab to ${id}`);
}
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
/** Goes to a part, and presses Enter there. */
const enter = async (page, id) => { await tabTo(page, id); await page.keyboard.press("Enter"); };
/** Goes along the tabs of the parts of the model. */
async function pane(page, name) {
  await page.evaluate(() => document.querySelector('[role="tab"][data-testid^="pane-"][aria-selected="true"]').focus());
  for (let times = 0; times < 9; times++) {
    if (await page.evaluate((id) => document.activeElement?.dataset.testid === id, `pane-${name}`)) return;
    await page.keyboard.press("ArrowRight");
  }
  throw new Error(`no tab ${name}`);
}

await journey("builds the same by keys alone, in Indonesian", async ({ page, folder }) => {
  await enter(page, "tab-model");
  await tabTo(page, "blank-title");
  await page.keyboard.type("Sungai dan bendungan");
  for (const [id, words] of [["blank-side-1", "Hulu"], ["blank-option-1-1", "Membangun bendungan"], ["blank-side-2", "Hilir"], ["blank-option-2-1", "Menggugat"]]) {
    await tabTo(page, id);
    await page.keyboard.type(words);
  }
  await enter(page, "blank-make");
  await present(page, "matrix");
  await enter(page, "add-wish");
  await until(page, () => document.activeElement?.dataset.testid === "first-chip");
  await press(page, "Enter");
  await page.keyboard.type("bendungan");
  await press(page, "Enter");
  await until(page, () => document.activeElement?.dataset.testid === "chip-all");
  await press(page, "&");
  await page.keyboard.type("menggugat");
  await press(page, "Enter");
  await until(page, () => document.activeElement?.dataset.testid === "chip-1");
  await press(page, "n");
  await until(page, () => document.querySelector('[data-testid="condition-text"]').value === "membangun_bendungan & -menggugat");
  await press(page, "ArrowLeft");
  await until(page, () => document.activeElement?.dataset.testid === "chip-0");
  await press(page, "Delete");
  await until(page, () => document.querySelector('[data-testid="condition-text"]').value === "-menggugat");
  await tabTo(page, "condition-text");
  await press(page, "End");
  await page.keyboard.type(" & bend");
  await page.getByRole("option", { name: /Membangun bendungan/ }).waitFor();
  await press(page, "Enter");
  await until(page, () => document.querySelector('[data-testid="condition-text"]').value === "-menggugat & membangun_bendungan");
  await until(page, () => !document.querySelector('[data-testid="keep-clause"]').disabled);
  await press(page, "Control+Enter");
  await present(page, "want-hulu-1");
  await pane(page, "rules");
  await enter(page, "add-rule");
  await tabTo(page, "pick");
  await press(page, "Enter");
  await page.keyboard.type("gugat");
  await press(page, "Enter");
  await until(page, () => /1 dari 4/.test(document.querySelector('[data-testid="removes"]').textContent));
  await enter(page, "keep-rule");
  await present(page, "rule-1");
  await pane(page, "settings");
  await tabTo(page, "now-menggugat");
  await press(page, "Space");
  await enter(page, "keep-now");
  await says(folder, "hilir.menggugat: Y");
  await pane(page, "options");
  await tabTo(page, "new-option-hilir");
  await page.keyboard.type("Membayar");
  await press(page, "Enter");
  await present(page, "option-hilir-membayar");
  isSound(folder);
  await holds(read(folder), "at_most_one", "hilir.membayar: N");
}, { from: empty, language: "id" });

await journey("mends a file by its text, under the whole policy", async ({ page, folder, faults }) => {
  await present(page, "matrix");
  await at(page, "pane-source").click();
  const content = page.locator('[data-testid="source"] .cm-content');
  await content.waitFor();
  const before = read(folder);
  await content.click();
  await press(page, "Control+Home");
  await page.keyboard.type("questoin: what now?\n");
  await press(page, "Escape");
  await until(page, () => document.activeElement?.dataset.testid === "save-source");
  await press(page, "Enter");
  await until(page, () => document.querySelector('[data-testid="source-faults"]').textContent.includes("did you mean"));
  assert.equal(read(folder), before, "a broken text is not written");
  await shoot(page, "source-fault");
  await at(page, "source-faults").locator("button").click();
  await press(page, "Home", "Shift+End");
  await page.keyboard.type("# read again");
  await press(page, "Control+s");
  await says(folder, "# read again\nsatumeja: 1");
  await until(page, () => document.querySelector('[data-testid="source-faults"]').textContent === "");
  await press(page, "Control+z");
  await until(page, () => !document.querySelector('[data-testid="save-source"]').disabled);
  await holds(read(folder), "# read again");
  const policy = await page.evaluate(async () => (await fetch("/")).headers.get("content-security-policy"));
  assert.match(policy, /style-src 'self'/);
  assert.match(policy, /trusted-types 'none'/);
  assert.deepEqual(await violations(page), []);
  // The browser itself tells of the text that was refused; of nothing else.
  assert.deepEqual(faults.splice(0).filter((each) => !each.includes("status of 422")), []);
}, { from: talks });

await journey("ticks off what a draft left open", async ({ page, folder }) => {
  await present(page, "matrix");
  await at(page, "pane-decisions").click();
  const first = page.locator('[data-testid^="decision-"]').first();
  const id = (await first.getAttribute("data-testid")).slice("decision-".length);
  const count = await page.locator('[data-testid^="decision-"]').count();
  await holds(read(folder), `DECIDE ${id}:`);
  await at(page, `decide-${id}`).click();
  assert.equal(await page.locator('[role="tab"][aria-selected="true"][data-testid="pane-decisions"]').count(), 0, "it leads to its part");
  await at(page, "pane-decisions").click();
  const before = read(folder).split("\n");
  await at(page, `settle-${id}`).click();
  await until(page, (left) => document.querySelectorAll('[data-testid^="decision-"]').length === left, count - 1);
  const after = read(folder).split("\n");
  assert.deepEqual(before.filter((line) => !line.includes(`DECIDE ${id}:`)), after, "nothing else changes");
}, { from: drafted });

await journey("changes states, moves and rankings of a model in graph form", async ({ page, folder }) => {
  await present(page, "matrix");
  await at(page, "pane-states").click();
  await at(page, "new-state").fill("A third way");
  await at(page, "add-state").click();
  await present(page, "state-third_way");
  isSound(folder);
  const move = page.locator('[data-testid^="move-"]').first();
  const was = await move.isChecked();
  await move.click();
  await until(page, (on) => document.querySelector('[data-testid^="move-"]').checked !== on, was);
  await at(page, "pane-wants").click();
  const side = (await page.locator('[data-testid^="stated-"]').first().getAttribute("data-testid")).slice("stated-".length);
  await at(page, `stated-${side}`).click();
  await present(page, `ranking-${side}`);
  const before = read(folder);
  await page.locator(`[data-testid^="worse-${side}-"]:not(:disabled)`).first().click();
  await until(page, (told) => document.querySelector('[data-testid="undo"]').disabled === false && told !== "", before);
  await page.waitForTimeout(500);
  assert.notEqual(read(folder), before);
  await at(page, "pane-states").click();
  await at(page, "remove-state-third_way").click();
  await present(page, "remove-all");
  await at(page, "remove-all").click();
  await gone(page, "state-third_way");
  isSound(folder);
}, { from: graph });

await journey("shows only the states where something holds", async ({ page, folder }) => {
  await present(page, "matrix");
  const before = read(folder);
  const shown = () => page.locator('[data-testid="matrix"] th.state').count();
  const all = await shown();
  await at(page, "filter").click();
  await at(page, "condition-text").fill("attack & punish");
  await until(page, () => /of 51/.test(document.querySelector('[data-testid="means"]').textContent));
  const count = Number(/(\d+) of 51/.exec(await textOf(page, "means"))[1]);
  await until(page, ([want, none]) => document.querySelectorAll('[data-testid="matrix"] th.state').length === want && want < none, [count, all]);
  await at(page, "filter").click();
  await until(page, (want) => document.querySelectorAll('[data-testid="matrix"] th.state').length === want, all);
  assert.equal(read(folder), before);
}, { from: talks });

await journey("turns a ranking into weights", async ({ page, folder }) => {
  await present(page, "matrix");
  await at(page, "stated-federal").click();
  await at(page, "preference-kind").selectOption("weighted");
  await at(page, "weight-accord").fill("3");
  await page.keyboard.press("Enter");
  await says(folder, "accord: 3");
  isSound(folder);
}, { from: weighted });

const PANES = ["wants", "options", "rules", "lines", "tables", "settings", "source"];
for (const language of ["en", "id"])
  for (const scheme of ["light", "dark"])
    await journey(`every pane can be used by all: ${language}, ${scheme}`, async ({ page }) => {
      await present(page, "matrix");
      for (const name of PANES) {
        await at(page, `pane-${name}`).click();
        await page.waitForTimeout(250);
        if (name === "options") await at(page, "edit-option-attack").click();
        if (name === "rules") await at(page, "rule-3-edit").click();
        if (name === "lines") await at(page, "add-line-us").click();
        await page.waitForTimeout(150);
        assert.deepEqual((await violations(page)).filter((each) => !each.includes(".drawing")), [], name);
        await shoot(page, `pane-${name}-${language}-${scheme}`);
        for (const size of SIZES) {
          await page.setViewportSize({ width: size[0], height: size[1] });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${name} scrolls sideways at ${size}`);
          if (size[0] === 390) await shoot(page, `pane-${name}-phone-${language}-${scheme}`);
        }
        await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
      }
    }, { from: talks, language, scheme });

for (const folder of made) rmSync(folder, { recursive: true, force: true });
