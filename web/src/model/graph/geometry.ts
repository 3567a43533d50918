// Where the states of the graph stand on the screen, and how far apart.

export interface Spot { x: number; y: number }
/** `top` is where the drawing begins, below what stands above it. */
export interface Fitted { width: number; height: number; top: number; radius: number; spots: Map<number, Spot> }

const ROOM = 24;
const [SMALLEST, LARGEST] = [10, 14];

/** The least distance of any two spots. */
export function closest(spots: readonly Spot[]): number {
  let least = Infinity;
  for (let i = 0; i < spots.length; i++)
    for (let j = i + 1; j < spots.length; j++) {
      const [a, b] = [spots[i] as Spot, spots[j] as Spot];
      least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
    }
  return least;
}

/**
 * Stretches a drawing to the room there is. Where its states would then stand nearer to each
 * other than what can be pointed at is wide, the drawing is larger than the room.
 */
export function fitted(
  places: ReadonlyMap<number, Spot>, room: { width: number; height: number }, margin: { left: number; top: number },
): Fitted {
  const all = [...places.values()];
  const [left, right] = [Math.min(...all.map((p) => p.x)), Math.max(...all.map((p) => p.x))];
  const [top, bottom] = [Math.min(...all.map((p) => p.y)), Math.max(...all.map((p) => p.y))];
  const edge = LARGEST + 6;
  const free = { x: Math.max(room.width - 2 * edge - margin.left, 60), y: Math.max(room.height - 2 * edge - margin.top, 60) };
  const scale = { x: right > left ? free.x / (right - left) : 0, y: bottom > top ? free.y / (bottom - top) : 0 };
  // A drawing that is stretched much more one way than the other is no longer the one of the brief.
  if (scale.x && scale.y) {
    scale.x = Math.min(scale.x, scale.y * 2.2);
    scale.y = Math.min(scale.y, scale.x * 2.2);
  }
  const least = () => closest(all.map((p) => ({ x: p.x * scale.x, y: p.y * scale.y })));
  // There is more room below than beside: a page is scrolled down sooner than across.
  for (let k = 0; k < 48 && scale.y && least() < ROOM; k++) scale.y *= 1.03;
  const near = least();
  const more = near < ROOM ? ROOM / near : 1;
  const size = { x: (right - left) * scale.x * more, y: (bottom - top) * scale.y * more };
  const width = Math.max(room.width, size.x + 2 * edge + margin.left);
  const height = Math.max(room.height, size.y + 2 * edge + margin.top);
  const from = {
    x: margin.left + (width - margin.left - size.x) / 2,
    y: margin.top + (height - margin.top - size.y) / 2,
  };
  const spots = new Map([...places].map(([number, p]) => [number, {
    x: from.x + (p.x - left) * scale.x * more,
    y: from.y + (p.y - top) * scale.y * more,
  }]));
  const radius = Math.max(SMALLEST, Math.min(LARGEST, (near * more) / 2 - 3));
  return { width, height, top: margin.top, radius, spots };
}

const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** The nearest spot in a direction, for the arrow keys. */
export function neighbour(spots: ReadonlyMap<number, Spot>, from: number, key: string): number {
  const [dx, dy] = WAYS[key] ?? [0, 0];
  const here = spots.get(from);
  let [best, least] = [from, Infinity];
  if (!here) return from;
  for (const [number, spot] of spots) {
    const along = (spot.x - here.x) * dx + (spot.y - here.y) * dy;
    const aside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
    if (along > 1 && along + 2 * aside < least) [best, least] = [number, along + 2 * aside];
  }
  return best;
}
