// What is made of a sentence that is pointed at: parts of conditions, places, and what is asked.
import type { Choice, Clause, Maker, ModelDocument, OwnerChoice, Take } from "../shapes";
import type { PointedAs } from "../store";

/** A condition on one option, as far as it is that: which, and whether it is wanted. */
export interface Simple { option: string; wanted: boolean }

const SIMPLE = /^(-?)\s*([^\W\d][\w]*(?:\.[^\W\d]\w*)?)$/u;
const WORDS_OF_CONDITIONS = new Set(["and", "or", "not", "if", "iff"]);

/** Reads a condition on one option; null of any other. */
export function simpleOf(text: string): Simple | null {
  const match = SIMPLE.exec(text.trim());
  if (!match || WORDS_OF_CONDITIONS.has((match[2] ?? "").toLowerCase())) return null;
  return { option: match[2] ?? "", wanted: match[1] !== "-" };
}

export const textOf = ({ option, wanted }: Simple): string => (option && !wanted ? `-${option}` : option);

/** The option a condition is on, among all there are, whether its owner is named or not. */
export function optionAmong(owners: readonly OwnerChoice[], text: string): string {
  const all = owners.flatMap((owner) => owner.options);
  const there = all.find((option) => option.text === text);
  if (there) return there.text;
  const alike = all.filter((option) => option.text.endsWith(`.${text}`));
  return alike.length === 1 ? alike[0]?.text ?? "" : "";
}

/** The choice to begin with: the first of the kind that is asked for, else the first. */
export function firstOf(choices: readonly Choice[], as: PointedAs | undefined): number {
  const fits = (choice: Choice) => as === undefined || choice.take.kind === as;
  const sound = choices.findIndex((choice) => fits(choice) && !choice.fault);
  return sound >= 0 ? sound : Math.max(choices.findIndex(fits), 0);
}

/** A part of the model that can cite a sentence. */
export interface Target { path: (string | number)[]; words: string; kind: "option" | "wish" | "red_line" }

/** What of each decision maker can rest on a sentence. */
export function targetsOf(maker: Maker): Target[] {
  const clauses = (kind: Target["kind"], listed: readonly Clause[]): Target[] =>
    listed.filter((clause) => !clause.off).flatMap((clause) =>
      (clause.equal.length ? clause.equal : [clause]).map((part) => ({ path: part.path, words: part.name || part.words, kind })));
  return [
    ...clauses("wish", maker.wishes),
    ...clauses("red_line", maker.red_lines),
    ...maker.options.map((option) => ({ path: option.path, words: option.name, kind: "option" as const })),
  ];
}

export const keyOf = (path: readonly (string | number)[]): string => JSON.stringify(path);

/** The wishes among which a new one can be put, in their order; those that are off have no place. */
export function wishesOf(document: ModelDocument | null, owner: string): string[] {
  const maker = document?.makers.find((each) => each.id === owner);
  return (maker?.wishes ?? []).filter((wish) => !wish.off)
    .map((wish) => (wish.equal.length ? wish.equal.map((part) => part.words).join(" = ") : wish.name || wish.words));
}

/** What a choice is called where it stands for a key of words. */
export function labelOf(choice: Choice): string {
  const { kind, condition } = choice.take;
  if (choice.threat) return "threat";
  if (kind === "wish" && simpleOf(condition)?.wanted === false) return "wish_against";
  return kind;
}

/** Another owner keeps what is wanted, but no place among the wishes of the one before. */
export const withOwner = (take: Take, owner: string): Take => ({ ...take, owner, option: "", place: null });
