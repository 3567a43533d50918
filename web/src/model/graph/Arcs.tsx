import { useMemo } from "preact/hooks";
import { classOf, dashOf } from "../../parts/Maker";
import type { Answers, Maker } from "../../shapes";
import type { Mark } from "../reading";
import { lineOf, routesOf, type Arc, type Route } from "./routes";
import type { Fitted } from "./geometry";
import { moveKey, type Proof } from "./proof";

interface Drawn { arcs: Answers["arcs"]; makers: readonly Maker[]; drawn: Fitted; marks: readonly Mark[]; proof: Proof | null }

/** The moves: solid heads where the mover gains; what proves an answer is drawn over the rest. */
export function Arcs({ arcs, makers, drawn, marks, proof }: Drawn) {
  const usual = useMemo(() => routesOf(arcs.map(toArc), drawn), [arcs, drawn]);
  const routes = useMemo(() => [...usual, ...routesOf(missing(usual, proof), drawn, usual)], [usual, proof]);
  const room = (state: number) => drawn.radius + (marks[state - 1] ? 5 : 2);
  return (
    <g class="arcs" aria-hidden="true">
      {routes.map((route) => {
        const { maker, start, end, improves, returns } = route.arc;
        const key = moveKey(maker, start, end);
        const colour = makers[maker]?.colour ?? 0;
        return (
          <path key={key} class={`arc ${classOf(colour)}`} data-improves={improves} data-proof={proof?.moves.get(key)}
            d={lineOf(route, room(start) + (returns ? 4 : 0), room(end) + 3)} stroke-dasharray={dashOf(colour)}
            marker-end={`url(#${improves ? "gain" : "move"}-${colour % 6})`}
            marker-start={returns ? `url(#back-${colour % 6})` : undefined} />
        );
      })}
    </g>
  );
}

const toArc = ([maker, start, end, improves, returns]: Answers["arcs"][number]): Arc =>
  ({ maker, start, end, improves, returns });

/** Moves of a proof that the graph leaves out, since others in a row say the same. */
function missing(routes: readonly Route[], proof: Proof | null): Arc[] {
  if (!proof) return [];
  const there = new Set(routes.map(({ arc }) => moveKey(arc.maker, arc.start, arc.end)));
  return [...proof.moves].filter(([key]) => !there.has(key)).map(([key, kind]) => {
    const [maker, start, end] = key.split("-").map(Number) as [number, number, number];
    return { maker, start, end, improves: kind === "leaves", returns: false };
  });
}

/** The heads of arcs in the colours of their movers. */
export function Heads({ makers }: { makers: readonly Maker[] }) {
  const colours = [...new Set(makers.map((maker) => maker.colour % 6))];
  return (
    <defs>
      {colours.flatMap((colour) => [
        <marker key={`gain-${colour}`} id={`gain-${colour}`} class={classOf(colour)} viewBox="0 0 10 8" refX="7" refY="4"
          markerWidth="8.5" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="solid" d="M0 0L10 4L0 8Z" /></marker>,
        <marker key={`move-${colour}`} id={`move-${colour}`} class={classOf(colour)} viewBox="0 0 8 8" refX="7" refY="4"
          markerWidth="6" markerHeight="6" markerUnits="userSpaceOnUse" orient="auto"><path class="open" d="M1 1L7 4L1 7" /></marker>,
        <marker key={`back-${colour}`} id={`back-${colour}`} class={classOf(colour)} viewBox="0 0 8 8" refX="1" refY="4"
          markerWidth="6" markerHeight="6" markerUnits="userSpaceOnUse" orient="auto"><path class="open" d="M7 1L1 4L7 7" /></marker>,
      ])}
    </defs>
  );
}
