// What the rows of the table share.
import type { Answers, ModelDocument } from "../../shapes";

/** How many columns before and after those drawn are only room. */
export interface Pads { before: number; after: number }
export interface Rows { document: ModelDocument; answers: Answers; drawn: readonly number[]; pads: Pads }

export const wordsOf = (document: ModelDocument, state: number): string =>
  document.states[state - 1]?.words || String(state);
