// Sorting a list by hand or by keys. The rows stay where they are in the page and are only shown
// elsewhere until the one in the hand is let go, so that nothing is laid out anew meanwhile.
import { useEffect, useRef, useState } from "preact/hooks";
import { nearestPlace, placeByKey, shifts } from "./sorting";

const GAP = 6;
const EDGE = 36;
/** How far the row in the hand can go beyond the ends of the list. */
const OVER = 8;

export interface Hand {
  from: number;
  to: number;
  /** How far the pointer has carried the row; null where keys move it. */
  carried: number | null;
  /** Let go, and being written. */
  dropped?: boolean;
}

interface Sorting {
  count: number;
  /** Told when the row in the hand is over another place. */
  over: (from: number, to: number) => void;
  drop: (from: number, to: number) => Promise<unknown>;
  back: () => void;
  said: (what: "lifted" | "over" | "dropped" | "back", from: number, to: number) => void;
}

interface Start { y: number; heights: number[]; tops: number[]; scroller: HTMLElement; scrolled: number }

export function useSorting(sorting: Sorting) {
  const list = useRef<HTMLOListElement>(null);
  const start = useRef<Start | null>(null);
  const latest = useRef<Hand | null>(null);
  const focus = useRef<number | null>(null);
  const [hand, show] = useState<Hand | null>(null);
  const set = (next: Hand | null) => { latest.current = next; show(next); };

  useEffect(() => {
    if (hand || focus.current === null) return;
    const grips = list.current?.querySelectorAll<HTMLElement>("[data-grip]");
    grips?.[focus.current]?.focus({ preventScroll: true });
    grips?.[focus.current]?.closest("li")?.scrollIntoView({ block: "nearest" });
    focus.current = null;
  });

  function measure(y: number): Start {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    const scroller = (list.current?.closest("[data-scroll]") ?? document.documentElement) as HTMLElement;
    return {
      y, scroller, scrolled: scroller.scrollTop,
      heights: rows.map((row) => row.offsetHeight), tops: rows.map((row) => row.offsetTop),
    };
  }

  function lift(from: number, y: number, carried: number | null): void {
    start.current = measure(y);
    set({ from, to: from, carried });
    sorting.said("lifted", from, from);
  }

  function go(held: Hand, to: number, carried: number | null): void {
    set({ ...held, to, carried });
    if (to === held.to) return;
    sorting.said("over", held.from, to);
    sorting.over(held.from, to);
  }

  function putBack(held: Hand): void {
    set(null);
    sorting.back();
    sorting.said("back", held.from, held.from);
  }

  async function drop(held: Hand): Promise<void> {
    if (held.to === held.from) return putBack(held);
    set({ ...held, carried: null, dropped: true });
    await sorting.drop(held.from, held.to);
    focus.current = held.to;
    set(null);
    sorting.said("dropped", held.from, held.to);
  }

  function carry(event: PointerEvent): void {
    const [held, began] = [latest.current, start.current];
    if (!held || !began || held.dropped) return;
    const { scroller } = began;
    const box = scroller.getBoundingClientRect();
    if (scroller !== document.documentElement) {
      if (event.clientY < box.top + EDGE) scroller.scrollTop -= 8;
      if (event.clientY > box.bottom - EDGE) scroller.scrollTop += 8;
    }
    const wanted = event.clientY - began.y + scroller.scrollTop - began.scrolled;
    const own = (began.tops[held.from] ?? 0) - (began.tops[0] ?? 0);
    const lowest = (began.tops.at(-1) ?? 0) + (began.heights.at(-1) ?? 0) - (began.tops[0] ?? 0) - (began.heights[held.from] ?? 0);
    const top = Math.max(-OVER, Math.min(lowest + OVER, own + wanted));
    go(held, nearestPlace(began.heights, held.from, top, GAP), top - own);
  }

  function byKey(event: KeyboardEvent, index: number): void {
    const held = latest.current;
    if (held?.dropped) return event.preventDefault();
    if (!held) {
      if (event.key !== " ") return;
      event.preventDefault();
      return lift(index, 0, null);
    }
    const to = placeByKey(event.key, held.to, sorting.count);
    if (to !== null) go(held, to, null);
    else if (event.key === " " || event.key === "Enter") void drop(held);
    else if (event.key === "Escape") putBack(held);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const grip = (index: number) => ({
    "data-grip": "",
    "aria-pressed": hand?.from === index,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || latest.current) return;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      lift(index, event.clientY, 0);
    },
    onPointerMove: carry,
    onPointerUp: () => { if (latest.current?.carried != null) void drop(latest.current); },
    onPointerCancel: () => { if (latest.current) putBack(latest.current); },
    onKeyDown: (event: KeyboardEvent) => byKey(event, index),
    onBlur: () => { if (latest.current?.carried === null && !latest.current.dropped) putBack(latest.current); },
  });

  /** How a row is shown: elsewhere than it stands, by so many pixels. */
  function shown(index: number): { transform?: string } {
    if (!hand || !start.current) return {};
    const own = shifts(start.current.heights, hand.from, hand.to, GAP)[index] ?? 0;
    const by = index === hand.from && hand.carried !== null ? hand.carried : own;
    return by ? { transform: `translateY(${by}px)` } : {};
  }

  return { list, hand, grip, shown };
}
