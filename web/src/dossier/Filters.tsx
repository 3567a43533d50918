// Whose, about what, what kind, since and until when, and with which words.
import { useEffect, useRef, useState } from "preact/hooks";
import type { DossierHeads } from "../shapes";
import { t } from "../words";
import { NO_FILTERS, type Filters as Asked } from "./asking";
import { setDesk, setFilters, useDesk } from "./desk";

const PAUSE = 250;
const MOST = 300;

export function Filters({ heads }: { heads: DossierHeads | null }) {
  const { filters } = useDesk();
  const isFiltered = Object.values(filters).some(Boolean);
  const choose = (name: keyof Asked) => (event: { currentTarget: HTMLSelectElement | HTMLInputElement }) =>
    setFilters({ [name]: event.currentTarget.value });
  return (
    <form class="filtering" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>{t("dossier.actor")}
        <select value={filters.actor} onChange={choose("actor")} data-testid="filter-actor">
          <option value="">{t("dossier.everybody")}</option>
          {shownOf(heads?.actors ?? [], filters.actor).map((head) => <option key={head.id} value={head.id}>{head.name} ({head.count})</option>)}
        </select>
      </label>
      <label>{t("dossier.issue")}
        <select value={filters.issue} onChange={choose("issue")} data-testid="filter-issue">
          <option value="">{t("dossier.everything")}</option>
          {heads?.issues.map((head) => (
            <option key={head.id} value={head.id}>{head.name || t("dossier.no_issue")} ({head.count})</option>
          ))}
        </select>
      </label>
      <label>{t("dossier.kind")}
        <select value={filters.kind} onChange={choose("kind")} data-testid="filter-kind">
          <option value="">{t("dossier.any_kind")}</option>
          {heads?.kinds.map((head) => <option key={head.id} value={head.id}>{head.name} ({head.count})</option>)}
        </select>
      </label>
      <label>{t("dossier.from")}<input type="date" value={filters.from} onChange={choose("from")} data-testid="filter-from" /></label>
      <label>{t("dossier.to")}<input type="date" value={filters.to} onChange={choose("to")} data-testid="filter-to" /></label>
      <label title={t("dossier.as_of_why")}>{t("dossier.as_of")}
        <input type="date" value={filters.as_of} onChange={choose("as_of")} data-testid="filter-as-of" />
      </label>
      <Words />
      {isFiltered && <button type="button" onClick={() => { setFilters(NO_FILTERS); setDesk({ cell: null }); }}>{t("dossier.no_filters")}</button>}
    </form>
  );
}

/** The actors that are offered: those with most to say, and the one that is chosen. */
const shownOf = (actors: DossierHeads["actors"], chosen: string): DossierHeads["actors"] =>
  actors.filter((head, place) => place < MOST || head.id === chosen);

/** The words that are looked for, asked a moment after the last letter. */
function Words() {
  const { filters } = useDesk();
  const [text, write] = useState(filters.q);
  const timer = useRef(0);
  useEffect(() => write(filters.q), [filters.q]);
  const change = (value: string) => {
    write(value);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setFilters({ q: value }), PAUSE);
  };
  return (
    <label>{t("dossier.words")}
      <input type="search" value={text} onInput={(event) => change(event.currentTarget.value)} data-testid="filter-words" />
    </label>
  );
}
