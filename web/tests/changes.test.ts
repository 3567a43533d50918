// Operations made of what a person changes: as few as say it, and none where nothing changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceFor, choicesOf, found, wordBefore } from "../src/model/conditions/names";
import { clauseOps, itemOf, saidOf } from "../src/model/panes/clauses";
import { stretchesOf, withoutQuestion } from "../src/model/panes/questions";
import { fileFor, idFor } from "../src/model/panes/ids";
import { ruledOut, ruleOf, ruleValue, NO_RULE, type RuleKind } from "../src/model/panes/rules";
import { appended, dropped, languagesOf, settled, valueAt, valueOf, wordsOf, type Mapping } from "../src/model/panes/values";
import type { ModelDocument } from "../src/shapes";

const WISH = ["decision_makers", "us", "preferences", 0];
const FILE: Mapping = { title: { en: "Talks" }, decision_makers: { us: { preferences: ["sign", { statement: "-arm", because: "why" }] } } };

test("a plain condition stays plain until more is said of it", () => {
  assert.deepEqual(clauseOps(FILE, WISH, "sign", { statement: "sign" }, "statement"), []);
  assert.deepEqual(clauseOps(FILE, WISH, "sign", { statement: "-sign" }, "statement"), [{ op: "set", at: WISH, value: "-sign" }]);
  assert.deepEqual(clauseOps(FILE, WISH, "sign", { statement: "sign", greatly: "yes" }, "statement"),
    [{ op: "set", at: WISH, value: { statement: "sign", greatly: "yes" } }]);
  assert.equal(itemOf({ statement: "sign", because: undefined }, "statement"), "sign");
});

test("of a mapping only the keys that change are written", () => {
  const at = [...WISH.slice(0, -1), 1];
  const before = valueAt(FILE, at);
  const said = saidOf(before, "statement");
  assert.deepEqual(clauseOps(FILE, at, before, said, "statement"), []);
  assert.deepEqual(clauseOps(FILE, at, before, { ...said, because: undefined, greatly: "yes" }, "statement"),
    [{ op: "remove", at: [...at, "because"] }, { op: "set", at: [...at, "greatly"], value: "yes" }]);
});

test("lists begin with their first item, and go with their last", () => {
  assert.deepEqual(appended(FILE, ["infeasible"], "a"), [{ op: "set", at: ["infeasible"], value: ["a"] }]);
  assert.deepEqual(appended(FILE, WISH.slice(0, -1), "a"), [{ op: "set", at: [...WISH.slice(0, -1), -1], value: "a" }]);
  assert.deepEqual(dropped({ infeasible: ["a"] }, ["infeasible", 0]), [{ op: "remove", at: ["infeasible"] }]);
  assert.deepEqual(dropped({ x: { preferences: ["a"] } }, ["x", "preferences", 0]), [{ op: "remove", at: ["x", "preferences", 0] }]);
  assert.deepEqual(settled(FILE, ["title"], { en: "Talks" }), []);
  assert.deepEqual(settled(FILE, ["reading"], undefined), []);
});

test("words stay as plain as the file has them, and keep their other languages", () => {
  assert.deepEqual(languagesOf(FILE, "id"), ["en"]);
  assert.deepEqual(wordsOf("Talks", "en"), { en: "Talks" });
  assert.equal(valueOf({ en: " New " }, "en", "Old"), "New");
  assert.deepEqual(valueOf({ en: "New", id: "Baru" }, "en", "Old"), { en: "New", id: "Baru" });
  assert.deepEqual(valueOf({ en: "New" }, "en", { en: "Old" }), { en: "New" });
  assert.equal(valueOf({ en: " ", id: "" }, "en", "Old"), undefined);
});

test("ids are made of names, free, and never a word of conditions", () => {
  assert.equal(idFor("Sit at the table", [], "option"), "sit_table");
  assert.equal(idFor("Sit at the table", ["sit_table", "sit_table_2"], "option"), "sit_table_3");
  assert.equal(idFor("Não!", [], "option"), "nao");
  assert.equal(idFor("If", [], "option"), "option_if");
  assert.equal(idFor("2 tanks", [], "option"), "option_2_tanks");
  assert.equal(idFor("…", [], "side"), "side");
  assert.equal(idFor("停火", [], "option"), "停火");
  assert.equal(fileFor("The river: a case / of 2021"), "the-river-a-case-of.yaml");
  assert.equal(fileFor("…"), "model.yaml");
});

