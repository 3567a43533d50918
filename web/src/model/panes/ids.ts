// Ids made of names, so that nobody need think of one.
const RESERVED = ["not", "and", "or", "if", "iff"];
const SHORT = /^(a|an|the|to|of|on|in|at|and|or|not|for|its|dan|di|ke|yang|untuk|dengan|pada)$/;
const MOST_WORDS = 2;

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** An id that says what a name says, and is free. */
export function idFor(name: string, taken: Iterable<string>, otherwise: string): string {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !SHORT.test(word));
  const joined = (telling.length ? telling : words).slice(0, MOST_WORDS).join("_");
  const isSound = /^\p{L}/u.test(joined) && !RESERVED.includes(joined);
  const wanted = isSound ? joined : [otherwise, joined].filter(Boolean).join("_");
  const all = new Set(taken);
  if (!all.has(wanted)) return wanted;
  let number = 2;
  while (all.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

/** The name of a file for a title. */
export function fileFor(title: string): string {
  const words = plain(title).match(/[a-z0-9]+/g) ?? [];
  return `${words.slice(0, 5).join("-").slice(0, 60) || "model"}.yaml`;
}
