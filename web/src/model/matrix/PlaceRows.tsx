import { useMemo } from "preact/hooks";
import { Letter, classOf } from "../../parts/Maker";
import type { Answers, Maker } from "../../shapes";
import { t } from "../../words";
import { Pad } from "./Pad";
import { inkOf } from "./places";
import type { Pads, Rows } from "./rows";

/** How everyone ranks the states: the darker the better, the numbers are places. */
export function PlaceRows({ document, answers, before, drawn, pads, chosen }: Rows & { before: Answers | null; chosen: string }) {
  return (
    <tbody class="places">
      {document.makers.map((maker) => (
        <PlaceRow key={maker.id} maker={maker} places={answers.ranks[maker.id] ?? NONE} isChosen={maker.id === chosen}
          before={before?.ranks[maker.id] ?? NONE} drawn={drawn} pads={pads} />
      ))}
    </tbody>
  );
}

const NONE: readonly number[] = [];

function PlaceRow({ maker, places, before, drawn, pads, isChosen }: {
  maker: Maker; places: readonly number[]; before: readonly number[]; drawn: readonly number[]; pads: Pads; isChosen: boolean;
}) {
  const [now, then] = [places.join(), before.join()];
  return useMemo(() => {
    const last = Math.max(...places);
    const inks = Array.from({ length: last + 1 }, (_, place) => inkOf(place, last));
    return (
      <tr class={classOf(maker.colour)}>
        <th scope="row" class="name" data-chosen={isChosen}>
          <Letter letter={maker.letter} colour={maker.colour} /><span>{maker.name}</span>
        </th>
        <Pad columns={pads.before} />
        {drawn.map((state) => {
          const place = places[state - 1] ?? 0;
          return (
            <td key={state} data-state={state} tabIndex={-1} data-went={wentOf(place, before[state - 1])}
              style={inks[place]} aria-label={t("model.place", { place })}>{place}</td>
          );
        })}
        <Pad columns={pads.after} />
      </tr>
    );
  }, [now, then, drawn, pads.before, pads.after, isChosen, maker.name, maker.letter]);
}

const wentOf = (place: number, before: number | undefined): string | undefined =>
  before === undefined || before === place ? undefined : place < before ? "up" : "down";
