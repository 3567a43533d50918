import assert from "node:assert/strict";
import { test } from "node:test";
import { ALL, orderOf, windowOf, WIDE } from "../src/model/matrix/columns";
import { blue, contrast, inkOf, shareOf } from "../src/model/matrix/places";

const BLACK = [0, 0, 0] as const;
const WHITE = [255, 255, 255] as const;

test("every place can be read on its blue, in an order of any length", () => {
  for (const places of [1, 2, 3, 7, 33, 64, 256, 1024])
    for (let place = 1; place <= places; place++) {
      const ink = inkOf(place, places).color === "#000" ? BLACK : WHITE;
      const found = contrast(ink, blue(shareOf(place, places)));
      assert.ok(found >= 4.5, `place ${place} of ${places}: ${found.toFixed(2)}`);
    }
});

test("contrast is that of the rules for the web", () => {
  assert.equal(contrast(BLACK, WHITE), 21);
  assert.ok(Math.abs(contrast([119, 119, 119], WHITE) - 4.478) < 0.005);
});

test("states stand by number, or as somebody ranks them, ties by number", () => {
  assert.deepEqual(orderOf(4, undefined), [1, 2, 3, 4]);
  assert.deepEqual(orderOf(4, [2, 3, 1, 2]), [3, 1, 4, 2]);
});

test("all columns are there where they are few", () => {
  assert.deepEqual(windowOf(ALL, 500, 300), { first: 0, end: ALL });
});

test("of many columns those in view are there, wherever the table is scrolled to", () => {
  const width = 1200;
  for (const count of [81, 256, 4096])
    for (let scrolled = 0; scrolled <= count * WIDE - width; scrolled += 97) {
      const { first, end } = windowOf(count, scrolled, width);
      assert.ok(first >= 0 && end <= count && first <= scrolled / WIDE);
      assert.ok(end >= Math.min(count, (scrolled + width) / WIDE), `${count} at ${scrolled}`);
      assert.ok(end - first <= width / WIDE + 13, "no more than are needed");
    }
});
