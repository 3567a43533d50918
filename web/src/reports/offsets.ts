// Offsets: the server counts letters (code points), a string of the browser counts halves of some
// of them (UTF-16 units). Emoji and rare letters are two units, and one code point.

/** Tells where the code points of a text stand in its string, and the other way round. */
export class Offsets {
  /** Where letters of two units begin, in order. */
  private readonly pairs: number[] = [];

  constructor(text: string) {
    for (const pair of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) this.pairs.push(pair.index);
  }

  /** The code points before a unit of the string; within a letter, those before that letter. */
  points(unit: number): number {
    return unit - this.pairsBefore(unit);
  }

  /** The unit at which a code point begins. */
  units(point: number): number {
    let low = 0, high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The pair of number `middle` is the code point at its unit less the pairs before it.
      if ((this.pairs[middle] as number) - middle < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  private pairsBefore(unit: number): number {
    let low = 0, high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
