// What the screens of tables and of all commands work out by themselves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { optionsOf } from "../src/more/named";
import { groupOf } from "../src/tables/grouping";

test("an outcome belongs where the seated gain or lose by it, whoever else does", () => {
  const seats = ["a", "b", "c"];
  const group = (a: number, b: number, c: number) => groupOf({ gains: { a, b, c, absent: -9 } }, seats);
  assert.equal(group(1, 2, 3), "all");
  assert.equal(group(1, 0, 3), "none_loses");
  assert.equal(group(0, 0, 0), "none_loses");
  assert.equal(group(5, 5, -1), "one_loses");
  assert.equal(group(-1, 5, -1), "more_lose");
});

test("what is left empty is not named, and lines and numbers are taken as such", () => {
  assert.deepEqual(optionsOf({ state: "7", dm: "", improvements: false }), { state: "7" });
  assert.deepEqual(optionsOf({ steps: "attack, talk\n\n  arm  \n" }), { steps: ["attack, talk", "arm"] });
  assert.deepEqual(optionsOf({ profiles: "500", seed: "2", improvements: true }), { profiles: 500, seed: 2, improvements: true });
});
