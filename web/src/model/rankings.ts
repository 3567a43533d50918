// A ranking of states in classes, the best first, and how moving one state changes it.
import type { Maker, ModelDocument, Operation } from "../shapes";

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

/** Where a state goes: onto another, or by itself before or after its class. */
export interface Placing { other: number; side: "before" | "on" | "after" }

export const placed = (classes: Classes, state: number, { other, side }: Placing): number[][] =>
  side === "on" ? tied(classes, state, other) : beside(classes, state, other, side === "after");

/** The place one step better or worse: out of a tie, or into that of the next class. */
export function stepOf(classes: Classes, state: number, step: 1 | -1): Placing | null {
  const at = classes.findIndex((each) => each.includes(state));
  const tiedWith = classes[at]?.find((each) => each !== state);
  if (tiedWith !== undefined) return { other: tiedWith, side: step > 0 ? "after" : "before" };
  const next = classes[at + step]?.[0];
  return next === undefined ? null : { other: next, side: "on" };
}

export const sameClasses = (one: Classes, other: Classes): boolean =>
  one.length === other.length && one.every((each, index) => each.join() === other[index]?.join());

/** The states in classes as somebody ranks them, the best first. */
export function classesOf(places: readonly number[]): number[][] {
  const classes: number[][] = [];
  places.forEach((place, index) => (classes[place - 1] ??= []).push(index + 1));
  return classes.filter(Boolean);
}

/** The operation that writes a ranking; states stand by their options, or in graph form by their ids. */
export const rankingOf = (document: ModelDocument, maker: Maker, classes: Classes): Operation =>
  ({ op: "set", at: [...maker.path, "ranking"], value: classes.map((each) => each.map((state) => named(document, state))) });

const named = (document: ModelDocument, state: number): number | string =>
  document.states[state - 1]?.form ?? state;

export const isRankable = (document: ModelDocument, maker: Maker | undefined): maker is Maker =>
  document.editable && maker !== undefined && maker.preference === "ranked" && !maker.adjusted;

/** Whether states can be put elsewhere by hand, on top of wishes or weights. */
export const isAdjustable = (document: ModelDocument, maker: Maker | undefined): maker is Maker =>
  document.editable && maker !== undefined && maker.preference !== "ranked" && document.form === "option" && !document.coalesced;

/** The operation that puts a state elsewhere: in a ranking anew, or by hand; none where it stays. */
export function placingOf(document: ModelDocument, maker: Maker, classes: Classes, state: number, placing: Placing): Operation | null {
  const next = placed(classes, state, placing);
  if (sameClasses(classes, next)) return null;
  if (maker.preference === "ranked") return rankingOf(document, maker, next);
  const anchor = placing.other !== state ? placing.other : classes.find((each) => each.includes(state))?.find((each) => each !== state);
  const key = placing.side === "on" ? "level_with" : placing.side === "before" ? "above" : "below";
  const value = { state: named(document, state), [key]: named(document, anchor ?? state) };
  const last = maker.by_hand.at(-1);
  // What was put elsewhere last is put there anew; a trail of it would say nothing more.
  if (last && last.state === value.state) return { op: "set", at: last.path, value };
  return maker.by_hand.length
    ? { op: "insert", at: [...maker.path, "adjust", maker.by_hand.length], value }
    : { op: "set", at: [...maker.path, "adjust"], value: [value] };
}
