// What is in view on the screen of the dossier; it stays while another screen is in view.
import { holding } from "../holder";
import { NO_FILTERS, type Filters, type View } from "./asking";

interface Desk {
  view: View;
  filters: Filters;
  /** The cell of the table whose sentences are listed. */
  cell: { actor: string; issue: string } | null;
  /** Whether it is being chosen who decides in a new model. */
  drafting: boolean;
}

const desk = holding<Desk>({ view: "positions", filters: NO_FILTERS, cell: null, drafting: false });

export const setDesk = desk.update;
export const setFilters = (change: Partial<Filters>): void => setDesk({ filters: { ...desk.current().filters, ...change } });
export const useDesk = (): Desk => desk.use((all) => all);
