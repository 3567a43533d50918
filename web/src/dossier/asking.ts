// What is asked of the dossier: the view and the filters, kept while another screen is in view.
import { useEffect, useState } from "preact/hooks";
import { inCase, trying } from "../actions";
import { ask } from "../session";
import { useStore } from "../store";

export type View = "positions" | "timeline" | "disputes" | "same" | "search";
export const VIEWS: readonly View[] = ["positions", "timeline", "disputes", "same"];

export interface Filters {
  actor: string;
  issue: string;
  kind: string;
  from: string;
  to: string;
  as_of: string;
  q: string;
}

export const NO_FILTERS: Filters = { actor: "", issue: "", kind: "", from: "", to: "", as_of: "", q: "" };

/** The part of an address that asks for what the filters leave. */
export function queryOf(filters: Partial<Filters>, more: Record<string, string | number> = {}): string {
  const stated = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== "" && value !== undefined);
  return stated.map(([name, value]) => `${name}=${encodeURIComponent(String(value).trim())}`).join("&");
}

/** Asks for a part of the case, and again when the address, the language or the case's content is another. */
export function useAsked<T>(way: string | null): { data: T | null; again: () => void } {
  const language = useStore((state) => state.language);
  const overview = useStore((state) => state.overview);
  const [data, set] = useState<T | null>(null);
  const [times, count] = useState(0);
  useEffect(() => {
    if (way === null) return set(null);
    let isWanted = true;
    void trying(() => ask<T>("GET", inCase(way))).then((answer) => {
      if (isWanted && answer !== undefined) set(answer);
    });
    return () => { isWanted = false; };
  }, [way, language, overview, times]);
  return { data, again: () => count(times + 1) };
}
