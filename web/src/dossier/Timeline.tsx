// What was said and done day by day, with the events of datasets among it, marked as such.
import type { Happened, TimelineView } from "../shapes";
import { t } from "../words";
import { queryOf, useAsked, type Filters } from "./asking";
import { Chunks, Room } from "./Chunks";
import { useDesk } from "./desk";
import { Sentence } from "./Sentence";

const SIZE = 40;
const HEIGHT = 118;

export function Timeline() {
  const { filters } = useDesk();
  const { data } = useAsked<TimelineView>(`/dossier/timeline?${queryOf(filters, { limit: 1 })}`);
  if (!data) return <p class="quiet pane">{t("dossier.reading")}</p>;
  if (!data.total) return <p class="quiet pane">{t("dossier.nothing")}</p>;
  return (
    <div class="pane timeline" data-testid="timeline">
      <p class="quiet">{t("dossier.timeline_counts", { total: data.total, days: data.days.length })}
        {data.events_left_out > 0 && ` · ${t("dossier.events_left_out", { count: data.events_left_out })}`}</p>
      {data.left_out.length > 0 && <p class="quiet">{t("dossier.reports_left_out", { reports: data.left_out.map((one) => one.report).join(", ") })}</p>}
      <Chunks key={data.version + queryOf(filters)} total={data.total} size={SIZE} height={HEIGHT}
        draw={(start) => <Page start={start} filters={filters} />} />
    </div>
  );
}

function Page({ start, filters }: { start: number; filters: Filters }) {
  const { data } = useAsked<TimelineView>(`/dossier/timeline?${queryOf(filters, { start, limit: SIZE })}`);
  if (!data) return <Room rows={SIZE} height={HEIGHT} />;
  return (
    <ol class="moments">
      {data.rows.map((row, index) => {
        const day = dayAt(data, start + index);
        return (
          <li key={row.item?.item ?? row.event?.item}>
            {(index === 0 || day?.start === start + index) && <h2>{day?.when}</h2>}
            {row.item ? <Sentence said={row.item} /> : row.event && <Event event={row.event} />}
          </li>
        );
      })}
    </ol>
  );
}

/** The stretch of rows of one day that a row is in. */
const dayAt = (view: TimelineView, place: number) =>
  view.days.find((day) => place >= day.start && place < day.start + day.count);

/** An event of a dataset: coded there, and nobody's statement. */
function Event({ event }: { event: Happened }) {
  return (
    <article class="saying event">
      <header>
        <b class="mark">{t("dossier.event")}</b> <span>{event.category.join(" · ")}</span>
        <span class="quiet">{event.when}{event.doubtful && ` · ${t("dossier.doubtful")}`}{event.place && ` · ${event.place}`}</span>
      </header>
      {event.parties.length > 0 && <p>{event.parties.join(" – ")}</p>}
      {event.note && <blockquote dir="auto">{event.note}</blockquote>}
      <footer class="quiet">
        <span title={event.terms}>{event.dataset} {event.id}</span>
        {event.deaths !== null && <span>{t("dossier.deaths", { count: event.deaths })}</span>}
      </footer>
    </article>
  );
}
