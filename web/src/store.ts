// What the app knows, in one place. Screens read it with `useStore`, and change it with the
// actions of actions.ts alone.
import { holding } from "./holder";
import type { Pane } from "./model/panes/naming";
import type { Answers, CaseList, CaseOverview, Change, ModelDocument, Session, Step, Why } from "./shapes";
import type { Language } from "./words";

export type Screen = "cases" | "reports" | "dossier" | "model" | "tables" | "compare" | "brief" | "more";
export const SCREENS: Screen[] = ["reports", "dossier", "model", "tables", "compare", "brief", "more"];

/** Something told to the person, with what can be done about it. */
export interface Note {
  kind: "said" | "warning" | "fault";
  text: string;
  action?: { label: string; run: () => void };
}

/** What a sentence is to become. */
export type PointedAs = "option" | "wish" | "red_line" | "evidence";

export interface State {
  session: Session | null;
  language: Language;
  /** Whether concepts go by their technical names. */
  technical: boolean;
  screen: Screen;
  case: string | null;
  cases: CaseList | null;
  overview: CaseOverview | null;
  file: string | null;
  document: ModelDocument | null;
  answers: Answers | null;
  /** What would follow from what is in the hand; nothing of it is written. */
  preview: { answers: Answers; change: Change } | null;
  /** What the last edit did, and what followed before it. */
  change: Change | null;
  /** The step the model is shown as it was after, and the version of now. */
  past: { step: Step; now: string } | null;
  before: Answers | null;
  concept: string;
  /** The state pointed at, lit everywhere. */
  lit: number | null;
  /** The cell asked about. */
  asked: { state: number; concept: string } | null;
  why: Why | null;
  /** The decision maker whose wishes are in view, by id. */
  maker: string | null;
  /** The part of the file whose sentences are in view. */
  cited: (string | number)[] | null;
  /** The pane of the model's parts that is open, and the part of the file to show there. */
  pane: Pane;
  part: (string | number)[] | null;
  /** The item of the dossier a part of the model is being made of. */
  pointed: { report: string; item: string; as?: PointedAs } | null;
  /** The part of the model that a sentence is sought for, and what it says. */
  seeking: { path: (string | number)[]; words: string } | null;
  /** The report and item to show on the screen of reports. */
  shown: { report: string; item?: string } | null;
  /** What undo and redo do on the screen in view, where they are not of the model. */
  steps: { undo: (() => void) | null; redo: (() => void) | null } | null;
  note: Note | null;
  /** What a screen reader says next. */
  spoken: string;
  busy: number;
  drawer: "history" | "keys" | "tour" | null;
  connected: boolean;
}

const store = holding<State>({
  session: null, language: "en", technical: false, screen: "cases", case: null, cases: null,
  overview: null, file: null, document: null, answers: null, preview: null, change: null,
  past: null, before: null, concept: "seq", lit: null, asked: null, why: null, maker: null, cited: null,
  pane: "wants", part: null, pointed: null, seeking: null, shown: null, steps: null, note: null,
  spoken: "", busy: 0, drawer: null, connected: true,
});

export const { current, update, watch, use: useStore, pick: useParts } = store;
