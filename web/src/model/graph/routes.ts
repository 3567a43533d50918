// How the arcs run: each bowed by the least that keeps it clear of states and of arcs before it.
import type { Fitted, Spot } from "./geometry";

export interface Arc { maker: number; start: number; end: number; improves: boolean; returns: boolean }
export interface Route { arc: Arc; start: Spot; control: Spot; end: Spot }

const BOWS = [0, 9, -9, 18, -18, 28, -28, 40, -40, 56, -56, 76, -76];
const SAMPLES = Array.from({ length: 24 }, (_, k) => 0.04 + (0.92 * k) / 23);
const SPARSE = SAMPLES.filter((_, k) => k % 2);
const [APART, CLEAR] = [6, 2];

const on = (a: Spot, c: Spot, b: Spot, t: number): Spot => ({
  x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * c.x + t * t * b.x,
  y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * c.y + t * t * b.y,
});

/** The least squared distance of a point to others. */
function nearest(point: Spot, others: readonly Spot[]): number {
  let least = Infinity;
  for (const other of others) {
    const square = (point.x - other.x) ** 2 + (point.y - other.y) ** 2;
    if (square < least) least = square;
  }
  return least;
}

/** What a bow costs that comes near to states or runs along other arcs. */
function crowding(curve: readonly Spot[], states: readonly Spot[], taken: readonly Spot[], clear: number): number {
  let cost = 0;
  for (const state of states) cost += 0.35 * Math.max(0, clear - Math.sqrt(nearest(state, curve))) ** 2;
  curve.forEach((point, k) => {
    if (k % 2) cost += Math.max(0, APART - Math.sqrt(nearest(point, taken)));
  });
  return cost;
}

/** What a bow costs that leaves the drawing. */
function outside(curve: readonly Spot[], size: { width: number; height: number }): number {
  let cost = 0;
  for (const { x, y } of curve) cost += Math.max(0, 4 - x, 4 - y, x + 4 - size.width, y + 4 - size.height);
  return cost * 4;
}

/** Runs all arcs, short ones first, so that long ones bow around them and around those there before. */
export function routesOf(arcs: readonly Arc[], drawn: Fitted, before: readonly Route[] = []): Route[] {
  const { spots, radius } = drawn;
  const taken = before.flatMap(({ start, control, end }) => SPARSE.map((t) => on(start, control, end, t)));
  const length = (arc: Arc) => {
    const [a, b] = [spots.get(arc.start) as Spot, spots.get(arc.end) as Spot];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const shown = arcs.filter((arc) => spots.has(arc.start) && spots.has(arc.end));
  const order = shown.map((arc) => ({ arc, far: length(arc) })).sort((a, b) => a.far - b.far);
  return order.map(({ arc, far }) => {
    const [a, b] = [spots.get(arc.start) as Spot, spots.get(arc.end) as Spot];
    const others = [...spots].filter(([number]) => number !== arc.start && number !== arc.end).map(([, spot]) => spot);
    const inBox = (p: Spot) =>
      p.x > Math.min(a.x, b.x) - 90 && p.x < Math.max(a.x, b.x) + 90 && p.y > Math.min(a.y, b.y) - 90 && p.y < Math.max(a.y, b.y) + 90;
    // Arcs that leave one state are near to each other there, whichever way they go.
    const atEnds = (p: Spot) => Math.min(Math.hypot(p.x - a.x, p.y - a.y), Math.hypot(p.x - b.x, p.y - b.y)) < 2 * radius;
    const [states, near] = [others.filter(inBox), taken.filter((p) => inBox(p) && !atEnds(p))];
    let best = { cost: Infinity, control: a, curve: [] as Spot[] };
    for (const bow of BOWS) {
      const base = Math.abs(bow) * 0.12 + (bow < 0 ? 0.01 : 0);
      if (base >= best.cost) break;
      const [dx, dy] = [(2 * bow * -(b.y - a.y)) / (far || 1), (2 * bow * (b.x - a.x)) / (far || 1)];
      const control = { x: (a.x + b.x) / 2 + dx, y: (a.y + b.y) / 2 + dy };
      const curve = SAMPLES.map((t) => on(a, control, b, t));
      const cost = base + crowding(curve, states, near, radius + CLEAR) + outside(curve, drawn);
      if (cost < best.cost) best = { cost, control, curve };
    }
    taken.push(...best.curve.filter((_, k) => k % 2));
    return { arc, start: a, control: best.control, end: b };
  });
}

/** The line of a route as SVG has it, without what lies under the states at its ends. */
export function lineOf(route: Route, roomStart: number, roomEnd: number): string {
  const { start: a, control: c, end: b } = route;
  const leaving = (origin: Spot, room: number, back: boolean) => {
    let [low, high] = [0, 0.5];
    for (let k = 0; k < 12; k++) {
      const middle = (low + high) / 2;
      const p = on(a, c, b, back ? 1 - middle : middle);
      if (Math.hypot(p.x - origin.x, p.y - origin.y) < room) low = middle; else high = middle;
    }
    return high;
  };
  const [s, e] = [leaving(a, roomStart, false), 1 - leaving(b, roomEnd, true)];
  const mixed = (k: "x" | "y") => (1 - s) * (1 - e) * a[k] + ((1 - s) * e + s * (1 - e)) * c[k] + s * e * b[k];
  const [from, to] = [on(a, c, b, s), on(a, c, b, e)];
  const spots = [from.x, from.y, mixed("x"), mixed("y"), to.x, to.y].map((v) => v.toFixed(1));
  return `M${spots[0]} ${spots[1]}Q${spots[2]} ${spots[3]} ${spots[4]} ${spots[5]}`;
}
