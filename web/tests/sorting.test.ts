import assert from "node:assert/strict";
import { test } from "node:test";
import { moved, nearestPlace, placeByKey, shifts } from "../src/model/wants/sorting";

const GAP = 6;

/** Where each row stands when the list is in another order, from what each row is moved by. */
function tops(heights: number[], order: number[]): number[] {
  const found: number[] = [];
  let edge = 0;
  for (const row of order) {
    found[row] = edge;
    edge += (heights[row] ?? 0) + GAP;
  }
  return found;
}

test("an item is brought to a place, the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, 0), ["d", "a", "b", "c"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b"], 1, 1), ["a", "b"]);
});

test("rows are shown where the changed list would have them, whatever their heights", () => {
  const heights = [30, 55, 22, 80, 41];
  const before = tops(heights, [0, 1, 2, 3, 4]);
  for (let from = 0; from < heights.length; from++)
    for (let to = 0; to < heights.length; to++) {
      const after = tops(heights, moved([0, 1, 2, 3, 4], from, to));
      const by = shifts(heights, from, to, GAP);
      assert.deepEqual(before.map((top, row) => top + (by[row] ?? 0)), after, `${from} to ${to}`);
    }
});

test("the row in the hand is over the place whose edge is nearest", () => {
  const heights = [30, 55, 22, 80];
  for (let from = 0; from < heights.length; from++)
    for (let to = 0; to < heights.length; to++) {
      const edge = tops(heights, moved([0, 1, 2, 3], from, to))[from] ?? 0;
      for (const away of [-8, 0, 8]) assert.equal(nearestPlace(heights, from, edge + away, GAP), to);
    }
  assert.equal(nearestPlace(heights, 2, -500, GAP), 0);
  assert.equal(nearestPlace(heights, 0, 5000, GAP), 3);
});

test("keys stay within the list", () => {
  assert.equal(placeByKey("ArrowUp", 0, 4), 0);
  assert.equal(placeByKey("ArrowDown", 3, 4), 3);
  assert.equal(placeByKey("ArrowDown", 1, 4), 2);
  assert.equal(placeByKey("Home", 3, 4), 0);
  assert.equal(placeByKey("End", 0, 4), 3);
  assert.equal(placeByKey("x", 2, 4), null);
});
