// Sides: whose colour, dash and letter an item has. Sides of the open model keep those of the
// model; the others take what is left, in the order of the text.
import type { ItemRow, ModelDocument, ReportView } from "../shapes";

export interface Side { colour: number; letter: string; name: string }

const COLOURS = 6;

/** The sides of a report, by the id of the state or body that is spoken for. */
export function sidesOf(view: ReportView, document: ModelDocument | null): Map<string, Side> {
  const sides = new Map<string, Side>();
  const makers = new Map((document?.makers ?? []).map((maker) => [maker.id, maker]));
  const order = view.items.map((row) => sideOf(view, row)).filter((side) => side !== "");
  for (const side of order) {
    const maker = makers.get(side);
    if (maker) sides.set(side, { colour: maker.colour % COLOURS, letter: maker.letter, name: maker.name });
  }
  const colours = free([...sides.values()].map((side) => side.colour));
  const letters = new Set([...sides.values()].map((side) => side.letter));
  for (const side of order) {
    if (sides.has(side)) continue;
    const name = nameOf(view, side);
    const letter = letterOf(name, letters);
    letters.add(letter);
    sides.set(side, { colour: colours.next().value as number, letter, name });
  }
  return sides;
}

/** Whose side an item is on: of who says it, else of who does it. */
export function sideOf(view: ReportView, row: ItemRow): string {
  const speaker = row.speaker ?? row.acts[0]?.actor ?? "";
  return view.actors[speaker]?.side ?? speaker;
}

function nameOf(view: ReportView, side: string): string {
  const speaker = Object.values(view.actors).find((actor) => actor.side === side);
  return speaker?.side_name ?? side;
}

/** The first letter of a name that no other side has; two letters where all are taken. */
function letterOf(name: string, taken: Set<string>): string {
  const letters = [...name.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "")];
  const letter = letters.find((each) => !taken.has(each));
  return letter ?? letters.slice(0, 2).join("");
}

/** Colours that nobody has yet, then all of them over and over. */
function* free(taken: number[]): Generator<number> {
  for (let colour = 0; colour < COLOURS; colour += 1) if (!taken.includes(colour)) yield colour;
  for (let colour = 0; ; colour += 1) yield colour % COLOURS;
}
