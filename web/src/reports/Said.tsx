import { useEffect, useRef } from "preact/hooks";
import type { ReportView } from "../shapes";
import { t } from "../words";
import { Card } from "./Card";
import { listed, setDesk, useDesk, type Shown } from "./desk";
import type { Side } from "./sides";
import { step } from "./work";

const FILTERS: Shown[] = ["all", "open", "accepted", "rejected"];
const MANY = 60; // cards; of more, only those near what is seen are whole

/** Who said what: how much of it was checked, and a card each. */
export function Said({ view, sides }: { view: ReportView; sides: Map<string, Side> }) {
  const desk = useDesk();
  const list = useRef<HTMLOListElement>(null);
  /** The report the items of which were gone through: the first is not taken into focus. */
  const seen = useRef("");
  const rows = listed(desk);
  const { items, to_check: left } = view.progress;
  const speakers = [...new Set(view.items.map((row) => row.speaker ?? ""))].filter(Boolean);
  useEffect(() => {
    const card = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    card?.scrollIntoView({ block: "nearest" });
    const isWriting = document.activeElement?.closest("input, select, textarea, form") ?? null;
    if (seen.current === view.id && !isWriting && !desk.form) card?.focus({ preventScroll: true });
    seen.current = view.id;
  }, [desk.current, view.id, desk.form === null]);
  const arrows = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || (event.target as HTMLElement).closest("input, select, textarea")) return;
    event.preventDefault();
    step(by as 1 | -1);
  };
  return (
    <section class="pane said" aria-label={t("reports.said")}>
      <header class="sofar">
        <h2>{t("reports.checked", { checked: items - left, items })}</h2>
        <progress max={Math.max(items, 1)} value={items - left} aria-label={t("reports.checked", { checked: items - left, items })} />
      </header>
      <div class="filters">
        <label>
          <span class="unseen">{t("reports.show")}</span>
          <select data-testid="filter" value={desk.shown} onChange={(event) => setDesk({ shown: event.currentTarget.value as Shown })}>
            {FILTERS.map((each) => <option key={each} value={each}>{t(`reports.show_${each}`)}</option>)}
          </select>
        </label>
        <label>
          <span class="unseen">{t("reports.by")}</span>
          <select data-testid="filter-actor" value={desk.actor} onChange={(event) => setDesk({ actor: event.currentTarget.value })}>
            <option value="">{t("reports.everybody")}</option>
            {speakers.map((id) => <option key={id} value={id}>{view.actors[id]?.name ?? id}</option>)}
          </select>
        </label>
      </div>
      {rows.length === 0 && <p class="quiet">{t(view.items.length ? "reports.none_listed" : "reports.none_read")}</p>}
      <ol ref={list} onKeyDown={arrows}>
        {rows.map((row) => (
          <Card key={row.id} row={row} view={view} side={sides.get(view.actors[row.speaker ?? ""]?.side ?? row.speaker ?? "")}
            isCurrent={row.id === desk.current} isMany={rows.length > MANY} isEdited={desk.form?.kind === "edit" && desk.form.item === row.id} />
        ))}
      </ol>
    </section>
  );
}
