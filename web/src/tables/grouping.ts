// Outcomes of a table by what they are to those seated.
import type { Outcome } from "../shapes";

export const GROUPS = ["all", "none_loses", "one_loses", "more_lose"] as const;
export type Group = (typeof GROUPS)[number];

/** To which part of the map an outcome belongs: by how many of the seated lose by it. */
export function groupOf(outcome: Pick<Outcome, "gains">, seats: string[]): Group {
  const gains = seats.map((seat) => outcome.gains[seat] ?? 0);
  const losing = gains.filter((gain) => gain < 0).length;
  if (losing === 0) return gains.every((gain) => gain > 0) ? "all" : "none_loses";
  return losing === 1 ? "one_loses" : "more_lose";
}
