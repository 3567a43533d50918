import { useState } from "preact/hooks";
import { light } from "../actions";
import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import type { Outcome, TableShown } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { GROUPS, groupOf } from "./grouping";

/** What the seated can bring about together: dark where all gain, hatched where a line is crossed. */
export function ZoneMap({ table, ticked }: { table: TableShown; ticked: number[] }) {
  const lit = useStore((state) => state.lit);
  const [chosen, choose] = useState<number | null>(null);
  const opened = new Set(ticked.flatMap((place) => table.opens[place]?.zone ?? []));
  const outcome = table.outcomes.find((one) => one.state === chosen);
  return (
    <section class="pane zone" aria-labelledby="zone-head">
      <h2 id="zone-head">{t("tables.map")}</h2>
      {table.outcomes.length > 0 && <p>{t("tables.reached", { count: table.reached })}</p>}
      {table.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {GROUPS.map((group) => {
        const outcomes = table.outcomes.filter((one) => groupOf(one, table.seats) === group);
        if (!outcomes.length) return null;
        return (
          <div key={group} class="group">
            <h3>{t(`tables.group_${group}`)} <span class="quiet">{outcomes.length}</span></h3>
            <ul>
              {outcomes.map((one) => (
                <li key={one.state}>
                  <button class="tile" data-testid={`outcome-${one.state}`} data-group={group} data-line={one.lines.length > 0}
                    data-open={one.open} data-opened={opened.has(one.state)} data-lit={lit === one.state}
                    aria-pressed={chosen === one.state} aria-label={labelOf(one, opened.has(one.state))} title={one.words}
                    onClick={() => choose(chosen === one.state ? null : one.state)}
                    onMouseEnter={() => light(one.state)} onMouseLeave={() => light(null)}
                    onFocus={() => light(one.state)} onBlur={() => light(null)}>
                    <span>{one.state}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {table.more > 0 && <p class="quiet">{t("tables.more", { count: table.more })}</p>}
      {table.outcomes.length > 0 && <Key />}
      <div aria-live="polite">{outcome && <Detail outcome={outcome} table={table} />}</div>
    </section>
  );
}

function labelOf(outcome: Outcome, opened: boolean): string {
  const parts = [`${outcome.state}: ${outcome.words}`];
  if (outcome.open) parts.push(t("tables.key_open"));
  if (opened) parts.push(t("tables.key_opened"));
  if (outcome.lines.length) parts.push(t("tables.key_line"));
  return parts.join(". ");
}

function Key() {
  return (
    <ul class="key quiet" aria-hidden="true">
      <li><span class="tile" data-group="all" />{t("tables.key_all")}</li>
      <li><span class="tile" data-open="true" />{t("tables.key_open")}</li>
      <li><span class="tile" data-line="true" />{t("tables.key_line")}</li>
      <li><span class="tile" data-opened="true" />{t("tables.key_opened")}</li>
    </ul>
  );
}

/** One outcome: who does what, and what it is to everybody. */
function Detail({ outcome, table }: { outcome: Outcome; table: TableShown }) {
  const maker = useMakers();
  return (
    <div class="detail" data-testid="outcome">
      <p><strong>{outcome.words}</strong></p>
      <ul>
        {[...table.seats, ...table.absent].map((id) => {
          const found = maker(id);
          const gain = outcome.gains[id] ?? 0;
          return (
            <li key={id}>
              {found && <Letter letter={found.letter} colour={found.colour} />} {found?.name ?? id}: {gainWords(gain)}
              {outcome.lines.includes(id) && <strong> · {t("tables.crosses")}</strong>}
              {table.absent.includes(id) && <span class="quiet"> · {t("tables.absent")}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What an outcome is to somebody, in words. */
export function gainWords(gain: number): string {
  if (gain === 0) return t("tables.same");
  return gain > 0 ? t("tables.better", { places: gain }) : t("tables.worse", { places: -gain });
}
