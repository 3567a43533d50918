import assert from "node:assert/strict";
import { test } from "node:test";
import { latest } from "../src/model/latest";

test("one runs at a time, and of those asked for meanwhile only the last", async () => {
  const [begun, ends]: [number[], (() => void)[]] = [[], []];
  const { ask, forget } = latest((value: number) => {
    begun.push(value);
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const finish = async () => { ends.shift()?.(); await new Promise((resolve) => setTimeout(resolve)); };
  ask(1);
  ask(2);
  ask(3);
  assert.deepEqual(begun, [1]);
  await finish();
  assert.deepEqual(begun, [1, 3]);
  ask(4);
  forget();
  await finish();
  assert.deepEqual(begun, [1, 3]);
  ask(5);
  assert.deepEqual(begun, [1, 3, 5]);
});