/** Decides a condition of the text form for some options. */
const decide = (text: string, taken: Record<string, boolean>): boolean => {
  const script = text.replace(/\w+/g, (name) => String(taken[name])).replaceAll("-", "!").replaceAll("&", "&&").replaceAll("|", "||");
  return new Function(`return ${script}`)() as boolean;
};

test("each sentence of what cannot be rules out just what it says", () => {
  const counts: Record<string, (count: number) => boolean> = {
    at_most_one: (count) => count > 1, at_least_one: (count) => count < 1, exactly_one: (count) => count !== 1,
  };
  for (const [kind, isOut] of Object.entries(counts)) {
    const text = ruledOut({ ...NO_RULE, kind: kind as RuleKind, options: ["a", "b", "c"] });
    for (let bits = 0; bits < 8; bits++) {
      const taken = { a: !!(bits & 1), b: !!(bits & 2), c: !!(bits & 4) };
      assert.equal(decide(text, taken), isOut(Object.values(taken).filter(Boolean).length), `${kind} ${bits}`);
    }
  }
  const needs = ruledOut({ ...NO_RULE, kind: "requires", premise: "a | b", consequence: "c" });
  assert.equal(needs, "(a | b) & -(c)");
  assert.equal(ruledOut(NO_RULE), "");
});

test("a rule is read and written as it stands, with what else is said of it", () => {
  for (const value of ["a & b", { at_most_one: ["a", "b"], because: "so" }, { requires: { if: "a", then: "b" }, type: "logical" }, { pattern: "YN" }])
    assert.deepEqual(ruleValue(ruleOf(value), typeof value === "string" ? {} : (value as Mapping)), value);
});

test("a question goes with its line, whatever stands around it", () => {
  const text = "a: 1\n  # DECIDE d1: is it so?\nb: 2  # DECIDE d2: no\n# DECIDE d12: other\n";
  assert.equal(withoutQuestion(text, 2, "d1"), "a: 1\nb: 2  # DECIDE d2: no\n# DECIDE d12: other\n");
  assert.equal(withoutQuestion(text, 9, "d12"), "a: 1\n  # DECIDE d1: is it so?\nb: 2  # DECIDE d2: no\n");
  assert.equal(withoutQuestion(text, 1, "d3"), text);
});

const OPTIONS = [
  { id: "talk", key: "us.talk", name: "Sit at the table", places: [0], levels: [], level_names: [] },
  { id: "arm", key: "arm", name: "Arm", places: [1, 2], levels: ["none", "some", "full"], level_names: ["none", "a little", "fully"] },
];
const DOCUMENT = { makers: [{ id: "us", letter: "U", colour: 0, name: "United States", options: OPTIONS }] } as unknown as ModelDocument;

test("options are found by name, by id, and by their owner, the nearest first", () => {
  const choices = choicesOf(DOCUMENT);
  assert.deepEqual(choices.map((choice) => choice.text), ["us.talk", "arm=none", "arm=some", "arm>=some", "arm=full"]);
  const texts = (search: string) => found(choices, search).map((choice) => choice.text);
  assert.deepEqual(texts("TABLE"), ["us.talk"]);
  assert.deepEqual(texts("talk"), ["us.talk"]);
  assert.deepEqual(texts("fúlly"), ["arm=full"]);
  assert.equal(texts("united").length, 5);
  assert.deepEqual(texts("nobody"), []);
  assert.equal(choiceFor(choices, { text: "us.arm >= some", option: null })?.text, "arm>=some");
  assert.equal(choiceFor(choices, { text: "1", option: 0 })?.text, "us.talk");
});

test("what is completed is the word before the caret, unless it joins", () => {
  assert.deepEqual(wordBefore("-us.ta", 6), { word: "us.ta", start: 1 });
  assert.equal(wordBefore("talk and", 8), null);
  assert.equal(wordBefore("talk ", 5), null);
});

test("a question is a sentence, and the places it names are no words of it", () => {
  assert.deepEqual(stretchesOf("what of it? dossier:r2#s2 is about it."), ["What of it? ", { report: "r2", item: "r2#s2", begins: true }, " is about it."]);
  assert.deepEqual(stretchesOf("dossier:r10#a3: talks"), [{ report: "r10", item: "r10#a3", begins: true }, ": talks"]);
  assert.equal(stretchesOf("the denial dossier:r1#s4 is old.").some((each) => typeof each !== "string" && each.begins), false);
  assert.deepEqual(stretchesOf("the order."), ["The order."]);
});
