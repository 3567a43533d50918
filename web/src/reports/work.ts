// What is done on the desk: read a report, decide on an item, take that back, take in files.
import { inCase, say, trying } from "../actions";
import { painted } from "../painted";
import { ask, RefusedError } from "../session";
import type { CaseOverview, Choices, Corrected, CorrectionBody, Dropped, ItemRow, JobShown, ReportView } from "../shapes";
import { current as state, update } from "../store";
import { t } from "../words";
import { listed, onDesk, setDesk, type Drop } from "./desk";

export const LARGEST = 10_000_000;
export const MOST_FILES = 100;

/** Shows a report, at an item or at the first that is to be checked. */
export async function openReport(id: string, item?: string): Promise<void> {
  const { case: name } = state();
  const view = await trying(() => ask<ReportView>("GET", inCase(`/reports/${encodeURIComponent(id)}`)));
  if (!view || state().case !== name) return;
  const wanted = view.items.find((row) => row.id === item || row.acts.some((act) => act.id === item));
  const first = view.items.find((row) => row.state === "proposed") ?? view.items[0];
  setDesk({ view, current: (wanted ?? first)?.id ?? null, form: null, actor: "" });
  count(view.progress);
}

const QUIET = 1_500;
let waiting = 0;

/** Reads the report in view anew, once nothing was written for a while: others may have decided, too. */
export function followOthers(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void lookAgain(), QUIET) as unknown as number;
}

async function lookAgain(): Promise<void> {
  const { view, form } = onDesk();
  if (!view) return;
  if (form) return followOthers();
  const now = await ask<ReportView>("GET", inCase(`/reports/${view.id}`)).catch(() => null);
  // What was decided here meanwhile is newer than what is on its way.
  if (!now || onDesk().view !== view || underWay.size > 0 || JSON.stringify(now) === JSON.stringify(view)) return;
  setDesk({ view: now });
  count(now.progress);
}

/** Reads what fields can be set to, once a case and language. */
export async function needChoices(): Promise<void> {
  if (onDesk().choices) return;
  const choices = await trying(() => ask<Choices>("GET", inCase("/choices")));
  if (choices) setDesk({ choices });
}

/** Takes the next or the item before in hand, of those listed; nothing is decided by it. */
export function step(by: 1 | -1): void {
  const rows = listed(onDesk());
  const place = rows.findIndex((row) => row.id === onDesk().current);
  const row = rows[Math.min(Math.max(place + by, 0), rows.length - 1)];
  if (row) take(row.id);
}

export function take(id: string): void {
  setDesk({ current: id, form: null });
  const row = onDesk().view?.items.find((each) => each.id === id);
  if (row) say(`${nameOf(row)}: ${row.words.slice(0, 200)}. ${row.state_words}`);
}

/** What is decided on, and not yet answered. */
const underWay = new Set<string>();

/** What one who decides goes on with: the next that is to be checked, else the one in hand. */
function goOn(from: string): void {
  const rows = listed(onDesk());
  const place = rows.findIndex((row) => row.id === from);
  const open = [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))];
  const next = open.find((row) => row.state === "proposed" && !underWay.has(row.id));
  if (next) setDesk({ current: next.id });
}

/** Decides on an item, and goes on at once: whoever is fast need not wait for the answer. */
export async function decide(verb: "accept" | "reject", item = onDesk().current): Promise<void> {
  const { view } = onDesk();
  if (!view || !item) return;
  const start = performance.now();
  underWay.add(item);
  if (onDesk().current === item) goOn(item);
  const corrected = await correct({ report: view.id, item, verb });
  underWay.delete(item);
  if (corrected) painted("correct", start);
  else if (onDesk().view?.id === view.id) setDesk({ current: item });
}

let last: Promise<unknown> = Promise.resolve();

/** Sends what changes the dossier one after the other, as it was asked for. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Decides on one act of a statement by itself. */
export async function decideAct(verb: "accept" | "reject", act: string): Promise<void> {
  const { view } = onDesk();
  if (view) await correct({ report: view.id, item: act, verb });
}

/** Sends one decision, and shows what it changed; what is refused is told. */
export function correct(body: Partial<CorrectionBody>): Promise<Corrected | undefined> {
  return inTurn(async () => {
    const corrected = await trying(() => ask<Corrected>("POST", inCase("/corrections"), body));
    if (corrected) await takeOver(corrected);
    return corrected;
  });
}

export async function undo(): Promise<void> {
  await inTurn(() => back(onDesk().view?.undo ?? null));
}

export async function redo(): Promise<void> {
  await inTurn(() => back(onDesk().view?.redo ?? null));
}

async function back(key: string | null): Promise<void> {
  if (!key) return say(t("reports.nothing_to_undo"));
  const corrected = await trying(() => ask<Corrected>("DELETE", inCase(`/corrections/${key}`)));
  if (!corrected) return;
  await takeOver(corrected);
  const [report = ""] = corrected.item.split("#");
  const row = corrected.items[0];
  if (row && report !== onDesk().view?.id) await openReport(report, row.id);
  else if (row) setDesk({ current: row.id, form: null });
}

