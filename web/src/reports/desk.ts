// The desk: the report in view, the item in hand, and what is being written of it.
import { holding } from "../holder";
import { chosen } from "../session";
import type { Choices, Dropped, ItemRow, ReportView } from "../shapes";

export type Shown = "all" | "open" | "accepted" | "rejected";

/** What is being edited, or added of words selected; spans in code points of the text. */
export type Form =
  | { kind: "edit"; item: string }
  | { kind: "add"; span: [number, number]; words: string; top: number; left: number };

/** A file that was dropped, and what became of it. */
export interface Drop {
  name: string;
  state: "waiting" | "reading" | "read" | "refused";
  outcome?: Dropped;
  message?: string;
  /** Of what takes long: the job that reads it, and how far it is. */
  job?: string;
  done?: number;
  of?: number;
}

export interface Desk {
  view: ReportView | null;
  /** The item in hand, by id. */
  current: string | null;
  shown: Shown;
  /** Whose items are listed; of everybody where empty. */
  actor: string;
  form: Form | null;
  choices: Choices | null;
  drops: Drop[];
  /** Whether single keys decide. */
  keys: boolean;
  help: boolean;
}

const desk = holding<Desk>({
  view: null, current: null, shown: "all", actor: "", form: null, choices: null, drops: [],
  keys: chosen().keys ?? true, help: false,
});

export const onDesk = desk.current;
export const setDesk = desk.update;
export const useDesk = (): Desk => desk.use((all) => all);

/** The items that are listed, as the filters have it. */
export function listed({ view, shown, actor, current }: Desk): ItemRow[] {
  return (view?.items ?? []).filter((row) =>
    (shown === "all" || matches(row, shown) || row.id === current) && (!actor || row.speaker === actor));
}

function matches(row: ItemRow, shown: Shown): boolean {
  if (shown === "open") return row.state === "proposed";
  if (shown === "rejected") return row.state === "rejected";
  return row.state !== "proposed" && row.state !== "rejected";
}
