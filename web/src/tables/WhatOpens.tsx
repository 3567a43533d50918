import { Letter } from "../parts/Maker";
import { useMakers, useNames } from "../parts/makers";
import type { Opens, SideMove, TableShown } from "../shapes";
import { t } from "../words";

interface Props {
  table: TableShown;
  ticked: number[];
  onTick: (ticked: number[]) => void;
}

/** What would have to give for the table to open; ticking shows the zone that opens. */
export function WhatOpens({ table, ticked, onTick }: Props) {
  if (table.zone.length)
    return (
      <section class="pane opens" aria-labelledby="opens-head">
        <h2 id="opens-head">{t("tables.what_opens")}</h2>
        <p>{t("tables.open_already")}</p>
        <Best numbers={table.best} />
      </section>
    );
  const toggle = (place: number) =>
    onTick(ticked.includes(place) ? ticked.filter((one) => one !== place) : [...ticked, place]);
  return (
    <section class="pane opens" aria-labelledby="opens-head">
      <h2 id="opens-head">{t("tables.what_opens")}</h2>
      {!table.opens.length && <p>{t("tables.nothing_opens")}</p>}
      <fieldset hidden={!table.opens.length}>
        <legend>{t("tables.tick")}</legend>
        {table.opens.map((way, place) => (
          <label key={place} class="way">
            <input type="checkbox" data-testid={`opens-${place}`} checked={ticked.includes(place)} onChange={() => toggle(place)} />
            <WayWords way={way} />
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {ticked.map((place) => {
          const way = table.opens[place];
          return way && <Best key={place} numbers={way.best} />;
        })}
      </div>
      {table.sides.length > 0 && <h3>{t("tables.sides")}</h3>}
      {table.sides.map((side) => <Side key={side.gives.join()} side={side} />)}
    </section>
  );
}

function WayWords({ way }: { way: Opens }) {
  return (
    <span>
      {t("tables.if", { way: way.words })} <span class="quiet">{t("tables.then_open", { count: way.zone.length })}</span>
      {way.ease.map((line) => <span key={line.name} class="line">{t("tables.line", { words: line.words })}</span>)}
    </span>
  );
}

/** The packages that no other is better than for all seated. */
function Best({ numbers }: { numbers: number[] }) {
  const name = useNames();
  if (!numbers.length) return null;
  return (
    <>
      <p>{t("tables.best")}</p>
      <ul>{numbers.slice(0, 8).map((number) => <li key={number} data-state={number}>{name(number)}</li>)}</ul>
    </>
  );
}

/** What one side, or several together, would have to move, and what it would merely suffer. */
function Side({ side }: { side: SideMove }) {
  const maker = useMakers();
  return (
    <div class="sidemove">
      <p>
        {side.gives.map((id) => {
          const found = maker(id);
          return found && <Letter key={id} letter={found.letter} colour={found.colour} />;
        })}{" "}
        <strong>{side.package}</strong>
      </p>
      <p>{t("tables.gives", { way: side.words })}</p>
      {side.suffers.length > 0 && (
        <p class="quiet">{t("tables.suffers", { names: side.suffers.map((id) => maker(id)?.name ?? id).join(", ") })}</p>
      )}
      {side.notes.map((note) => <p key={note} class="quiet">{note}</p>)}
    </div>
  );
}
