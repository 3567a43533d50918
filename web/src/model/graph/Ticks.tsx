import type { ModelDocument } from "../../shapes";
import type { Fitted, Spot } from "./geometry";

/** The room that the choices beside the graph take. */
export function marginOf(document: ModelDocument | null, technical: boolean): { left: number; top: number } {
  const ticks = technical ? (document?.graph?.ticks ?? []) : [];
  return {
    left: ticks.some((tick) => tick.axis === "down") ? 46 : 0,
    top: ticks.some((tick) => tick.axis === "across") ? 18 : 0,
  };
}

/** The choices of two sides, beside the rows and above the columns of the graph. */
export function Ticks({ document, drawn, places, technical }: {
  document: ModelDocument; drawn: Fitted; places: ReadonlyMap<number, Spot>; technical: boolean;
}) {
  const { ticks = [], directions = [] } = document.graph ?? {};
  if (!technical || !ticks.length) return null;
  const [first, last] = extremes(places);
  const [from, to] = [drawn.spots.get(first.number) as Spot, drawn.spots.get(last.number) as Spot];
  const across = (at: number) => from.x + ((at - first.x) * (to.x - from.x)) / (last.x - first.x || 1);
  const down = (at: number) => {
    const [top, bottom] = vertical(places);
    const [a, b] = [drawn.spots.get(top.number) as Spot, drawn.spots.get(bottom.number) as Spot];
    return a.y + ((at - top.y) * (b.y - a.y)) / (bottom.y - top.y || 1);
  };
  const letters = (axis: string) =>
    document.makers.filter((_, index) => directions[index] === axis).map((maker) => maker.letter).join("");
  return (
    <g class="ticks" aria-hidden="true">
      {ticks.map((tick) => (tick.axis === "across"
        ? <text key={`a${tick.at}`} x={across(tick.at)} y="12" text-anchor="middle">{letters("across")} {tick.form}</text>
        : <text key={`d${tick.at}`} x="4" y={down(tick.at) + 4}>{letters("down")} {tick.form}</text>))}
    </g>
  );
}

type Numbered = Spot & { number: number };
const listed = (places: ReadonlyMap<number, Spot>): Numbered[] => [...places].map(([number, spot]) => ({ number, ...spot }));
const extremes = (places: ReadonlyMap<number, Spot>): [Numbered, Numbered] => {
  const all = listed(places).sort((a, b) => a.x - b.x);
  return [all[0] as Numbered, all[all.length - 1] as Numbered];
};
const vertical = (places: ReadonlyMap<number, Spot>): [Numbered, Numbered] => {
  const all = listed(places).sort((a, b) => a.y - b.y);
  return [all[0] as Numbered, all[all.length - 1] as Numbered];
};
