// Changes of a condition that stands in the file with what is said of it. Pure.
import type { Operation } from "../../shapes";
import { settled, type Mapping, type Path, type Value } from "./values";

/** What a person says of a condition; undefined where the file is to say nothing. */
export type Said = Record<string, Value | undefined>;

/** What the file says of a condition, be it a text alone or a mapping. */
export function saidOf(value: Value | undefined, key: string): Said {
  if (typeof value === "string") return { [key]: value };
  return value && !Array.isArray(value) ? { ...value } : {};
}

/** A condition as an item of a list: a text where nothing more is said. */
export function itemOf(said: Said, key: string): Value {
  const full = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Mapping;
  return Object.keys(full).length === 1 && key in full ? (full[key] as Value) : full;
}

/** Writes of a condition what has changed, and leaves the rest as it is. */
export function clauseOps(data: Mapping, path: Path, before: Value | undefined, said: Said, key: string): Operation[] {
  if (before === undefined || typeof before === "string") return settled(data, path, itemOf(said, key));
  return Object.entries(said).flatMap(([name, value]) => settled(data, [...path, name], value));
}
