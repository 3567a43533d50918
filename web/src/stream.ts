// The live channel: one stream a browser. The tab that has the lock reads it, and passes on what
// it reads to the others; when that tab is closed the next one gets the lock.
import { listCases, lookAnew, openCase, openModel, undo } from "./actions";
import { token } from "./session";
import { current, update, watch } from "./store";
import { t } from "./words";

export interface Told {
  kind: "hello" | "model" | "broken" | "gone" | "models" | "reports" | "dossier" | "job" | "bye";
  case: string;
  data: { file?: string; version?: string; message?: string; line?: number; [key: string]: unknown };
}

const NAME = "satumeja.stream";
const PATIENCE = [250, 500, 1000, 2000, 5000];
/** An answer of one's own edit is on its way when the stream tells of it. */
const SETTLING = 200;
const listeners = new Set<(told: Told) => void>();
let wasLost = false;

/** Calls a function with what happens to files and jobs; gives what ends that. */
export function listen(listener: (told: Told) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Begins to follow what happens, in this tab or through the one that reads the stream. */
export function follow(): void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (message: MessageEvent<Told>) => take(message.data);
  const pass = (told: Told) => {
    channel.postMessage(told);
    take(told);
  };
  void navigator.locks.request(NAME, () => read(pass));
}

/** Reads the stream for as long as the tab is there; begins again where it breaks off. */
async function read(pass: (told: Told) => void): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      const answer = await fetch("/api/v1/events", { headers: { Authorization: `Bearer ${token()}` } });
      if (answer.status === 401) return take({ kind: "bye", case: "", data: { ended: true } });
      if (answer.ok && answer.body) {
        failures = 0;
        for await (const told of lines(answer.body)) pass(told);
      }
    } catch {
      // The program has ended, or starts anew.
    }
    pass({ kind: "bye", case: "", data: {} });
    await new Promise((resolve) => setTimeout(resolve, PATIENCE[Math.min(failures, PATIENCE.length - 1)]));
  }
}

/** What stands in a stream, line by line. */
export async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part.trim()) yield JSON.parse(part) as Told;
  }
}

function take(told: Told): void {
  for (const listener of [...listeners]) listener(told);
  if (told.kind === "bye") return lost(Boolean(told.data["ended"]));
  if (told.kind === "hello") return back();
  if (told.case !== current().case) return;
  if (told.kind === "model") setTimeout(() => catchUp(told), SETTLING);
  else if (told.kind === "broken") setTimeout(() => broken(told), SETTLING);
  else if (told.kind === "gone") gone(told);
  else if (told.kind !== "job") void lookAnew();
}

const isNews = (told: Told): boolean =>
  told.data.file === current().file && told.data.version !== (current().past?.now ?? current().document?.version);

/** Shows a model anew that is another version now; what is in the hand is let go first. */
function catchUp(told: Told): void {
  if (!isNews(told)) return;
  if (current().preview === null) return void openModel(told.data.file ?? "");
  const stop = watch(() => {
    if (current().preview !== null) return;
    stop();
    if (isNews(told)) void openModel(told.data.file ?? "");
  });
}

function broken(told: Told): void {
  if (!isNews(told)) return;
  const { message = "", line = 0, file = "" } = told.data;
  const action = { label: t("shell.undo"), run: () => void undo() };
  void openModel(file).then(() =>
    update({ note: { kind: "warning", text: t("stream.broken", { file, line, message }), action } }));
}

/** What a file held last stays in view, and can be put back. */
function gone(told: Told): void {
  const { file = "" } = told.data;
  if (file !== current().file) return;
  const action = { label: t("history.put_back_now"), run: () => void undo() };
  void openModel(file).then(() => update({ note: { kind: "warning", text: t("stream.gone", { file }), action } }));
}

function lost(ended: boolean): void {
  if (current().connected)
    update({ connected: false, note: { kind: "fault", text: t(ended ? "shell.no_session" : "shell.lost") } });
  wasLost = true;
}

/** Catches up with what happened while there was no stream. */
function back(): void {
  if (!wasLost) return;
  wasLost = false;
  update({ connected: true, note: { kind: "said", text: t("stream.back") } });
  const { case: name } = current();
  void (name ? openCase(name) : listCases());
}
