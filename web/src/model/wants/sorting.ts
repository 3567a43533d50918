// Where the rows of a list stand while one of them is in the hand.

/** Puts one item of a list to another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const others = items.filter((_, index) => index !== from);
  return [...others.slice(0, to), items[from] as T, ...others.slice(to)];
}

/** The place nearest to where the row in the hand is: `top` is its upper edge in the list. */
export function nearestPlace(heights: readonly number[], from: number, top: number, gap: number): number {
  let [best, edge, least] = [0, 0, Infinity];
  const others = heights.filter((_, index) => index !== from);
  for (let place = 0; place <= others.length; place++) {
    if (Math.abs(edge - top) < least) [best, least] = [place, Math.abs(edge - top)];
    edge += (others[place] ?? 0) + gap;
  }
  return best;
}

/** How far each row is moved from its own place, so that the list reads as it would be. */
export function shifts(heights: readonly number[], from: number, to: number, gap: number): number[] {
  const own = (heights[from] ?? 0) + gap;
  const passed = heights.slice(Math.min(from, to), Math.max(from, to) + 1)
    .reduce((sum, height) => sum + height + gap, -own);
  return heights.map((_, index) => {
    if (index === from) return to > from ? passed : -passed;
    if (index > from && index <= to) return -own;
    return index < from && index >= to ? own : 0;
  });
}

/** The place that a key moves the row in the hand to; null where it is no such key. */
export function placeByKey(key: string, place: number, count: number): number | null {
  switch (key) {
    case "ArrowUp": return Math.max(0, place - 1);
    case "ArrowDown": return Math.min(count - 1, place + 1);
    case "Home": return 0;
    case "End": return count - 1;
    default: return null;
  }
}
