import { useStore } from "../../store";
import type { ModelDocument } from "../../shapes";
import { t } from "../../words";
import type { Mark } from "../reading";
import type { Fitted } from "./geometry";
import type { Proof } from "./proof";

interface Drawn { document: ModelDocument; drawn: Fitted; marks: readonly Mark[]; proof: Proof | null }

/** The states: a ring where one holds, gold where it holds in every way, thick where it is now. */
export function Nodes({ document, drawn, marks, proof }: Drawn) {
  const lit = useStore((state) => state.lit);
  const first = document.status_quo && drawn.spots.has(document.status_quo) ? document.status_quo : [...drawn.spots.keys()][0];
  const { radius } = drawn;
  return (
    <g class="nodes">
      {[...drawn.spots].map(([number, { x, y }]) => {
        const mark = marks[number - 1] ?? "";
        const words = document.states[number - 1]?.words ?? "";
        return (
          <g key={number} class="node" data-testid={`node-${number}`} data-state={number} data-mark={mark}
            data-now={number === document.status_quo} data-lit={number === lit}
            data-proof={proof ? (proof.states.has(number) ? (number === proof.state ? "asked" : "in") : "out") : undefined}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} role="button" tabIndex={number === first ? 0 : -1}
            aria-label={labelOf(number, words, mark, number === document.status_quo)}>
            <title>{words}</title>
            <circle class="target" r={Math.max(12, radius + 3)} />
            {mark && <circle class="ring" r={radius + 3} />}
            <circle class="disc" r={radius} />
            <text y="3.6">{number}</text>
          </g>
        );
      })}
    </g>
  );
}

function labelOf(number: number, words: string, mark: Mark, isNow: boolean): string {
  const parts = [`${number}: ${words}`];
  if (isNow) parts.push(t("model.is_now"));
  if (mark) parts.push(t(mark === "every" ? "model.mark_every" : "model.mark_some"));
  return parts.join("; ");
}
