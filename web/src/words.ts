// Words: keys in the code, texts in the words of the brief. `t` finds one by section and key..
export type Language = "en" | "id";

let texts: Record<string, string> = {};

export async function loadWords(language: Language): Promise<void> {
  const answer = await fetch(`/static/words-${language}.json`);
  texts = (await answer.json()) as Record<string, string>;
  document.documentElement.lang = language;
}

export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
