// Rankings of states in groups that tie, the best first. Pure.

/** Moves a state to the group above or below, or out of its group into one of its own. */
export function regrouped(groups: number[][], at: number, state: number, by: -1 | 1): number[][] {
  const group = groups[at] ?? [];
  const rest = group.filter((each) => each !== state);
  if (rest.length) {
    const split = by < 0 ? [[state], rest] : [rest, [state]];
    return [...groups.slice(0, at), ...split, ...groups.slice(at + 1)];
  }
  const to = at + by;
  if (to < 0 || to >= groups.length) return groups;
  return groups.map((each, place) => (place === to ? [...each, state].sort((one, other) => one - other) : each))
    .filter((_, place) => place !== at);
}
