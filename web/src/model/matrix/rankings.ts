// A ranking of states in classes, the best first, and how moving one state changes it.
import type { Maker, ModelDocument, Operation } from "../../shapes";

export type Classes = readonly (readonly number[])[];

const without = (classes: Classes, state: number): number[][] =>
  classes.map((tied) => tied.filter((each) => each !== state)).filter((tied) => tied.length > 0);

/** Ties a state with another. */
export function tied(classes: Classes, state: number, other: number): number[][] {
  if (state === other) return classes.map((each) => [...each]);
  return without(classes, state).map((each) => (each.includes(other) ? [...each, state].sort((a, b) => a - b) : each));
}

/** Puts a state by itself before the class of another, or after it. */
export function beside(classes: Classes, state: number, other: number, isAfter: boolean): number[][] {
  const alone = classes.some((each) => each.length === 1 && each[0] === state);
  if (state === other && alone) return classes.map((each) => [...each]);
  const rest = without(classes, state);
  const anchor = other !== state ? other : classes.find((each) => each.includes(state))?.find((each) => each !== state);
  const place = rest.findIndex((each) => each.includes(anchor ?? -1)) + (isAfter ? 1 : 0);
  return [...rest.slice(0, place), [state], ...rest.slice(place)];
}

/** Moves a state one step: out of a tie, or into that of the next class. */
export function stepped(classes: Classes, state: number, step: 1 | -1): number[][] {
  const at = classes.findIndex((each) => each.includes(state));
  const own = classes[at] ?? [];
  if (own.length > 1) return beside(classes, state, state, step > 0);
  const next = classes[at + step]?.[0];
  return next === undefined ? classes.map((each) => [...each]) : tied(classes, state, next);
}

export const sameClasses = (one: Classes, other: Classes): boolean =>
  one.length === other.length && one.every((each, index) => each.join() === other[index]?.join());

/** The states in classes as somebody ranks them, the best first. */
export function classesOf(places: readonly number[]): number[][] {
  const classes: number[][] = [];
  places.forEach((place, index) => (classes[place - 1] ??= []).push(index + 1));
  return classes.filter(Boolean);
}

/** The operation that writes a ranking; states stand by their options where they have any. */
export function rankingOf(document: ModelDocument, maker: Maker, classes: Classes): Operation {
  const named = (state: number) => (document.form === "graph" ? state : document.states[state - 1]?.form ?? state);
  return { op: "set", at: [...maker.path, "ranking"], value: classes.map((each) => each.map(named)) };
}

export const isRankable = (document: ModelDocument, maker: Maker | undefined): maker is Maker =>
  document.editable && maker !== undefined && maker.preference === "ranked" && !maker.adjusted;
