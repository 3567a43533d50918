// Claims with their denials, and what has the words that are looked for.
import { showItem } from "../actions";
import type { DisputesView, SearchView } from "../shapes";
import { t } from "../words";
import { queryOf, useAsked, type Filters } from "./asking";
import { Chunks, Room } from "./Chunks";
import { useDesk } from "./desk";
import { Sentence } from "./Sentence";

const PAIRS = 10;
const ROWS = 40;
const PAIR_HEIGHT = 320;
const ROW_HEIGHT = 118;

export function Disputes() {
  const { filters } = useDesk();
  const { data } = useAsked<DisputesView>(`/dossier/disputes?${queryOf(filters, { limit: 1 })}`);
  if (!data) return <p class="quiet pane">{t("dossier.reading")}</p>;
  if (!data.total) return <p class="quiet pane">{t("dossier.no_disputes")}</p>;
  return (
    <div class="pane" data-testid="disputes">
      <p class="quiet">{t("dossier.disputes_count", { count: data.total })}</p>
      <Chunks key={data.version + queryOf(filters)} total={data.total} size={PAIRS} height={PAIR_HEIGHT}
        draw={(start) => <DisputePage start={start} filters={filters} />} />
    </div>
  );
}

function DisputePage({ start, filters }: { start: number; filters: Filters }) {
  const { data } = useAsked<DisputesView>(`/dossier/disputes?${queryOf(filters, { start, limit: PAIRS })}`);
  if (!data) return <Room rows={PAIRS} height={PAIR_HEIGHT} />;
  return (
    <>
      {data.disputes.map((dispute) => (
        <section key={dispute.claim.item} class="dispute">
          <div><h2>{t("dossier.claimed")}</h2><Sentence said={dispute.claim} /></div>
          <div>
            <h2>{t("dossier.denied")}</h2>
            {dispute.denials.map((denial) => <Sentence key={denial.item} said={denial} />)}
            {dispute.count > dispute.denials.length && <p class="quiet">{t("dossier.more_denials", { count: dispute.count - dispute.denials.length })}</p>}
          </div>
        </section>
      ))}
    </>
  );
}

export function Search() {
  const { filters } = useDesk();
  const { data } = useAsked<SearchView>(`/dossier/search?${queryOf(filters, { limit: 1 })}`);
  if (!data) return <p class="quiet pane">{t("dossier.reading")}</p>;
  return (
    <div class="pane timeline" data-testid="search">
      <p class="quiet">{t("dossier.search_counts", { total: data.total, reports: data.reports.length })}</p>
      <Chunks key={data.version + queryOf(filters)} total={data.total} size={ROWS} height={ROW_HEIGHT}
        draw={(start) => <SearchPage start={start} filters={filters} />} />
      {data.reports.length > 0 && <h2>{t("dossier.search_reports")}</h2>}
      <ul class="plain">
        {data.reports.map(([report, title]) => <li key={report}><button class="link" onClick={() => showItem(report)}>{report} · {title}</button></li>)}
      </ul>
    </div>
  );
}

function SearchPage({ start, filters }: { start: number; filters: Filters }) {
  const { data } = useAsked<SearchView>(`/dossier/search?${queryOf(filters, { start, limit: ROWS })}`);
  if (!data) return <Room rows={ROWS} height={ROW_HEIGHT} />;
  return <ol class="moments">{data.rows.map((said) => <li key={said.item}><Sentence said={said} /></li>)}</ol>;
}
