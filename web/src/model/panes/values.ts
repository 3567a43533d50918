// What a file holds, as data, and operations that change it. Pure.
import type { Operation } from "../../shapes";

/** What a file holds: texts, lists and mappings. */
export type Value = string | null | Value[] | { [key: string]: Value };
export type Mapping = { [key: string]: Value };
export type Path = (string | number)[];

/** What a file holds at a way; undefined where there is nothing. */
export function valueAt(data: Value | undefined, path: Path): Value | undefined {
  return path.reduce<Value | undefined>((here, step) => {
    if (Array.isArray(here)) return typeof step === "number" ? here[step] : undefined;
    return here && typeof here === "object" ? here[String(step)] : undefined;
  }, data);
}

export const mappingAt = (data: Value | undefined, path: Path): Mapping => {
  const value = valueAt(data, path);
  return value && typeof value === "object" && !Array.isArray(value) ? value : {};
};
export const listAt = (data: Value | undefined, path: Path): Value[] => {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
};
export const textAt = (data: Value | undefined, path: Path): string => {
  const value = valueAt(data, path);
  return typeof value === "string" ? value : "";
};

/** The languages the model's words stand in, the main one first. */
export function languagesOf(data: Mapping, otherwise: string): string[] {
  const listed = listAt(data, ["languages"]).map(String);
  const title = Object.keys(mappingAt(data, ["title"]));
  return listed.length ? listed : title.length ? title : [otherwise];
}

/** Words as text by language. */
export function wordsOf(value: Value | undefined, main: string): Record<string, string> {
  if (typeof value === "string") return { [main]: value };
  if (!value || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([language, text]) => [language, String(text ?? "")]));
}

/** Words as the file holds them: plain text where it had that, or has but one language. */
export function valueOf(words: Record<string, string>, main: string, before: Value | undefined): Value | undefined {
  const said = Object.entries(words).map(([language, text]) => [language, text.trim()] as const).filter(([, text]) => text);
  if (!said.length) return undefined;
  const [first] = said;
  const isPlain = said.length === 1 && first?.[0] === main && (before === undefined || typeof before === "string");
  return isPlain ? first[1] : Object.fromEntries(said);
}

/** Sets a key, or takes it out where it holds nothing; nothing where that is so already. */
export function settled(data: Mapping, path: Path, value: Value | undefined): Operation[] {
  const before = valueAt(data, path);
  if (JSON.stringify(before) === JSON.stringify(value)) return [];
  if (value !== undefined) return [{ op: "set", at: path, value }];
  return before === undefined ? [] : [{ op: "remove", at: path }];
}

/** Adds to the end of a list, which may not be there yet. */
export function appended(data: Mapping, path: Path, value: Value): Operation[] {
  return Array.isArray(valueAt(data, path))
    ? [{ op: "set", at: [...path, -1], value }]
    : [{ op: "set", at: path, value: [value] }];
}

/** Takes an item out; what is around it too where nothing is left and nothing needs it. */
export function dropped(data: Mapping, path: Path): Operation[] {
  const around = path.slice(0, -1);
  const list = valueAt(data, around);
  const count = Array.isArray(list) ? list.length : Object.keys(list ?? {}).length;
  const isNeeded = ["preferences", "moves", "options"].includes(String(around.at(-1)));
  return [{ op: "remove", at: count === 1 && !isNeeded ? around : path }];
}
