// Offsets and marks: what is counted in code points is what a string has in units.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, placed, stretches } from "../src/reports/marks";
import { Offsets } from "../src/reports/offsets";
import type { ItemRow } from "../src/shapes";

const ALPHABET = [..."ab \n", "é", "e\u0301", "🕊️", "👩‍👩‍👧‍👦", "🇮🇩", "ف", "د", "𝒳", "\u202e", "\u0000", "字"];

/** Numbers that look like chance, the same at each run. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function drawn(draw: Generator<number>, longest: number): string {
  const length = Math.floor((draw.next().value as number) * longest);
  return Array.from({ length }, () => ALPHABET[Math.floor((draw.next().value as number) * ALPHABET.length)]).join("");
}

test("code points and units are turned into each other whatever the letters", () => {
  const draw = chance(1);
  for (let round = 0; round < 400; round += 1) {
    const text = drawn(draw, 60);
    const offsets = new Offsets(text);
    const letters = [...text];
    let unit = 0;
    for (let point = 0; point <= letters.length; point += 1) {
      assert.equal(offsets.units(point), unit);
      assert.equal(offsets.points(unit), point);
      // The middle of a letter of two units is not a place of its own.
      if (letters[point]?.length === 2) assert.equal(offsets.points(unit + 1), point);
      unit += letters[point]?.length ?? 0;
    }
  }
});

const row = (id: string, span: [number, number], speaker: [number, number] | null = null): ItemRow =>
  ({ id, kind: "statement", speaker: null, speaker_span: speaker, span, words: "", state: "proposed", acts: [] }) as unknown as ItemRow;

function spanOf(draw: Generator<number>, length: number): [number, number] {
  const [a, b] = [0, 0].map(() => Math.floor((draw.next().value as number) * (length + 1))) as [number, number];
  return [Math.min(a, b), Math.max(a, b)];
}

test("blocks and stretches are the text, and each mark covers exactly its words", () => {
  const draw = chance(2);
  for (let round = 0; round < 400; round += 1) {
    const text = drawn(draw, 120);
    const letters = [...text];
    const rows = Array.from({ length: 6 }, (_, place) => row(`r1#s${place}`, spanOf(draw, letters.length), spanOf(draw, letters.length)));
    const marks = placed(rows, new Offsets(text));
    const blocks = blocksOf(text);
    assert.equal(blocks.map((block) => block.text).join(""), text);
    const parts = blocks.flatMap((block) => stretches(block, marks));
    assert.equal(parts.map((part) => part.text).join(""), text);
    for (const item of rows) for (const role of ["words", "speaker"] as const) {
      const covered = parts.filter((part) => part.marks.some((mark) => mark.item === item.id && mark.role === role));
      const span = (role === "words" ? item.span : item.speaker_span) as [number, number];
      assert.equal(covered.map((part) => part.text).join(""), letters.slice(...span).join(""));
    }
  }
});

test("marks that overlap have lines of their own", () => {
  const text = "a".repeat(100);
  const rows = [row("r1#s1", [0, 60]), row("r1#s2", [10, 40]), row("r1#s3", [30, 80]), row("r1#s4", [82, 90])];
  const marks = placed(rows, new Offsets(text)).filter((mark) => mark.role === "words");
  for (const one of marks) for (const other of marks)
    if (one !== other && one.start < other.stop && other.start < one.stop) assert.notEqual(one.lane, other.lane);
  assert.equal(marks.find((mark) => mark.item === "r1#s4")?.lane, 0);
});

test("a line of two million letters is parted, and no letter is cut in two", () => {
  for (const letter of ["a", "🙂", "a 🙂b"]) {
    const text = letter.repeat(Math.ceil(2_000_000 / letter.length));
    const blocks = blocksOf(text);
    assert.ok(blocks.every((block) => block.text.length <= 8_002));
    assert.equal(blocks.map((block) => block.text).join(""), text);
    assert.ok(blocks.every((block) => !/^[\uDC00-\uDFFF]/.test(block.text)));
  }
});

test("what was rejected is not marked", () => {
  const rejected = { ...row("r1#s1", [0, 4]), state: "rejected" } as ItemRow;
  assert.deepEqual(placed([rejected], new Offsets("text")), []);
});
