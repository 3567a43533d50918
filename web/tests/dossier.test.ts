import assert from "node:assert/strict";
import { test } from "node:test";
import { queryOf } from "../src/dossier/asking";
import { inView, keyOf, kindsOf, nextFilled, sideOf } from "../src/dossier/matrix";
import { firstOf, labelOf, optionAmong, simpleOf, textOf } from "../src/dossier/pointing";
import type { Choice, OwnerChoice, PositionCell } from "../src/shapes";

test("only what is in view is drawn, and a little around it", () => {
  assert.deepEqual(inView(0, 480, 48, 1000), [0, 14]);
  assert.deepEqual(inView(4800, 480, 48, 1000), [96, 114]);
  assert.deepEqual(inView(0, 480, 48, 3), [0, 3]);
  assert.deepEqual(inView(90_000, 480, 48, 3), [3, 3]);
});

test("arrows go to the next filled cell, and stay where there is none", () => {
  const filled = new Set(["0,0", "0,3", "2,0"]);
  const isFilled = (row: number, column: number) => filled.has(`${row},${column}`);
  assert.deepEqual(nextFilled([0, 0], [0, 1], [3, 4], isFilled), [0, 3]);
  assert.deepEqual(nextFilled([0, 3], [0, 1], [3, 4], isFilled), [0, 3]);
  assert.deepEqual(nextFilled([0, 0], [1, 0], [3, 4], isFilled), [2, 0]);
});

test("kinds stand by their number, and on their side", () => {
  const cell = { kinds: { demand: 1, reject: 3, offer: 1 } } as unknown as PositionCell;
  assert.deepEqual(kindsOf(cell), [["reject", 3], ["demand", 1], ["offer", 1]]);
  assert.deepEqual(["offer", "reject", "warn"].map(sideOf), ["for", "against", "other"]);
  assert.notEqual(keyOf("a", "b-c"), keyOf("a-b", "c"));
});

test("a condition on one option is read and written the same", () => {
  for (const text of ["us.punish", "-us.punish", "talk", "-talk"]) {
    const simple = simpleOf(text);
    assert.ok(simple);
    assert.equal(textOf(simple), text);
  }
  for (const text of ["", "a & b", "a if b", "not", "- ", "a iff -b", "1a"]) assert.equal(simpleOf(text), null);
});

test("an option is known by its own name where only one owner has it", () => {
  const owner = (id: string, ...options: string[]) =>
    ({ id, options: options.map((option) => ({ text: `${id}.${option}`, name: option })) }) as unknown as OwnerChoice;
  const owners = [owner("us", "talk", "punish"), owner("russia", "talk")];
  assert.equal(optionAmong(owners, "us.talk"), "us.talk");
  assert.equal(optionAmong(owners, "punish"), "us.punish");
  assert.equal(optionAmong(owners, "talk"), "");
});

test("the first choice is what is asked for, rather a sound one", () => {
  const choice = (kind: string, fault = "", more = {}) => ({ take: { kind, condition: "" }, fault, ...more }) as unknown as Choice;
  const choices = [choice("evidence"), choice("wish", "no"), choice("wish"), choice("red_line", "no")];
  assert.equal(firstOf(choices, undefined), 0);
  assert.equal(firstOf(choices, "wish"), 2);
  assert.equal(firstOf(choices, "red_line"), 3);
  assert.equal(firstOf([], "wish"), 0);
  assert.equal(labelOf({ ...choice("wish"), threat: true }), "threat");
  assert.equal(labelOf({ take: { kind: "wish", condition: "-a.b" } } as unknown as Choice), "wish_against");
});

test("an address has only what is asked for", () => {
  assert.equal(queryOf({ actor: "us", issue: "", q: " a b " }, { start: 0 }), "actor=us&q=a%20b&start=0");
});
