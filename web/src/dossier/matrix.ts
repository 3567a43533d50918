// The table of actors and issues: what stands in a cell, and which part of it is drawn.
import type { PositionCell } from "../shapes";

const FOR = new Set(["offer", "agree", "promise", "agree_to_talk", "concede"]);
const AGAINST = new Set(["reject", "refuse", "deny"]);

export const keyOf = (actor: string, issue: string): string => `${actor}\n${issue}`;

/** The cells by actor and issue. */
export const byPlace = (cells: readonly PositionCell[]): Map<string, PositionCell> =>
  new Map(cells.map((cell) => [keyOf(cell.actor, cell.issue), cell]));

/** The kinds of acts in a cell, the most frequent first. */
export const kindsOf = (cell: PositionCell): [string, number][] =>
  Object.entries(cell.kinds).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));

/** On which side of an issue a kind of act stands. */
export function sideOf(kind: string): "for" | "against" | "other" {
  if (FOR.has(kind)) return "for";
  return AGAINST.has(kind) ? "against" : "other";
}

/** The first place drawn and the one after the last, of a line of places of one size. */
export function inView(at: number, room: number, size: number, count: number, more = 4): [number, number] {
  const first = Math.max(Math.floor(at / size) - more, 0);
  return [Math.min(first, count), Math.min(Math.ceil((at + room) / size) + more, count)];
}

/** The next filled cell from a place, in a direction; the place itself where there is none. */
export function nextFilled(
  place: [number, number], step: [number, number], size: [number, number], isFilled: (row: number, column: number) => boolean,
): [number, number] {
  let [row, column] = place;
  for (;;) {
    row += step[0];
    column += step[1];
    if (row < 0 || column < 0 || row >= size[0] || column >= size[1]) return place;
    if (isFilled(row, column)) return [row, column];
  }
}
