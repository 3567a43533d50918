import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { askWhy, drawAnew, light } from "../../actions";
import { Dash, classOf } from "../../parts/Maker";
import type { ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { marksOf } from "../reading";
import { Arcs, Heads } from "./Arcs";
import { fitted, neighbour, type Spot } from "./geometry";
import { MoveList } from "./MoveList";
import { Nodes } from "./Nodes";
import { useProof } from "./proof";
import { Ticks, marginOf } from "./Ticks";

/** The states, who can move between them and would. A change of a wish moves no state. */
export function GraphPane() {
  const document = useStore((state) => state.document);
  const answers = useStore((state) => state.preview?.answers ?? state.answers);
  const technical = useStore((state) => state.technical);
  const proof = useProof();
  const [pane, room] = useRoom();
  const places = usePlaces(document);
  const margin = marginOf(document, technical);
  const drawn = useMemo(
    () => (places.size ? fitted(places, room, margin) : null),
    [places, room.width, room.height, margin.left, margin.top]);
  const marks = useMemo(() => (answers ? marksOf(answers, technical) : []), [answers, technical]);
  const undrawn = document && drawn ? marks.filter((mark, index) => mark && !drawn.spots.has(index + 1)).length : 0;
  const leftOut = document?.graph?.left_out ?? 0;
  const isScrolled = drawn !== null && (drawn.height > room.height + 1 || drawn.width > room.width + 1);

  const press = (event: KeyboardEvent) => {
    const node = (event.target as Element).closest<SVGElement>("[data-state]");
    const number = Number(node?.dataset["state"]);
    if (!number || !drawn) return;
    if (event.key === "Enter" || event.key === " ") ask(number);
    else if (event.key.startsWith("Arrow")) {
      const next = neighbour(drawn.spots, number, event.key);
      pane.current?.querySelector<SVGElement>(`[data-state="${next}"]`)?.focus();
      light(next);
    } else return;
    event.preventDefault();
  };
  const pointed = (event: Event) => {
    const node = (event.target as Element).closest<SVGElement>("[data-state]");
    light(node ? Number(node.dataset["state"]) : null);
  };
  return (
    <>
      <div class="graphhead">
        <h2>{t("model.graph")}</h2>
        <ul class="legend">
          {document?.makers.map((maker) => (
            <li key={maker.id} class={classOf(maker.colour)}><Dash colour={maker.colour} /> {maker.name}</li>
          ))}
        </ul>
      </div>
      {document?.shown === "sets" && <p class="quiet">{t("model.no_graph", { count: document.size_words })}</p>}
      <div class="drawing" ref={pane} role={isScrolled ? "group" : undefined} tabIndex={isScrolled ? 0 : undefined}
        aria-label={isScrolled ? t("model.graph") : undefined}>
        {document && answers && drawn && (
          <svg class="graph" data-proof={proof !== null} width={drawn.width} height={drawn.height} role="group" aria-label={t("model.graph")}
            onKeyDown={press} onPointerOver={pointed} onPointerLeave={() => light(null)}
            onClick={(event) => { const node = (event.target as Element).closest<SVGElement>("[data-state]"); if (node) ask(Number(node.dataset["state"])); }}>
            <Heads makers={document.makers} />
            <Ticks document={document} drawn={drawn} places={places} technical={technical} />
            <Arcs arcs={answers.arcs} makers={document.makers} drawn={drawn} marks={marks} proof={proof} />
            <Nodes document={document} drawn={drawn} marks={marks} proof={proof} />
          </svg>
        )}
      </div>
      {drawn && leftOut > 0 && (
        <p class="quiet under">
          {t("model.left_out", { drawn: places.size, count: leftOut })}{" "}
          {undrawn > 0 && <b data-testid="undrawn">{t("model.undrawn", { count: undrawn })}</b>}{" "}
          <button class="link" data-testid="draw-anew" onClick={() => void drawAnew()}>{t("model.draw_anew")}</button>
        </p>
      )}
      {document && answers && drawn && <MoveList document={document} arcs={answers.arcs} />}
    </>
  );
}

function ask(state: number): void {
  void askWhy({ state, concept: "hold" });
}

/** The places of the states that are drawn, the same object as long as they are the same. */
function usePlaces(document: ModelDocument | null): Map<number, Spot> {
  const drawn = (document?.states ?? []).filter((state) => state.x != null && state.y != null);
  const key = drawn.map((state) => `${state.number} ${state.x} ${state.y}`).join();
  return useMemo(
    () => new Map(drawn.map((state) => [state.number, { x: state.x as number, y: state.y as number }])), [key]);
}

/** The room a pane has, followed as it changes. */
function useRoom() {
  const pane = useRef<HTMLDivElement>(null);
  const [room, set] = useState({ width: 560, height: 300 });
  useEffect(() => {
    if (!pane.current) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry?.contentRect ?? room;
      set((old) => (old.width === Math.floor(width) && old.height === Math.floor(height) ? old
        : { width: Math.floor(width), height: Math.floor(height) }));
    });
    watch.observe(pane.current);
    return () => watch.disconnect();
  }, []);
  return [pane, room] as const;
}
