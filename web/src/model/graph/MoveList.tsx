import { useState } from "preact/hooks";
import { askWhy, light } from "../../actions";
import { Letter } from "../../parts/Maker";
import type { Answers, ModelDocument } from "../../shapes";
import { t } from "../../words";

/** The graph as a list: from each state who would go where. */
export function MoveList({ document, arcs }: { document: ModelDocument; arcs: Answers["arcs"] }) {
  const [isOpen, open] = useState(false);
  const words = (state: number) => document.states[state - 1]?.words || String(state);
  const starts = isOpen ? [...new Set(arcs.map(([, start]) => start))].sort((a, b) => a - b) : [];
  return (
    <details class="movelist" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{t("model.as_list")}</summary>
      <dl>
        {starts.map((start) => (
          <div key={start} onPointerEnter={() => light(start)} onPointerLeave={() => light(null)}>
            <dt><button class="link" onClick={() => void askWhy({ state: start, concept: "hold" })}>{start} · {words(start)}</button></dt>
            {arcs.filter((arc) => arc[1] === start).map(([maker, , end, improves]) => {
              const mover = document.makers[maker];
              return mover && (
                <dd key={`${maker}-${end}`}>
                  <Letter letter={mover.letter} colour={mover.colour} />{" "}
                  {t(improves ? "model.would_move" : "model.can_move", { name: mover.name, number: end, words: words(end) })}
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </details>
  );
}
