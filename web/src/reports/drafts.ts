// Drafts: what is written into the fields of an item, and the decision that comes of it.
import type { ActChange, CorrectionBody, ItemRow, ReportView } from "../shapes";
import { isNew, NOBODY, type Party } from "./parties";

export type ActorKind = "person" | "state" | "organisation" | "group";

export interface ActDraft {
  /** The act it is of; null of one that is added. */
  item: string | null;
  kind: string;
  target: Party;
  issue: string;
  isGone: boolean;
}

export interface Draft {
  speaker: Party;
  date: string;
  note: string;
  acts: ActDraft[];
  /** What somebody new is. */
  actorKind: ActorKind;
}

export const NEW_ACT: ActDraft = { item: null, kind: "", target: NOBODY, issue: "", isGone: false };

export const emptyDraft = (): Draft => ({ speaker: NOBODY, date: "", note: "", acts: [NEW_ACT], actorKind: "person" });

/** The draft of an item as it stands. */
export function draftOf(row: ItemRow, view: ReportView): Draft {
  const party = (id: string | null | undefined): Party => (id ? { id, text: view.actors[id]?.name ?? id } : NOBODY);
  const acts = row.acts.map((act): ActDraft => ({
    item: act.id, kind: act.kind, target: party(act.target), issue: act.issue ?? "", isGone: act.state === "rejected",
  }));
  return { speaker: party(row.speaker), date: row.date ?? "", note: "", acts: acts.length ? acts : [NEW_ACT], actorKind: "person" };
}

const value = (party: Party): string | null => party.id || party.text.trim() || null;

type Change = Record<string, string | null>;

/** The decision that makes an item what the draft says; only what is other is in it. */
export function editOf(row: ItemRow, view: ReportView, draft: Draft): Partial<CorrectionBody> {
  const before = draftOf(row, view);
  const change: Change = {};
  if (value(draft.speaker) !== value(before.speaker)) change[speakerField(row)] = value(draft.speaker);
  if (draft.date.trim() !== before.date) change["date"] = draft.date.trim() || null;
  const acts = draft.acts.flatMap((act): ActChange[] => {
    const was = before.acts.find((each) => each.item === act.item);
    if (act.item === null) return act.kind ? [added(act)] : [];
    if (act.isGone) return was?.isGone ? [] : [{ item: act.item, verb: "reject", change: {} }];
    const other = was ? differences(act, was) : {};
    return Object.keys(other).length || was?.isGone ? [{ item: act.item, verb: "edit", change: other }] : [];
  });
  // An act by itself is the item: all that is other in it is one change.
  if (row.kind === "act") Object.assign(change, ...acts.map((act) => act.change));
  return {
    report: view.id, item: row.id, verb: "edit", change,
    acts: row.kind === "act" ? [] : acts, actors: newActors(draft), note: draft.note.trim() || null,
  };
}

/** Whom an item is by, as its field is called. */
const speakerField = (row: ItemRow): string =>
  row.kind === "statement" ? "speaker" : row.acts[0]?.by ? "by" : "actor";

/** The decision that adds what is selected. */
export function additionOf(report: string, span: [number, number], draft: Draft): Partial<CorrectionBody> {
  const change: Change = { speaker: value(draft.speaker) };
  if (draft.date.trim()) change["date"] = draft.date.trim();
  const acts = draft.acts.filter((act) => act.kind && !act.isGone).map(added);
  return { report, verb: "add", span, change, acts, actors: newActors(draft), note: draft.note.trim() || null };
}

function added(act: ActDraft): ActChange {
  const change: Change = { kind: act.kind };
  if (value(act.target)) change["target"] = value(act.target);
  if (act.issue) change["issue"] = act.issue;
  return { item: null, verb: "add", change };
}

function differences(act: ActDraft, was: ActDraft): Change {
  const change: Change = {};
  if (act.kind !== was.kind) change["kind"] = act.kind;
  if (value(act.target) !== value(was.target)) change["target"] = value(act.target);
  if (act.issue !== was.issue) change["issue"] = act.issue || null;
  return change;
}

function newActors(draft: Draft) {
  const parties = [draft.speaker, ...draft.acts.map((act) => act.target)].filter(isNew);
  const names = new Set(parties.map((party) => party.text.trim()));
  return [...names].map((name) => ({ name, kind: draft.actorKind }));
}
