import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { askWhy, light } from "../../actions";
import { current, useStore } from "../../store";
import { t } from "../../words";
import { StateFilter } from "../conditions/StateFilter";
import { marksOf } from "../reading";
import { orderOf, windowOf, WIDE } from "./columns";
import { InWords } from "./InWords";
import { Legend } from "./Legend";
import { Lit } from "./Lit";
import { OptionRows } from "./OptionRows";
import { PlaceRows } from "./PlaceRows";
import { StateHeads } from "./StateHeads";
import { useGrid } from "./useGrid";
import { useRanking } from "./useRanking";
import { VerdictRows } from "./VerdictRows";

/** All states in one table: what is done in each, how everyone ranks it, for whom it holds. */
export function MatrixPane() {
  const document = useStore((state) => state.document);
  const answers = useStore((state) => state.preview?.answers ?? state.answers);
  const before = useStore((state) => (state.preview ? state.answers : state.before));
  const technical = useStore((state) => state.technical);
  const [order, setOrder] = useState("");
  const [onlyHolding, setOnly] = useState(false);
  const [filter, setFilter] = useState(""); // one sign a state, 1 where it is shown
  const [scroller, view] = useView();

  const marks = useMemo(() => (answers ? marksOf(answers, technical) : []), [answers, technical]);
  const places = order ? answers?.ranks[order] : undefined;
  const columns = useMemo(() => {
    const all = orderOf(document?.size ?? 0, places);
    const met = filter.length === all.length ? all.filter((state) => filter[state - 1] === "1") : all;
    return onlyHolding ? met.filter((state) => marks[state - 1]) : met;
  }, [document?.size, places, filter, onlyHolding, onlyHolding && marks]);
  const { first, end } = windowOf(columns.length, view.scrolled, view.width);
  const drawn = useMemo(() => columns.slice(first, end), [columns, first, end]);
  const ranking = useRanking(document, order, answers?.ranks[order] ?? NONE, columns);
  const grid = useGrid(scroller, columns, (state, concept) => { if (!ranking.wasDrag()) ask(state, concept); });
  const press = (event: KeyboardEvent) => { if (!ranking.press(event)) grid.onKeyDown(event); };
  if (!document || !answers) return null;

  const pads = { before: first, after: columns.length - end };
  const shared = { document, answers, drawn, pads };
  return (
    <section class="matrixpane pane" aria-label={t("model.states")}>
      <div class="matrixhead">
        <h2>{t("model.states")}</h2>
        <label>{t("model.order")}{" "}
          <select data-testid="order" value={order} onChange={(event) => setOrder(event.currentTarget.value)}>
            <option value="">{t("model.by_number")}</option>
            {document.makers.map((maker) => (
              <option key={maker.id} value={maker.id}>{t("model.as_ranked", { name: maker.name })}</option>
            ))}
          </select>
        </label>
        <label class="only">
          <input type="checkbox" data-testid="only-holding" checked={onlyHolding} onChange={(event) => setOnly(event.currentTarget.checked)} />
          {t("model.only_holding")}
        </label>
        <StateFilter onStates={setFilter} />
        <Legend document={document} answers={answers} technical={technical} />
      </div>
      {ranking.isOn && <p class="quiet hint" id="ranking-keys">
        {ranking.isByHand ? t("model.by_hand_keys", { name: ranking.name }) : t("model.ranking_keys")}
      </p>}
      <InWords document={document} />
      <div class="scroller" ref={scroller}>
        <div class="sheet" style={{ "--columns": columns.length }}>
          <Lit columns={columns} />
          {ranking.aim && <div class="column aim" data-side={ranking.aim.side} style={{ transform: `translateX(${ranking.aim.column * WIDE}px)` }} />}
          <table class="matrix" role="grid" data-testid="matrix" data-long={document.size > 999} aria-label={t("model.states")} aria-colcount={columns.length + 1}
            aria-describedby={ranking.isOn ? "ranking-keys" : undefined} data-rankable={ranking.isOn} {...grid} {...ranking.pointer} onKeyDown={press}>
            <colgroup>
              <col class="headcol" />
              {pads.before > 0 && <col style={{ width: `${pads.before * WIDE}px` }} />}
              {drawn.map((state) => <col key={state} />)}
              {pads.after > 0 && <col style={{ width: `${pads.after * WIDE}px` }} />}
            </colgroup>
            <StateHeads document={document} drawn={drawn} pads={pads} marks={marks} />
            <OptionRows {...shared} />
            <PlaceRows {...shared} before={before} chosen={order} />
            <VerdictRows {...shared} before={before} technical={technical} />
          </table>
        </div>
      </div>
    </section>
  );
}

const NONE: readonly number[] = [];

function ask(state: number, concept: string | null): void {
  const { technical, concept: usual } = current();
  void askWhy({ state, concept: concept ?? (technical ? usual : "hold") });
}

/** What of the table is in view, followed as it is scrolled; told in steps, not in pixels. */
function useView() {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, set] = useState({ scrolled: 0, width: 1200 });
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const step = 4 * WIDE;
    const follow = () => set((old) => {
      const next = { scrolled: Math.floor(box.scrollLeft / step) * step, width: Math.ceil(box.clientWidth / step) * step };
      return next.scrolled === old.scrolled && next.width === old.width ? old : next;
    });
    const watch = new ResizeObserver(follow);
    watch.observe(box);
    box.addEventListener("scroll", follow, { passive: true });
    const stop = () => light(null);
    box.addEventListener("pointerleave", stop);
    return () => { watch.disconnect(); box.removeEventListener("scroll", follow); box.removeEventListener("pointerleave", stop); };
  }, [scroller.current]);
  return [scroller, view] as const;
}
