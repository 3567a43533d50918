import assert from "node:assert/strict";
import { test } from "node:test";
import { closest, fitted, neighbour, type Spot } from "../src/model/graph/geometry";
import { lineOf, routesOf, type Arc } from "../src/model/graph/routes";

const NONE = { left: 0, top: 0 };
const grid = (columns: number, rows: number, apart: number): Map<number, Spot> =>
  new Map(Array.from({ length: columns * rows }, (_, k) => [k + 1, { x: (k % columns) * apart, y: Math.floor(k / columns) * apart }]));
const arc = (start: number, end: number, maker = 0): Arc => ({ maker, start, end, improves: true, returns: false });

test("a drawing fills the room it has", () => {
  const { width, height, spots } = fitted(grid(4, 3, 60), { width: 500, height: 300 }, NONE);
  assert.deepEqual([width, height], [500, 300]);
  for (const { x, y } of spots.values()) assert.ok(x >= 20 && x <= 480 && y >= 20 && y <= 280);
});

test("states that would stand too near make the drawing larger than its room", () => {
  const { height, spots, radius } = fitted(grid(9, 30, 60), { width: 400, height: 200 }, NONE);
  assert.ok(height > 200);
  assert.ok(closest([...spots.values()]) >= 23.999);
  assert.ok(radius * 2 >= 20);
});

test("one state, and states in one line, have a place", () => {
  for (const places of [grid(1, 1, 60), grid(5, 1, 60), grid(1, 5, 60)])
    for (const { x, y } of fitted(places, { width: 300, height: 200 }, NONE).spots.values())
      assert.ok(Number.isFinite(x) && Number.isFinite(y));
});

test("an arc is straight where it is free, and bows around a state in its way", () => {
  const drawn = fitted(grid(3, 1, 100), { width: 400, height: 200 }, NONE);
  const bend = (start: number, end: number) => {
    const [route] = routesOf([arc(start, end)], drawn);
    assert.ok(route);
    return Math.abs(route.control.y - (route.start.y + route.end.y) / 2);
  };
  assert.equal(bend(1, 2), 0);
  assert.ok(bend(1, 3) > 2 * drawn.radius);
});

test("arcs of two between the same states do not run on each other", () => {
  const drawn = fitted(grid(2, 1, 100), { width: 300, height: 200 }, NONE);
  const [first, second] = routesOf([arc(1, 2, 0), arc(2, 1, 1)], drawn);
  assert.notEqual(first?.control.y, second?.control.y);
});

test("arcs stay where they are when others are run after them", () => {
  const drawn = fitted(grid(4, 4, 60), { width: 500, height: 400 }, NONE);
  const usual = routesOf([arc(1, 4), arc(1, 16), arc(5, 8)], drawn);
  const more = routesOf([arc(4, 1, 1)], drawn, usual);
  assert.deepEqual(usual, routesOf([arc(1, 4), arc(1, 16), arc(5, 8)], drawn));
  assert.equal(more.length, 1);
});

test("a line leaves the room of the states at its ends", () => {
  const drawn = fitted(grid(2, 1, 100), { width: 300, height: 200 }, NONE);
  const [route] = routesOf([arc(1, 2)], drawn);
  assert.ok(route);
  const [x] = lineOf(route, 12, 15).slice(1).split(" ").map(Number);
  assert.ok(Math.abs((x ?? 0) - route.start.x - 12) < 0.2);
});

test("the arrow keys lead to the nearest state that way", () => {
  const { spots } = fitted(grid(3, 3, 60), { width: 300, height: 300 }, NONE);
  assert.equal(neighbour(spots, 5, "ArrowLeft"), 4);
  assert.equal(neighbour(spots, 5, "ArrowRight"), 6);
  assert.equal(neighbour(spots, 5, "ArrowUp"), 2);
  assert.equal(neighbour(spots, 5, "ArrowDown"), 8);
  assert.equal(neighbour(spots, 1, "ArrowUp"), 1);
});
