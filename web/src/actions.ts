// What a person does, as calls to the server and changes of the store.
import { ask, choose, RefusedError } from "./session";
import type { Answers, CaseList, CaseOverview, Clause, Edited, Maker, ModelDocument, Operation, Why } from "./shapes";
import { current, update, type PointedAs, type Screen } from "./store";
import { followed } from "./model/reading";
import { painted } from "./painted";
import { loadWords, t, type Language } from "./words";

const caseWay = () => `/c/${encodeURIComponent(current().case ?? "")}`;
export const modelWay = (file = current().file ?? "") => `${caseWay()}/models/${encodeURIComponent(file)}`;
/** An address below /api/v1 of the case in view, in the language of the page. */
export const inCase = (way: string): string =>
  `${caseWay()}${way}${way.includes("?") ? "&" : "?"}lang=${current().language}`;

/** Runs what may be refused, and tells the person why where it is. */
export async function trying<T>(work: () => Promise<T>): Promise<T | undefined> {
  update({ busy: current().busy + 1 });
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedError) update({ note: { kind: "fault", text: error.message } });
    else update({ note: { kind: "fault", text: t("shell.lost") }, connected: false });
    return undefined;
  } finally {
    update({ busy: current().busy - 1 });
  }
}

/** Shows the page in a language, and keeps that for the next time. */
export async function setLanguage(language: Language): Promise<void> {
  choose({ language });
  await speak(language);
}

/** Shows the page in a language. */
export async function speak(language: Language): Promise<void> {
  await loadWords(language);
  update({ language });
  const { case: name, file } = current();
  if (name) await openCase(name);
  else if (current().session) await listCases();
  if (file) await openModel(file);
}

export function setTechnical(technical: boolean): void {
  choose({ technical });
  update({ technical });
}

export function go(screen: Screen): void {
  update({ screen });
  const { case: name, file } = current();
  const parts = [screen, name ?? "", file ?? ""].map(encodeURIComponent);
  history.replaceState(null, "", `#/${parts.join("/")}`);
}

export async function listCases(): Promise<void> {
  const cases = await trying(() => ask<CaseList>("GET", `/cases?lang=${current().language}`));
  if (cases) update({ cases });
}

/** Opens a case: what it holds, and its first model. */
export async function openCase(name: string): Promise<void> {
  const { case: before, document } = current();
  update({ case: name });
  const overview = await trying(() => ask<CaseOverview>("GET", inCase("")));
  if (!overview || current().case !== name) return; // another was opened meanwhile
  update({ overview });
  const { file } = current();
  // A model in view that was removed from the folder stays in view: it can be put back.
  const removed = before === name && document !== null && document.file === file ? document : undefined;
  const first = overview.models.find((line) => line.file === file) ?? removed ?? overview.models[0];
  if (first) await openModel(first.file);
  else update({ file: null, document: null, answers: null });
}

/** Looks anew at what the case holds; what is in view stays. */
export async function lookAnew(): Promise<void> {
  const overview = await trying(() => ask<CaseOverview>("GET", inCase("")));
  if (overview && overview.name === current().case) update({ overview });
}

/** Shows a model: what it states, and what follows. */
export async function openModel(file: string): Promise<void> {
  const { case: name } = current();
  const language = `?lang=${current().language}`;
  const shown = await trying(() =>
    Promise.all([
      ask<ModelDocument>("GET", modelWay(file) + language),
      ask<Answers>("GET", `${modelWay(file)}/answers${language}`),
    ]));
  if (!shown || current().case !== name) return;
  update({ file, document: shown[0], answers: shown[1], preview: null, change: null, past: null, before: null });
  await askAgain();
}

let turn: Promise<unknown> = Promise.resolve();

/** Runs what writes after what is being written: each is meant for what the one before leaves. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work);
  turn = next.catch(() => undefined);
  return next;
}

/** Writes a change of the model; where the file has changed meanwhile, says so and offers it anew. */
export const edit = (ops: Operation[]): Promise<boolean> => inTurn(() => write(ops));

async function write(ops: Operation[]): Promise<boolean> {
  const base = current().document?.version ?? "";
  const start = performance.now();
  held += 1;
  try {
    const edited = await ask<Edited>("POST", `${modelWay()}/edits?lang=${current().language}`, { base, ops, parts: true });
    show(edited);
    painted("edit", start);
    return true;
  } catch (error) {
    refused(error, () => void edit(ops));
    return false;
  }
}

/** Counts what was in the hand: an answer about what no longer is comes too late. */
let held = 0;

/** Asks what would follow of a change that is not written. */
export async function dry(ops: Operation[]): Promise<void> {
  const base = current().document?.version ?? "";
  const [start, mine] = [performance.now(), held];
  try {
    const way = `${modelWay()}/edits?lang=${current().language}`;
    const edited = await ask<Edited>("POST", way, { base, ops, dry: true });
    if (mine !== held) return;
    update({ preview: { answers: edited.answers, change: edited.change }, spoken: edited.change.plain.join(" ") });
    painted("dry", start);
  } catch (error) {
    if (mine === held) refused(error);
  }
}

