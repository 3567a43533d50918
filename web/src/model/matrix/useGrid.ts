// The table as a grid: one cell can be reached with Tab, the arrow keys move between all.
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { light } from "../../actions";
import { WIDE } from "./columns";

const cellOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>("[data-state]") : null;

/** What the table is told of keys and the pointer, once for all its cells. */
export function useGrid(
  scroller: RefObject<HTMLDivElement | null>, columns: readonly number[],
  ask: (state: number, concept: string | null) => void,
) {
  useEffect(() => {
    const table = scroller.current?.querySelector("table");
    if (table && !table.querySelector('[data-state][tabindex="0"]'))
      table.querySelector<HTMLElement>("[data-state]")?.setAttribute("tabindex", "0");
  });

  function focus(row: HTMLTableRowElement | undefined, column: number): void {
    const state = columns[column];
    const box = scroller.current;
    if (!row || !box || state === undefined) return;
    // A column may not be in the page before it is scrolled to.
    const head = row.cells[0]?.offsetWidth ?? 0;
    if (column * WIDE < box.scrollLeft) box.scrollLeft = column * WIDE;
    else if ((column + 1) * WIDE + head > box.scrollLeft + box.clientWidth)
      box.scrollLeft = (column + 1) * WIDE + head - box.clientWidth;
    const find = () => row.querySelector<HTMLElement>(`[data-state="${state}"]`);
    const go = (cell: HTMLElement | null) => {
      if (!cell) return;
      for (const old of box.querySelectorAll('[data-state][tabindex="0"]')) old.setAttribute("tabindex", "-1");
      cell.setAttribute("tabindex", "0");
      cell.focus({ preventScroll: true });
    };
    if (find()) go(find());
    else setTimeout(() => go(find()), 60);
  }

  function press(event: KeyboardEvent): void {
    const cell = cellOf(event);
    const row = cell?.closest("tr");
    const table = cell?.closest("table");
    if (!cell || !row || !table) return;
    const rows = [...table.rows].filter((each) => each.querySelector("[data-state]"));
    const [y, x] = [rows.indexOf(row), columns.indexOf(Number(cell.dataset["state"]))];
    switch (event.key) {
      case "Enter": case " ": ask(Number(cell.dataset["state"]), cell.dataset["concept"] ?? null); break;
      case "ArrowLeft": focus(row, x - 1); break;
      case "ArrowRight": focus(row, x + 1); break;
      case "ArrowUp": focus(rows[y - 1], x); break;
      case "ArrowDown": focus(rows[y + 1], x); break;
      case "Home": focus(row, 0); break;
      case "End": focus(row, columns.length - 1); break;
      default: return;
    }
    event.preventDefault();
  }

  return {
    onKeyDown: press,
    onClick: (event: MouseEvent) => {
      const cell = cellOf(event);
      if (cell) ask(Number(cell.dataset["state"]), cell.dataset["concept"] ?? null);
    },
    onPointerOver: (event: PointerEvent) => {
      const cell = cellOf(event);
      if (cell) light(Number(cell.dataset["state"]));
    },
    onFocusIn: (event: FocusEvent) => {
      const cell = cellOf(event);
      if (cell) light(Number(cell.dataset["state"]));
    },
  };
}
