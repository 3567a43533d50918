// What the answers say of states.
import type { Answers, Clause, ModelDocument } from "../shapes";

/** Whether a state is stable for everyone under a concept. */
export function holdsUnder(answers: Answers, concept: string, state: number): boolean {
  const parties = Object.values(answers.stable[concept] ?? {});
  return parties.length > 0 && parties.every((row) => row[state - 1] === "1");
}

export type Mark = "" | "some" | "every";

/** What is shown of each state, from 0: that it holds in some way, or in every one. */
export function marksOf(answers: Answers, technical: boolean): Mark[] {
  if (!technical) return [...answers.rungs].map((rung) => (rung === "3" ? "every" : rung === "0" ? "" : "some"));
  const concepts = Object.keys(answers.stable);
  const size = Object.values(answers.ranks)[0]?.length ?? 0;
  return Array.from({ length: size }, (_, index) => {
    const times = concepts.filter((concept) => holdsUnder(answers, concept, index + 1)).length;
    return times === 0 ? "" : times === concepts.length ? "every" : "some";
  });
}

export const samePath = (a: readonly (string | number)[] | null, b: readonly (string | number)[] | null): boolean =>
  a !== null && b !== null && a.length === b.length && a.every((part, index) => part === b[index]);

const clausesOf = (document: ModelDocument): Clause[] => [
  ...document.makers.flatMap((maker) => [...maker.wishes, ...maker.red_lines]), ...document.infeasible,
];

/** The condition that stands at a place of the file: a wish, a line, something ruled out. */
export const clauseAt = (document: ModelDocument, path: readonly (string | number)[]): Clause | null =>
  clausesOf(document).find((clause) => !clause.off && samePath(clause.path, path)) ?? null;

/** Where a condition stands after an edit that may have moved it; null where it is gone. */
export function followed(path: (string | number)[] | null, before: ModelDocument | null, after: ModelDocument | null): Clause["path"] | null {
  const clause = path && before ? clauseAt(before, path) : null;
  if (!clause || !after) return null;
  const list = (each: Clause) => each.path.slice(0, -1);
  const same = clausesOf(after).filter((each) => !each.off && each.text === clause.text && samePath(list(each), list(clause)));
  return (same.find((each) => samePath(each.path, clause.path)) ?? same[0])?.path ?? null;
}
