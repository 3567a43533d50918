// The sentences of one cell of the table: where an actor stands on an issue, and by which sentences.
import type { PositionCell, PositionsView } from "../shapes";
import { t } from "../words";
import { Chunks } from "./Chunks";
import { queryOf, useAsked } from "./asking";
import { setDesk, useDesk } from "./desk";
import { kindsOf } from "./matrix";
import { Sentence } from "./Sentence";

const SIZE = 20;

export function Cell({ actor, issue }: { actor: string; issue: string }) {
  const { filters } = useDesk();
  const { data } = useAsked<PositionsView>(`/dossier/positions?${queryOf({ ...filters, actor, issue })}`);
  if (!data) return <p class="quiet">{t("dossier.reading")}</p>;
  const names = new Map(data.kinds.map((kind) => [kind.id, kind.name]));
  const name = data.actors[0]?.name ?? "";
  return (
    <div data-testid="cell">
      <button class="close" aria-label={t("shell.close")} onClick={() => setDesk({ cell: null })}>×</button>
      {!data.cells.length && <p class="quiet">{t("dossier.nothing")}</p>}
      {data.cells.map((cell) => (
        <section key={cell.topic ?? cell.issue} class="stance">
          <h2>{name} · {cell.issue === "-" ? `“${cell.about}”` : cell.about}: {counted(cell, names)}</h2>
          <p class="quiet">
            {cell.days} · {t("dossier.sources", { sources: cell.sources, independent: cell.independent })}
            {" · "}{t("dossier.reviewed", { reviewed: cell.reviewed, count: cell.count })}
            {cell.changed && <> · <b class="changed">⇄</b> {t("dossier.changed_why")}</>}
          </p>
          <p class="grade" data-grade={cell.grade}>{cell.grade_words}</p>
          <Chunks total={cell.stances.length} size={SIZE} height={150}
            draw={(start) => cell.stances.slice(start, start + SIZE).map((said) => <Sentence key={said.item} said={said} isShort />)} />
        </section>
      ))}
    </div>
  );
}

const counted = (cell: PositionCell, names: Map<string, string>): string =>
  kindsOf(cell).map(([kind, count]) => `${names.get(kind)}${count > 1 ? ` ×${count}` : ""}`).join(", ");
