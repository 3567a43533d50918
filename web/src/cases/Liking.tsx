// The order in which a side likes the four outcomes: dragged, or moved with the keys.
import { useRef, useState } from "preact/hooks";
import { classOf } from "../parts/Maker";
import { t } from "../words";

interface LikingShown {
  name: string;
  side: number;
  classes: number[][];
  words: (number: number) => string;
  put: (classes: number[][]) => void;
}

/** Moves one outcome to another place, by itself. */
export function moved(classes: number[][], number: number, to: number): number[][] {
  const rest = classes.flat().filter((each) => each !== number);
  rest.splice(to, 0, number);
  return rest.map((each) => [each]);
}

export function Liking({ name, side, classes, words, put }: LikingShown) {
  const [held, hold] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const order = classes.flat();
  const move = (number: number, by: number) => {
    const to = Math.min(Math.max(order.indexOf(number) + by, 0), order.length - 1);
    if (to !== order.indexOf(number)) put(moved(classes, number, to));
  };
  const key = (event: KeyboardEvent, number: number) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!by) return;
    event.preventDefault();
    move(number, by);
  };
  /** The place under the pointer; as a row passes the middle of another, they change places. */
  const drag = (event: PointerEvent) => {
    if (held === null || !list.current) return;
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect());
    const over = rows.findIndex((row) => event.clientY < row.bottom);
    const to = over < 0 ? rows.length - 1 : over;
    if (to !== order.indexOf(held)) put(moved(classes, held, to));
  };
  const take = (event: PointerEvent, number: number) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    hold(number);
  };
  return (
    <section class={`liking ${classOf(side)}`}>
      <h3>{t("lesson.likes", { side: name })}</h3>
      <ol ref={list}>
        {order.map((number, place) => (
          <li key={number} data-held={held === number || undefined}>
            <button class="grip" data-testid={`like-${side}-${place + 1}`} aria-label={t("lesson.move", { outcome: words(number) })}
              onKeyDown={(event) => key(event, number)} onPointerDown={(event) => take(event, number)} onPointerMove={drag}
              onPointerUp={() => hold(null)} onPointerCancel={() => hold(null)}>⠿</button>
            <span>{words(number)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
