// How the arcs run: each bowed by the least that keeps it clear of states and of arcs before it.
import type { Fitted, Spot } from "./geometry";

export interface Arc { maker: number; start: number; end: number; improves: boolean; returns: boolean }
export interface Route { arc: Arc; start: Spot; control: Spot; end: Spot }

const BOWS = [0, 9, -9, 18, -18, 28, -28, 40, -40, 56, -56, 76, -76];
const [APART, CLEAR, STEP] = [6, 2, 6];

const on = (a: Spot, c: Spot, b: Spot, t: number): Spot => ({
  x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * c.x + t * t * b.x,
  y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * c.y + t * t * b.y,
});

/** Points of a curve at even steps of some pixels. */
function sampled(a: Spot, c: Spot, b: Spot): Spot[] {
  const count = Math.max(8, Math.min(90, Math.round(Math.hypot(a.x - b.x, a.y - b.y) / STEP)));
  return Array.from({ length: count }, (_, k) => on(a, c, b, (k + 0.5) / count));
}

/** Where arcs run already, by squares of some pixels. */
class Taken {
  private readonly squares = new Map<number, Spot[]>();

  add(curve: readonly Spot[]): void {
    for (const spot of curve) {
      const key = this.key(spot.x, spot.y);
      this.squares.get(key)?.push(spot) ?? this.squares.set(key, [spot]);
    }
  }

  /** How far the nearest arc is, up to as far as arcs are to be apart. */
  nearest({ x, y }: Spot): number {
    let least = APART ** 2;
    for (let dx = -APART; dx <= APART; dx += APART)
      for (let dy = -APART; dy <= APART; dy += APART)
        for (const spot of this.squares.get(this.key(x + dx, y + dy)) ?? [])
          least = Math.min(least, (x - spot.x) ** 2 + (y - spot.y) ** 2);
    return Math.sqrt(least);
  }

  private key(x: number, y: number): number {
    return Math.floor(x / APART) * 100_003 + Math.floor(y / APART);
  }
}

/** What a bow costs that comes near to states. */
function nearStates(curve: readonly Spot[], states: readonly Spot[], clear: number): number {
  let cost = 0;
  for (const state of states) {
    let least = clear ** 2;
    for (const { x, y } of curve) least = Math.min(least, (x - state.x) ** 2 + (y - state.y) ** 2);
    cost += 0.35 * (clear - Math.sqrt(least)) ** 2;
  }
  return cost;
}

/** What a bow costs that runs along other arcs; at its ends all arcs of a state are near each other. */
function alongArcs(curve: readonly Spot[], taken: Taken, a: Spot, b: Spot, room: number): number {
  let cost = 0;
  for (const spot of curve)
    if (Math.hypot(spot.x - a.x, spot.y - a.y) > room && Math.hypot(spot.x - b.x, spot.y - b.y) > room)
      cost += APART - taken.nearest(spot);
  return (cost * 12) / curve.length;
}

/** What a bow costs that leaves the drawing. */
function outside(curve: readonly Spot[], drawn: Fitted): number {
  let cost = 0;
  for (const { x, y } of curve) cost += Math.max(0, 4 - x, drawn.top + 4 - y, x + 4 - drawn.width, y + 4 - drawn.height);
  return cost * 4;
}

/** Runs all arcs, short ones first, so that long ones bow around them and around those there before. */
export function routesOf(arcs: readonly Arc[], drawn: Fitted, before: readonly Route[] = []): Route[] {
  const { spots, radius } = drawn;
  const taken = new Taken();
  for (const { start, control, end } of before) taken.add(sampled(start, control, end));
  const order = arcs.flatMap((arc) => {
    const [a, b] = [spots.get(arc.start), spots.get(arc.end)];
    return a && b ? [{ arc, a, b, far: Math.hypot(a.x - b.x, a.y - b.y) || 1 }] : [];
  });
  order.sort((one, other) => one.far - other.far);
  return order.map(({ arc, a, b, far }) => {
    const states = [...spots].filter(([number]) => number !== arc.start && number !== arc.end).map(([, spot]) => spot);
    let best = { cost: Infinity, control: a, curve: [] as Spot[] };
    for (const bow of BOWS) {
      const base = Math.abs(bow) * 0.12 + (bow < 0 ? 0.01 : 0);
      if (base >= best.cost) break;
      const [dx, dy] = [(2 * bow * (a.y - b.y)) / far, (2 * bow * (b.x - a.x)) / far];
      const control = { x: (a.x + b.x) / 2 + dx, y: (a.y + b.y) / 2 + dy };
      const curve = sampled(a, control, b);
      const cost = base + nearStates(curve, states, radius + CLEAR)
        + alongArcs(curve, taken, a, b, 2 * radius) + outside(curve, drawn);
      if (cost < best.cost) best = { cost, control, curve };
    }
    taken.add(best.curve);
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