/** Puts what is other now in the place of what was shown. */
async function takeOver(corrected: Corrected): Promise<void> {
  const { view } = onDesk();
  for (const progress of corrected.progress) count(progress);
  say(t(`reports.did_${corrected.verb}`, { item: corrected.item }));
  if (!view) return;
  if (corrected.anew) return openReport(view.id, onDesk().current ?? undefined);
  const changed = new Map(corrected.items.map((row) => [row.id, row]));
  const gone = new Set(corrected.gone ?? []);
  const kept = view.items.filter((row) => !gone.has(row.id)).map((row) => changed.get(row.id) ?? row);
  const held = new Set(kept.map((row) => row.id));
  const added = corrected.items.filter((row) => !held.has(row.id) && row.id.startsWith(`${view.id}#`));
  const items = [...kept, ...added].sort((a, b) => (a.span[0] as number) - (b.span[0] as number) || (b.span[1] as number) - (a.span[1] as number));
  const progress = corrected.progress.find((each) => each.report === view.id) ?? view.progress;
  setDesk({
    view: {
      ...view, items, progress, actors: named(view.actors, corrected.actors),
      undo: corrected.undo ?? null, redo: corrected.redo ?? null,
    },
  });
  const { current } = onDesk();
  if (current && gone.has(current)) setDesk({ current: items[0]?.id ?? null });
}

type Actors = ReportView["actors"];

/** The actors with those that are new; the same where none is. */
function named(actors: Actors, more: Actors): Actors {
  const isNew = Object.entries(more).some(([id, actor]) => JSON.stringify(actors[id]) !== JSON.stringify(actor));
  return isNew ? { ...actors, ...more } : actors;
}

/** Keeps the counts of the shelf as they are now. */
function count(progress: { report: string; items: number; to_check: number }): void {
  const { overview } = state();
  if (!overview) return;
  const reports = overview.reports.map((line) =>
    line.id === progress.report ? { ...line, items: progress.items, to_check: progress.to_check } : line);
  update({ overview: { ...overview, reports } });
}

export function nameOf(row: ItemRow): string {
  const { view } = onDesk();
  return (row.speaker && view?.actors[row.speaker]?.name) || t("reports.nobody");
}

/** Takes in files one after the other; each is told of by itself, whatever becomes of the others. */
export async function dropFiles(files: File[]): Promise<void> {
  const taken = files.slice(0, MOST_FILES);
  const begin = onDesk().drops.filter((drop) => drop.state === "waiting" || drop.state === "reading");
  const mine = taken.map((file): Drop => ({ name: file.name, state: "waiting" }));
  setDesk({ drops: [...begin, ...mine] });
  if (files.length > MOST_FILES) update({ note: { kind: "warning", text: t("reports.too_many", { most: MOST_FILES, left: files.length - MOST_FILES }) } });
  let first: string | null = null;
  for (const [place, file] of taken.entries()) {
    const drop = mine[place] as Drop;
    change(drop, { state: "reading" });
    const outcome = await dropped(file);
    change(drop, outcome);
    if (drop.job) await follow(drop, drop.job);
    const [given] = drop.outcome?.reports ?? [];
    if (drop.outcome) await refresh();
    // The first is shown at once; whoever reads it by then is not led away by the others.
    if (given && first === null) await openReport((first = given.id));
  }
  const read = mine.filter((drop) => drop.state === "read").length;
  say(t("reports.dropped_all", { read, refused: mine.length - read }));
  setDesk({ choices: null });
}

/** Reads anew what the case holds. */
async function refresh(): Promise<void> {
  const overview = await trying(() => ask<CaseOverview>("GET", inCase("")));
  if (overview) update({ overview });
}

function change(drop: Drop, by: Partial<Drop>): void {
  Object.assign(drop, by);
  setDesk({ drops: [...onDesk().drops] });
}

async function dropped(file: File): Promise<Partial<Drop>> {
  if (file.size > LARGEST) return { state: "refused", message: t("reports.too_large", { most: LARGEST / 1e6 }) };
  try {
    const name = { "X-Name": encodeURIComponent(file.name.replace(/\p{Surrogate}/gu, "\uFFFD")) };
    const outcome = await ask<Dropped>("POST", inCase("/reports"), file, name);
    return outcome.job ? { name: outcome.name, job: outcome.job } : { state: "read", outcome };
  } catch (error) {
    return { state: "refused", message: error instanceof RefusedError ? error.message : t("reports.not_sent") };
  }
}

const PAUSE = 400;

/** Waits for the job that reads a file, and tells how far it is; its first reports can be read meanwhile. */
async function follow(drop: Drop, id: string): Promise<void> {
  for (;;) {
    const job = await trying(() => ask<JobShown>("GET", inCase(`/jobs/${id}`)));
    if (!job) return change(drop, { state: "refused", message: t("reports.not_sent") });
    if (job.state === "done") return change(drop, { state: "read", outcome: job.data as Dropped });
    if (job.state === "failed") return change(drop, { state: "refused", message: job.message ?? "" });
    if (job.state === "stopped") {
      await refresh();
      return change(drop, { state: "refused", message: t("reports.stopped") });
    }
    if (!drop.done && job.count) await refresh();
    change(drop, { done: job.count ?? 0, of: job.of ?? 0 });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Stops reading a file; the reports read by then stay. */
export async function stopReading(drop: Drop): Promise<void> {
  if (drop.job) await trying(() => ask<JobShown>("DELETE", inCase(`/jobs/${drop.job}`)));
}
