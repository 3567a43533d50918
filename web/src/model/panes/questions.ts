// The questions that a draft leaves in a file as comments. Pure.

/** The text without the comment that asks a question; nothing else of it changes. */
export function withoutQuestion(text: string, line: number, id: string): string {
  const lines = text.split("\n");
  const asks = new RegExp(`^\\s*#\\s*DECIDE\\s+${id}:`);
  const at = asks.test(lines[line - 1] ?? "") ? line - 1 : lines.findIndex((each) => asks.test(each));
  return at < 0 ? text : lines.filter((_, place) => place !== at).join("\n");
}

/** A stretch of a question: words, or a place in the dossier that they name, which may begin a sentence. */
export type Stretch = string | { report: string; item: string; begins: boolean };

const PLACE = /\b\w+:(r\d+)(#[as]\d+)\b/g;

/** A question as a sentence: begun with a capital, with the places it names apart from its words. */
export function stretchesOf(words: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of words.matchAll(PLACE)) {
    stretches.push(words.slice(from, match.index), { report: match[1]!, item: `${match[1]}${match[2]}`, begins: /(^|[.?!]\s+)$/.test(words.slice(0, match.index)) });
    from = match.index + match[0].length;
  }
  stretches.push(words.slice(from));
  const first = stretches[0];
  if (typeof first === "string") stretches[0] = first.charAt(0).toUpperCase() + first.slice(1);
  return stretches.filter((each) => each !== "");
}