export function putBack(): void {
  held += 1;
  if (current().preview) update({ preview: null });
}

export const undo = (): Promise<void> => inTurn(() => step("undo"));
export const redo = (): Promise<void> => inTurn(() => step("redo"));

async function step(way: "undo" | "redo"): Promise<void> {
  const base = current().document?.version ?? "";
  const start = performance.now();
  held += 1;
  try {
    show(await ask<Edited>("POST", `${modelWay()}/${way}?lang=${current().language}`, { base, parts: true }));
    painted("undo", start);
  } catch (error) {
    refused(error);
  }
}

/** The document after an edit: the whole, or what the edit made otherwise set over what is there. */
function after(edited: Edited): ModelDocument | null {
  const { document } = current();
  if (edited.document || !edited.parts || !document) return edited.document ?? document;
  const { makers, ...parts } = edited.parts as Partial<ModelDocument>;
  const changed = new Map((makers ?? []).map((maker) => [maker.id, maker]));
  return { ...document, ...parts, makers: document.makers.map((maker) => remade(maker, changed.get(maker.id))) };
}

/** A decision maker after an edit; of wishes that only moved it was told where they stood. */
function remade(before: Maker, after: Maker | undefined): Maker {
  if (!after) return before;
  const moved = (wish: Clause & { was?: number }): Clause => {
    const { was, ...told } = wish;
    return was === undefined ? wish : { ...before.wishes[was], ...told };
  };
  return { ...after, wishes: after.wishes.map(moved) };
}

export function show(edited: Edited): void {
  // Parts fit the version they were made for alone; where the page has moved on, it asks anew.
  if (edited.parts && edited.base !== current().document?.version) {
    void openModel(current().file ?? "");
    return;
  }
  const document = after(edited);
  const cited = followed(current().cited, current().document, document);
  update({
    document, cited, answers: edited.answers, change: edited.change,
    before: edited.change.comparable ? current().answers : null, preview: null, past: null, note: null, spoken: edited.change.plain.join(" "),
  });
  void askAgain();
}

export function refused(error: unknown, again?: () => void): void {
  update({ preview: null });
  if (!(error instanceof RefusedError)) {
    update({ note: { kind: "fault", text: t("shell.lost") }, connected: false });
  } else if (error.status === 409 && again) {
    const apply = async () => { await openModel(current().file ?? ""); again(); };
    const action = { label: t("shell.apply_again"), run: () => void apply() };
    update({ note: { kind: "warning", text: error.message, action } });
    void openModel(current().file ?? "");
  } else {
    update({ note: { kind: "fault", text: error.message } });
  }
}

/** Has the states of the graph chosen and placed anew. */
export async function drawAnew(): Promise<void> {
  const drawn = await trying(() => ask<ModelDocument>("POST", `${modelWay()}/drawing?lang=${current().language}`, {}));
  const answers = drawn && await trying(() => ask<Answers>("GET", `${modelWay()}/answers?lang=${current().language}`));
  if (answers) update({ document: drawn, answers });
}

/** Asks why a state holds, or does not. */
export async function askWhy(cell: { state: number; concept: string } | null): Promise<void> {
  const asked = current().past ? null : cell; // the reasons are those of now
  update(asked ? { asked, cited: null } : { asked, why: null });
  await trying(reasons);
}

/** Asks the same again after an edit, which may have taken the state away. */
async function askAgain(): Promise<void> {
  const { asked } = current();
  try {
    await reasons();
  } catch (error) {
    if (!(error instanceof RefusedError)) update({ note: { kind: "fault", text: t("shell.lost") }, connected: false });
    else if (current().asked === asked) update({ asked: null, why: null });
  }
}

async function reasons(): Promise<void> {
  const { asked, file, language } = current();
  if (!asked || !file) return;
  const start = performance.now();
  const why = await ask<Why>("GET", `${modelWay()}/why?state=${asked.state}&concept=${asked.concept}&lang=${language}`);
  if (current().asked !== asked) return;
  update({ why });
  painted("why", start);
}

/** Lights a state wherever it is shown. */
export const light = (lit: number | null): void => { if (lit !== current().lit) update({ lit }); };
/** Shows the sentences that a part of the file rests on. */
export const cite = (cited: (string | number)[] | null): void => update({ cited });
/** Begins to make a part of the model of an item of the dossier. */
export const point = (report: string, item: string, as?: PointedAs): void =>
  update({ pointed: as === undefined ? { report, item } : { report, item, as } });
/** Goes to the dossier to choose a sentence that a part of the model is to rest on. */
export function seekEvidence(path: (string | number)[], words: string): void {
  update({ seeking: { path, words } });
  go("dossier");
}
/** Shows a report at one of its items. */
export function showItem(report: string, item?: string): void {
  update({ shown: item === undefined ? { report } : { report, item } });
  go("reports");
}
export const say = (text: string): void => update({ spoken: text });
