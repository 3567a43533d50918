import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, classesOf, sameClasses, stepped, tied } from "../src/model/matrix/rankings";

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

test("steps go through ties, there and back", () => {
  let classes: readonly (readonly number[])[] = RANKING;
  const seen = [classes];
  for (let k = 0; k < 6; k++) {
    classes = stepped(classes, 3, -1);
    seen.push(classes);
  }
  assert.deepEqual(seen.slice(0, 6), [
    RANKING, [[4], [1], [3], [2]], [[4], [1, 3], [2]], [[4], [3], [1], [2]], [[3, 4], [1], [2]], [[3], [4], [1], [2]],
  ]);
  assert.ok(sameClasses(seen[5] ?? [], seen[6] ?? []), "the best stays the best");
  assert.deepEqual(stepped([[3], [4]], 3, 1), [[3, 4]]);
});
