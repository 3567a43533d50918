// The blues of the brief for places in an order, and the ink that can be read on them.

type Colour = readonly [number, number, number];

const SCALE: readonly Colour[] = [[245, 247, 250], [190, 214, 232], [116, 169, 207], [43, 113, 168], [8, 48, 107]];
/** Up to here of the scale black is read better, from here white. */
const DARK = 0.71;

/** The colour at a share of the scale, 0 the lightest. */
export function blue(share: number): Colour {
  const spot = share * (SCALE.length - 1);
  const low = Math.min(Math.floor(spot), SCALE.length - 2);
  const [from, to] = [SCALE[low] as Colour, SCALE[low + 1] as Colour];
  const mix = (k: 0 | 1 | 2) => Math.round(from[k] + (to[k] - from[k]) * (spot - low));
  return [mix(0), mix(1), mix(2)];
}

/** How dark a place is: the best is 1. */
export const shareOf = (place: number, places: number): number =>
  places > 1 ? (places - place) / (places - 1) : 0.5;

/** The background of a place in an order, and the ink on it. */
export function inkOf(place: number, places: number): { background: string; color: string } {
  const share = shareOf(place, places);
  return { background: `rgb(${blue(share).join(" ")})`, color: share < DARK ? "#000" : "#fff" };
}

/** The contrast of two colours by the rules for the web. */
export function contrast(first: Colour, second: Colour): number {
  const light = (colour: Colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as unknown as Colour;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [light(first), light(second)];
  return Math.max(a, b) / Math.min(a, b);
}
