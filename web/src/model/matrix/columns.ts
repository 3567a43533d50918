// Which columns the table has, in which order, and which of them are in view.

/** The width of a column, which is also the least size of what can be pointed at. */
export const WIDE = 24;
/** Up to so many columns all are in the page. */
export const ALL = 80;
const SPARE = 4;

/** The states as columns: by number, or as somebody ranks them, the best first. */
export function orderOf(size: number, places: readonly number[] | undefined): number[] {
  const states = Array.from({ length: size }, (_, index) => index + 1);
  if (!places) return states;
  return states.sort((a, b) => (places[a - 1] ?? 0) - (places[b - 1] ?? 0) || a - b);
}

export interface Window { first: number; end: number }

/** Which of the columns to draw where only those in view are: `first` up to before `end`. */
export function windowOf(count: number, scrolled: number, width: number): Window {
  if (count <= ALL) return { first: 0, end: count };
  const across = Math.ceil(width / WIDE) + 2 * SPARE;
  const first = Math.max(0, Math.min(Math.floor(scrolled / WIDE) - SPARE, count - across));
  return { first, end: Math.min(count, first + across) };
}
