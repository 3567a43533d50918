// What the answers say of states.
import type { Answers } from "../shapes";

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
