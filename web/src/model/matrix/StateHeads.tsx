import { useMemo } from "preact/hooks";
import type { ModelDocument } from "../../shapes";
import { t } from "../../words";
import type { Mark } from "../reading";
import { Pad } from "./Pad";
import { wordsOf, type Pads } from "./rows";

/** The numbers of the states, ringed where one holds, gold where it holds in every way. */
export function StateHeads({ document, drawn, pads, marks }: {
  document: ModelDocument; drawn: readonly number[]; pads: Pads; marks: readonly Mark[];
}) {
  const shown = drawn.map((state) => marks[state - 1]).join();
  return useMemo(() => (
    <thead>
      <tr>
        <th scope="col" class="name">{t("model.states")}</th>
        <Pad columns={pads.before} />
        {drawn.map((state, index) => (
          <th key={state} scope="col" class="state" data-state={state} data-mark={marks[state - 1]}
            data-now={state === document.status_quo} tabIndex={-1} aria-colindex={pads.before + index + 2}
            title={wordsOf(document, state)} aria-label={`${state}: ${wordsOf(document, state)}`}>
            <span>{state}</span>
          </th>
        ))}
        <Pad columns={pads.after} />
      </tr>
    </thead>
  ), [document, drawn, pads.before, pads.after, shown]);
}
