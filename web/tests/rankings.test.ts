import assert from "node:assert/strict";
import { test } from "node:test";
import type { Maker, ModelDocument } from "../src/shapes";
import { beside, classesOf, placed, placingOf, stepOf, tied, type Classes } from "../src/model/rankings";

const RANKING = [[4], [1], [2, 3]];

test("places become classes, the best first", () => {
  assert.deepEqual(classesOf([2, 3, 3, 1]), RANKING);
  assert.deepEqual(classesOf([]), []);
});

test("a state is tied with another, wherever it was", () => {
  assert.deepEqual(tied(RANKING, 3, 4), [[3, 4], [1], [2]]);
  assert.deepEqual(tied(RANKING, 1, 2), [[4], [1, 2, 3]]);
  assert.deepEqual(tied(RANKING, 2, 2), RANKING);
});

test("a state is put beside another, or out of its own tie", () => {
  assert.deepEqual(beside(RANKING, 2, 4, false), [[2], [4], [1], [3]]);
  assert.deepEqual(beside(RANKING, 4, 2, true), [[1], [2, 3], [4]]);
  assert.deepEqual(beside(RANKING, 3, 3, true), [[4], [1], [2], [3]]);
  assert.deepEqual(beside(RANKING, 3, 2, false), [[4], [1], [3], [2]]);
  assert.deepEqual(beside(RANKING, 1, 1, true), RANKING);
});

const stepped = (classes: Classes, state: number, step: 1 | -1): Classes => {
  const placing = stepOf(classes, state, step);
  return placing ? placed(classes, state, placing) : classes;
};

test("a state goes up or down, out of its tie first, and stays where it can go no further", () => {
  assert.deepEqual(stepped([[1, 2], [3]], 1, 1), [[2], [1], [3]]);
  assert.deepEqual(stepped([[1, 2], [3]], 2, -1), [[2], [1], [3]]);
  assert.deepEqual(stepped([[2], [1, 3]], 2, 1), [[1, 2, 3]]);
  assert.deepEqual(stepped([[1], [2]], 1, -1), [[1], [2]]);
});

test("steps go through ties, there and back", () => {
  let classes: Classes = RANKING;
  const seen = [classes];
  for (let k = 0; k < 6; k++) {
    classes = stepped(classes, 3, -1);
    seen.push(classes);
  }
  assert.deepEqual(seen, [
    RANKING, [[4], [1], [3], [2]], [[4], [1, 3], [2]], [[4], [3], [1], [2]], [[3, 4], [1], [2]], [[3], [4], [1], [2]],
    [[3], [4], [1], [2]],
  ]);
  assert.deepEqual(stepped([[3], [4]], 3, 1), [[3, 4]]);
});

test("a state is put elsewhere in the ranking, or by hand on top of wishes", () => {
  const document = { form: "option", states: ["NN", "YN", "NY", "YY"].map((form) => ({ form })) } as ModelDocument;
  const maker = (preference: string, by_hand: object[] = []) =>
    ({ preference, by_hand, path: ["decision_makers", "a"] }) as unknown as Maker;
  const on = (other: number) => ({ other, side: "on" }) as const;
  assert.deepEqual(placingOf(document, maker("ranked"), RANKING, 1, on(4)),
    { op: "set", at: ["decision_makers", "a", "ranking"], value: [["NN", "YY"], ["YN", "NY"]] });
  assert.deepEqual(placingOf(document, maker("prioritised"), RANKING, 1, { other: 2, side: "after" }),
    { op: "set", at: ["decision_makers", "a", "adjust"], value: [{ state: "NN", below: "YN" }] });
  const kept = (state: string) => [{ state, path: ["decision_makers", "a", "adjust", 0] }];
  assert.deepEqual(placingOf(document, maker("weighted", kept("YY")), RANKING, 1, on(4)),
    { op: "insert", at: ["decision_makers", "a", "adjust", 1], value: { state: "NN", level_with: "YY" } });
  assert.deepEqual(placingOf(document, maker("weighted", kept("NN")), RANKING, 1, on(4)),
    { op: "set", at: ["decision_makers", "a", "adjust", 0], value: { state: "NN", level_with: "YY" } });
  assert.equal(placingOf(document, maker("ranked"), RANKING, 2, on(3)), null);
  assert.deepEqual(placingOf(document, maker("prioritised"), RANKING, 2, { other: 2, side: "before" }),
    { op: "set", at: ["decision_makers", "a", "adjust"], value: [{ state: "YN", above: "NY" }] });
});

test("in graph form states are ranked by their ids", () => {
  const document = { form: "graph", states: ["calm", "crisis", "talks", "war"].map((form) => ({ form })) } as ModelDocument;
  const maker = { preference: "ranked", by_hand: [], path: ["decision_makers", "a"] } as unknown as Maker;
  assert.deepEqual(placingOf(document, maker, RANKING, 1, { other: 4, side: "on" }),
    { op: "set", at: ["decision_makers", "a", "ranking"], value: [["calm", "war"], ["crisis", "talks"]] });
});
