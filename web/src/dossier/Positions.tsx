// Who stands where: a table of actors and issues, of which only what is in view is drawn.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PositionCell, PositionsView } from "../shapes";
import { t } from "../words";
import { queryOf, useAsked } from "./asking";
import { Cell } from "./Cell";
import { setDesk, useDesk } from "./desk";
import { byPlace, inView, keyOf, kindsOf, nextFilled, sideOf } from "./matrix";

const ROW = 48;
const COLUMN = 142;
const STEPS: Record<string, [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

export function Positions() {
  const { filters, cell } = useDesk();
  const { data } = useAsked<PositionsView>(`/dossier/positions?${queryOf(filters)}`);
  if (!data) return <p class="quiet pane">{t("dossier.reading")}</p>;
  if (!data.cells.length) return <p class="quiet pane">{t("dossier.nothing")}</p>;
  return (
    <div class="positions">
      <Matrix view={data} />
      <section class="pane cellpane" aria-live="polite" aria-label={t("dossier.sentences")}>
        {cell ? <Cell key={keyOf(cell.actor, cell.issue)} {...cell} /> : <p class="quiet">{t("dossier.choose_cell")}</p>}
      </section>
    </div>
  );
}

function Matrix({ view }: { view: PositionsView }) {
  const cells = useMemo(() => byPlace(view.cells), [view]);
  const names = useMemo(() => new Map(view.kinds.map((kind) => [kind.id, kind.name])), [view]);
  const [seen, see] = useState({ top: 0, left: 0, height: 640, width: 1000 });
  const [place, setPlace] = useState<[number, number]>([0, 0]);
  const box = useRef<HTMLDivElement>(null);
  const { actors, issues } = view;
  const [firstRow, lastRow] = inView(seen.top, seen.height, ROW, actors.length);
  const [firstColumn, lastColumn] = inView(seen.left, seen.width, COLUMN, issues.length, 2);
  const look = () => {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = box.current as HTMLDivElement;
    see({ top: scrollTop, left: scrollLeft, height: clientHeight, width: clientWidth });
  };
  useEffect(look, [view]);
  useEffect(() => setPlace(firstFilled(view, cells)), [cells]);
  const at = (row: number, column: number) => cells.get(keyOf(actors[row]?.id ?? "", issues[column]?.id ?? ""));
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = nextFilled(place, step, [actors.length, issues.length], (row, column) => at(row, column) !== undefined);
    setPlace(next);
    const node = box.current as HTMLDivElement;
    bring(node, next);
    requestAnimationFrame(() => requestAnimationFrame(() => node.querySelector<HTMLElement>(`[data-place="${next.join("-")}"]`)?.focus()));
  };
  return (
    <div class="pane matrixbox" ref={box} onScroll={look} onKeyDown={move}>
      <table class="stands" aria-rowcount={actors.length + 1} aria-colcount={issues.length + 1} data-testid="positions">
        <caption class="unseen">{t("dossier.positions_caption")}</caption>
        <colgroup><col class="names" /><col style={{ width: `${firstColumn * COLUMN}px` }} />
          {issues.slice(firstColumn, lastColumn).map((issue) => <col key={issue.id} class="issue" />)}
          <col style={{ width: `${(issues.length - lastColumn) * COLUMN}px` }} />
        </colgroup>
        <thead>
          <tr><th scope="col">{t("dossier.actor")}</th><td aria-hidden="true" />
            {issues.slice(firstColumn, lastColumn).map((issue, index) => (
              <th key={issue.id} scope="col" aria-colindex={firstColumn + index + 2}>{issue.name || t("dossier.no_issue")}</th>
            ))}
            <td aria-hidden="true" /></tr>
        </thead>
        <tbody>
          {firstRow > 0 && <tr aria-hidden="true" style={{ height: `${firstRow * ROW}px` }}><td /></tr>}
          {actors.slice(firstRow, lastRow).map((actor, rowIndex) => (
            <tr key={actor.id} aria-rowindex={firstRow + rowIndex + 2}>
              <th scope="row" title={`${actor.name}, ${actor.kind_words}`}><span class="standing">{actor.name} <span class="quiet">{actor.count}</span></span></th><td aria-hidden="true" />
              {issues.slice(firstColumn, lastColumn).map((issue, index) => {
                const [row, column] = [firstRow + rowIndex, firstColumn + index];
                const cell = at(row, column);
                return (
                  <td key={issue.id}>
                    {cell && <CellButton cell={cell} names={names} label={`${actor.name}, ${issue.name || t("dossier.no_issue")}`}
                      place={[row, column]} isHome={place[0] === row && place[1] === column} onFocus={() => setPlace([row, column])} />}
                  </td>
                );
              })}
              <td aria-hidden="true" /></tr>
          ))}
          {lastRow < actors.length && <tr aria-hidden="true" style={{ height: `${(actors.length - lastRow) * ROW}px` }}><td /></tr>}
        </tbody>
      </table>
    </div>
  );
}

/** Scrolls a cell into view, beside and below the heads that stay. */
function bring(box: HTMLDivElement, [row, column]: [number, number]): void {
  const [top, left] = [row * ROW, column * COLUMN];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + box.clientHeight - 3 * ROW) box.scrollTop = top - box.clientHeight + 3 * ROW;
  if (left < box.scrollLeft) box.scrollLeft = left;
  else if (left > box.scrollLeft + box.clientWidth - 3 * COLUMN) box.scrollLeft = left - box.clientWidth + 3 * COLUMN;
}

function firstFilled(view: PositionsView, cells: Map<string, PositionCell>): [number, number] {
  const actor = view.actors[0]?.id ?? "";
  const column = view.issues.findIndex((issue) => cells.has(keyOf(actor, issue.id)));
  return [0, Math.max(column, 0)];
}

interface CellButtonProps {
  cell: PositionCell;
  names: Map<string, string>;
  label: string;
  place: [number, number];
  isHome: boolean;
  onFocus: () => void;
}

const SHOWN = 2;

function CellButton({ cell, names, label, place, isHome, onFocus }: CellButtonProps) {
  const chosen = useDesk().cell;
  const kinds = kindsOf(cell);
  const isChosen = chosen?.actor === cell.actor && chosen.issue === cell.issue;
  return (
    <button class="stand" data-testid={`cell-${cell.actor}-${cell.issue}`} data-place={place.join("-")} tabIndex={isHome ? 0 : -1}
      aria-pressed={isChosen} title={cell.days}
      onFocus={onFocus} onClick={() => setDesk({ cell: { actor: cell.actor, issue: cell.issue } })}>
      <span class="unseen">{label}: </span>
      {kinds.slice(0, SHOWN).map(([kind, count]) => (
        <span key={kind} data-side={sideOf(kind)}>{names.get(kind)}{count > 1 && ` ×${count}`}</span>
      ))}
      {kinds.length > SHOWN && <span class="quiet">+{kinds.length - SHOWN}</span>}
      {cell.changed && <b class="changed" title={t("dossier.changed_why")}>⇄<span class="unseen"> {t("dossier.changed")}</span></b>}
    </button>
  );
}
