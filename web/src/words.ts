// Words: keys in the code, texts in the words of the brief. `t` finds one by section and key.
export type Language = "en" | "id";

/** What the first screen says, and what the others say: they are fetched apart. */
const FIRST = "first", MORE = "more";

let texts: Record<string, string> = {};
let spoken: Language = "en";
let more: Promise<void> | null = null;

async function take(language: Language, part: string): Promise<Record<string, string>> {
  const answer = await fetch(`/static/words-${part}-${language}.json`);
  return (await answer.json()) as Record<string, string>;
}

/** Speaks a language from now on; in all that was fetched of another too. */
export async function loadWords(language: Language): Promise<void> {
  const parts = more ? [FIRST, MORE] : [FIRST];
  texts = Object.assign({}, ...await Promise.all(parts.map((part) => take(language, part)))) as Record<string, string>;
  spoken = language;
  document.documentElement.lang = language;
}

/** Fetches what the first screen does not say, once. */
export function moreWords(): Promise<void> {
  more ??= take(spoken, MORE).then((words) => { texts = { ...words, ...texts }; });
  return more;
}

const ISOLATE = "\u2068", END = "\u2069";
/** Letters that are written leftward, and the signs that turn the direction of writing. */
const TURNING = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Keeps a text that turns the direction of writing apart from the words around it, as the server does with names. */
export function apart(text: string): string {
  if (!TURNING.test(text)) return text;
  let depth = 0, kept = "";
  for (const sign of text) {
    if (sign === END && !depth) continue;
    depth += Number("\u2066\u2067\u2068".includes(sign)) - Number(sign === END);
    kept += sign;
  }
  return ISOLATE + kept + END.repeat(depth + 1);
}

export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => apart(String(values[name] ?? whole)));
}
