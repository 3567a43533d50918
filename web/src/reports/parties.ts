// Parties: actors that are named in a field, found by any of their names, or new ones.
import type { Choices } from "../shapes";

/** Who stands in a field: somebody known by id, somebody new by name, or nobody. */
export interface Party { id: string; text: string }

export const NOBODY: Party = { id: "", text: "" };
export const isNew = (party: Party): boolean => party.id === "" && party.text.trim() !== "";

export interface Offer { id: string; name: string; hint: string; isNew: boolean }

const MOST = 8;

/** Folds case and accents, so that names are found however they are written. */
const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Who may be meant by what is written: those used last first, then by how well names begin so. */
export function offers(written: string, choices: Choices): Offer[] {
  const lately = choices.lately["actor"] ?? [];
  const wanted = folded(written);
  if (wanted === "") {
    const byId = new Map(choices.actors.map((actor) => [actor.id, actor]));
    return lately.flatMap((id) => byId.get(id) ?? []).slice(0, MOST)
      .map((actor) => ({ id: actor.id, name: actor.name, hint: "", isNew: false }));
  }
  const ranked: { rank: number; offer: Offer }[] = [];
  for (const actor of choices.actors) {
    let best = 9, hint = "";
    for (const name of [actor.name, ...(actor.also ?? [])]) {
      const rank = rankOf(folded(name), wanted);
      if (rank < best) { best = rank; hint = name === actor.name ? "" : name; }
    }
    if (best === 9) continue;
    const bonus = lately.includes(actor.id) ? 0.5 : 0;
    ranked.push({ rank: best - bonus, offer: { id: actor.id, name: actor.name, hint, isNew: false } });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.offer.name.length - b.offer.name.length);
  const isExact = ranked[0] !== undefined && ranked[0].rank < 1;
  const listed = ranked.slice(0, MOST).map((each) => each.offer);
  return isExact ? listed : [...listed, { id: "", name: written.trim(), hint: "", isNew: true }];
}

/** How well a name begins with what is written: 0 is it, 1 begins so, 2 a word of it does. */
function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 2 : 9;
}
