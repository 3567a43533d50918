import { useMemo } from "preact/hooks";
import { Letter, classOf } from "../../parts/Maker";
import type { ModelDocument } from "../../shapes";
import { t } from "../../words";
import { Pad } from "./Pad";
import type { Rows } from "./rows";

/** What is done in each state: a row an option, a bar where it is taken. */
export function OptionRows({ document, drawn, pads }: Rows) {
  return useMemo(() => (
    <tbody class="options">
      {document.makers.flatMap((maker) => maker.options.map((option, nth) => (
        <tr key={`${maker.id}.${option.id}`} class={classOf(maker.colour)}>
          <th scope="row" class="name" title={option.name}>
            {nth === 0 ? <Letter letter={maker.letter} colour={maker.colour} /> : <b class="letter" />}
            <span>{option.name}</span>
          </th>
          <Pad columns={pads.before} />
          {drawn.map((state) => {
            const step = stepOf(document, state, option.places);
            return (
              <td key={state} class={step ? "taken" : "not"} data-state={state} tabIndex={-1}
                aria-label={saidOf(step, option.level_names)}>
                {option.levels.length > 0 && step > 0 ? step : ""}
              </td>
            );
          })}
          <Pad columns={pads.after} />
        </tr>
      )))}
    </tbody>
  ), [document.states, optionsKey(document), drawn, pads.before, pads.after]);
}

/** How many of the letters of an option say Y in a state: of one with levels, how far it goes. */
function stepOf(document: ModelDocument, state: number, places: readonly number[]): number {
  const letters = (document.states[state - 1]?.form ?? "").replaceAll("|", "");
  return places.filter((place) => letters[place] === "Y").length;
}

function saidOf(step: number, levels: readonly string[]): string {
  if (levels.length) return levels[step] ?? String(step);
  return t(step ? "model.yes" : "model.no");
}

const optionsKey = (document: ModelDocument): string =>
  document.makers.map((maker) => maker.name + maker.options.map((option) => option.name).join()).join();
