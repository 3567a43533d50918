// Ranking states by moving their columns, in the order of one who ranks them.
import { useMemo, useRef, useState } from "preact/hooks";
import { dry, edit, putBack, say } from "../../actions";
import type { ModelDocument, Operation } from "../../shapes";
import { t } from "../../words";
import { latest } from "../latest";
import { WIDE } from "./columns";
import { classesOf, isAdjustable, isRankable, placed, placingOf, stepOf, type Classes, type Placing } from "../rankings";

/** Where the column in the hand would go: onto one, or beside it. */
export interface Aim { column: number; side: Placing["side"] }

const [LEAST, EDGE] = [5, 7];

/** What the heads of columns are told where they can be moved; the aim of what is in the hand. */
export function useRanking(document: ModelDocument | null, order: string, places: readonly number[], columns: readonly number[]) {
  const maker = document?.makers.find((each) => each.id === order);
  const isOn = document !== null && (isRankable(document, maker) || isAdjustable(document, maker));
  const [aim, setAim] = useState<Aim | null>(null);
  const start = useRef<{ state: number; x: number; left: number; columns: readonly number[]; classes: Classes } | null>(null);
  const wanted = useRef<Operation | null>(null);
  const moved = useRef(false);
  const preview = useMemo(() => latest((op: Operation) => dry([op])), []);

  function end(): void {
    start.current = wanted.current = null;
    setAim(null);
    preview.forget();
    putBack();
  }

  function down(event: PointerEvent): void {
    moved.current = false;
    const head = (event.target as Element).closest<HTMLElement>("th[data-state]");
    if (!isOn || !head || event.button !== 0) return;
    const state = Number(head.dataset["state"]);
    const left = head.getBoundingClientRect().left - columns.indexOf(state) * WIDE;
    start.current = { state, x: event.clientX, left, columns, classes: classesOf(places) };
  }

  function move(event: PointerEvent): void {
    const began = start.current;
    if (!began || !document || !maker || (!moved.current && Math.abs(event.clientX - began.x) < LEAST)) return;
    // Only now: a click on a head that is not dragged asks why.
    if (!moved.current) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    moved.current = true;
    const x = event.clientX - began.left;
    const column = Math.max(0, Math.min(began.columns.length - 1, Math.floor(x / WIDE)));
    const within = x - column * WIDE;
    const side = within < EDGE ? "before" : within > WIDE - EDGE ? "after" : "on";
    if (aim?.column === column && aim.side === side) return;
    setAim({ column, side });
    const other = began.columns[column] ?? began.state;
    wanted.current = placingOf(document, maker, began.classes, began.state, { other, side });
    if (wanted.current) preview.ask(wanted.current);
    else { preview.forget(); putBack(); }
  }

  async function up(): Promise<void> {
    const op = wanted.current;
    start.current = wanted.current = null;
    setAim(null);
    preview.forget();
    if (!moved.current) return;
    if (op) await edit([op]);
    else putBack();
  }

  /** Alt and an arrow move the state one step. */
  function press(event: KeyboardEvent): boolean {
    const state = Number((event.target as HTMLElement).dataset["state"]);
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (event.key === "Escape" && start.current) { end(); return true; }
    if (!isOn || !document || !maker || !event.altKey || !step || !state) return false;
    event.preventDefault();
    const classes = classesOf(places);
    const placing = stepOf(classes, state, step);
    const op = placing && placingOf(document, maker, classes, state, placing);
    if (!op) return true;
    const next = placed(classes, state, placing);
    void edit([op]).then((isDone) => isDone &&
      say(t("model.ranked_at", { number: state, place: next.findIndex((each) => each.includes(state)) + 1, count: next.length })));
    return true;
  }

  /** Whether a click only ended a drag. */
  const wasDrag = () => { const was = moved.current; moved.current = false; return was; };
  return { isOn, isByHand: isOn && maker?.preference !== "ranked", name: maker?.name ?? "", aim, press, wasDrag, pointer: isOn ? { onPointerDown: down, onPointerMove: move, onPointerUp: () => void up(), onPointerCancel: end } : {} };
}
