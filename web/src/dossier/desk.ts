// What is in view on the screen of the dossier; it stays while another screen is in view.
import { useEffect, useState } from "preact/hooks";
import { NO_FILTERS, type Filters, type View } from "./asking";

interface Desk {
  view: View;
  filters: Filters;
  /** The cell of the table whose sentences are listed. */
  cell: { actor: string; issue: string } | null;
  /** Whether it is being chosen who decides in a new model. */
  drafting: boolean;
}

let desk: Desk = { view: "positions", filters: NO_FILTERS, cell: null, drafting: false };
const listeners = new Set<() => void>();

export function setDesk(change: Partial<Desk>): void {
  desk = { ...desk, ...change };
  for (const listener of [...listeners]) listener();
}

export const setFilters = (change: Partial<Filters>): void => setDesk({ filters: { ...desk.filters, ...change } });

export function useDesk(): Desk {
  const [value, set] = useState(desk);
  useEffect(() => {
    const follow = () => set(desk);
    follow();
    listeners.add(follow);
    return () => void listeners.delete(follow);
  }, []);
  return value;
}
