// Marks: who says what, as stretches of a text. Stretches of one block do not overlap; what does
// in the report stands in several marks, each on a line of its own beneath the words.
import type { ItemRow } from "../shapes";
import type { Offsets } from "./offsets";

export interface Mark {
  item: string;
  role: "speaker" | "words";
  /** Which line beneath the words is its own, from 0. */
  lane: number;
}

export interface Stretch { text: string; marks: Mark[] }

/** A piece of the text that is drawn at once, with where it begins in the string. */
export interface Block { start: number; text: string }

interface Placed extends Mark { start: number; stop: number }

const LONGEST = 4_000;

/** Parts a text at its line ends; a line that goes on for pages is parted at blanks. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]+\n*|\n+/g)) {
    let start = line.index;
    const stop = start + line[0].length;
    while (stop - start > 2 * LONGEST) {
      const cut = cutOf(text, start + LONGEST);
      blocks.push({ start, text: text.slice(start, cut) });
      start = cut;
    }
    blocks.push({ start, text: text.slice(start, stop) });
  }
  return blocks;
}

/** A place near `wanted` where no letter is cut in two: behind a blank, if one is near. */
function cutOf(text: string, wanted: number): number {
  const blank = text.lastIndexOf(" ", wanted);
  if (blank > wanted - LONGEST / 2) return blank + 1;
  const isSecondHalf = /[\uDC00-\uDFFF]/.test(text.charAt(wanted));
  return isSecondHalf ? wanted + 1 : wanted;
}

/** The marks of all items in units of the string, each with its line. */
export function placed(items: ItemRow[], offsets: Offsets): Placed[] {
  const listed: Placed[] = [];
  const put = (item: string, role: Mark["role"], span: readonly [number, number]) =>
    listed.push({ item, role, lane: 0, start: offsets.units(span[0]), stop: offsets.units(span[1]) });
  for (const row of items) {
    if (row.state === "rejected") continue;
    put(row.id, "words", row.span as [number, number]);
    if (row.speaker_span) put(row.id, "speaker", row.speaker_span as [number, number]);
  }
  listed.sort((a, b) => a.start - b.start || b.stop - a.stop);
  return withLanes(listed);
}

/** Gives what overlaps a line of its own, the innermost the one nearest to the words. */
function withLanes(listed: Placed[]): Placed[] {
  const words = listed.filter((mark) => mark.role === "words");
  for (let place = words.length - 1; place >= 0; place -= 1) {
    const mark = words[place] as Placed;
    const taken = new Set<number>();
    for (let later = place + 1; later < words.length; later += 1) {
      const other = words[later] as Placed;
      if (other.start >= mark.stop) break;
      taken.add(other.lane);
    }
    while (taken.has(mark.lane)) mark.lane += 1;
  }
  return listed;
}

/** Parts a block into stretches that have the same marks throughout. */
export function stretches(block: Block, marks: Placed[]): Stretch[] {
  const end = block.start + block.text.length;
  const here = marks.filter((mark) => mark.start < end && mark.stop > block.start);
  if (here.length === 0) return [{ text: block.text, marks: [] }];
  const edges = new Set([block.start, end]);
  for (const mark of here) {
    edges.add(Math.max(mark.start, block.start));
    edges.add(Math.min(mark.stop, end));
  }
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, place) => {
    const stop = ordered[place + 1] as number;
    const covering = here.filter((mark) => mark.start <= start && mark.stop >= stop);
    return {
      text: block.text.slice(start - block.start, stop - block.start),
      marks: covering.map(({ item, role, lane }) => ({ item, role, lane })),
    };
  });
}
