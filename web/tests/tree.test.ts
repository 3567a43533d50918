// Chips and their text form: what is written of the chips is what the server read them from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  canGroup, canUngroup, chipOf, grouped, joined, negated, option, places, rejoined, removed, renamed, shifted, ungrouped, written,
  type Chip, type Joiner,
} from "../src/model/conditions/tree";

interface Kept { model: string; text: string; chips: Chip; again: string }
const KEPT = JSON.parse(readFileSync("tests/conditions.json", "utf8")) as Kept[];

const [a, b, c] = ["a", "b", "c"].map((name, at) => option(name, at)) as [Chip, Chip, Chip];
const all = (joiner: Joiner, ...chips: Chip[]): Chip =>
  chips.slice(1).reduce<[Chip, number[]]>(([tree, place], chip) => joined(tree, place, joiner, chip), [chips[0] as Chip, []])[0];

test("every condition of the gallery is written again as it was read", () => {
  assert.ok(KEPT.length > 50);
  for (const { text, chips, again } of KEPT) assert.equal(written(chipOf(chips)), again, text);
});

test("brackets stand where they are needed and nowhere else", () => {
  assert.equal(written(all("and", a, b, c)), "a & b & c");
  assert.equal(written(joined(all("or", a, b), [], "and", c)[0]), "(a | b) & c");
  assert.equal(written(negated(all("or", a, b), [])), "-(a | b)");
  assert.equal(written(negated(negated(a, []), [])), "a");
  assert.equal(written({ kind: "not", text: "", option: null, parts: [negated(a, [])] }), "--a");
  const right: Chip = { kind: "if", text: "", option: null, parts: [a, { kind: "if", text: "", option: null, parts: [b, c] }] };
  assert.equal(written(right), "a if (b if c)");
  assert.equal(written({ ...right, parts: [...right.parts].reverse() }), "b if c if a");
});

test("a chip is added beside the one chosen, or around it", () => {
  assert.deepEqual(joined(null, [], "and", a), [a, []]);
  const [tree, place] = joined(all("and", a, c), [0], "and", b);
  assert.equal(written(tree), "a & b & c");
  assert.deepEqual(place, [1]);
  assert.equal(written(joined(all("and", a, b), [1], "or", c)[0]), "a & (b | c)");
  assert.equal(written(joined(all("or", a, b), [], "or", c)[0]), "a | b | c");
});

test("a chip is taken out with the brackets that hold one chip then", () => {
  assert.equal(removed(a, []), null);
  const tree = joined(all("and", a, b), [1], "or", c)[0];
  assert.equal(written(removed(tree, [1, 0]) as Chip), "a & c");
  assert.equal(written(removed(tree, [1]) as Chip), "a");
  const negative = negated(all("or", a, b), []);
  assert.equal(removed(negative, [0]), null);
  assert.equal(written(removed(negative, [0, 0]) as Chip), "-b");
});

test("chips are joined otherwise, and “if” joins two", () => {
  assert.equal(written(rejoined(all("and", a, b, c), [], "or")), "a | b | c");
  assert.equal(written(rejoined(all("and", a, b, c), [], "if")), "a & b if c");
  assert.equal(written(rejoined(all("or", a, b), [], "iff")), "a iff b");
});

test("brackets are put around two, and taken away", () => {
  const three = all("and", a, b, c);
  assert.ok(canGroup(three, [2]) && !canGroup(all("and", a, b), [0]));
  const [tree, place] = grouped(three, [1]);
  assert.equal(written(rejoined(tree, place, "or")), "a & (b | c)");
  assert.deepEqual(grouped(three, [2])[1], [1]);
  assert.ok(canUngroup(tree, place) && !canUngroup(tree, [0]));
  assert.equal(written(ungrouped(tree, place)), "a & b & c");
});

test("another option keeps its “not”, and chips change places", () => {
  assert.equal(written(renamed(negated(a, []), [], b)), "-b");
  const [tree, place] = shifted(all("if", a, b), [0], 1);
  assert.equal(written(tree), "b if a");
  assert.deepEqual(place, [1]);
  assert.deepEqual(shifted(tree, [1], 1), [tree, [1]]);
});

test("places go from left to right, brackets before what they hold", () => {
  const tree = joined(all("and", a, b), [1], "or", c)[0];
  assert.deepEqual(places(tree), [[], [0], [1], [1, 0], [1, 1]]);
  assert.deepEqual(places(negated(all("or", a, b), [])), [[], [0, 0], [0, 1]]);
});
