// The app: the session, the language, the screen in view.
import { render } from "preact";
import { go, listCases, openCase, speak } from "./actions";
import { listenForKeys } from "./keys";
import { App } from "./parts/App";
import { chosen, open, RefusedError } from "./session";
import { current, SCREENS, update, type Screen } from "./store";
import { follow } from "./stream";
import { loadWords, t, type Language } from "./words";

async function start(): Promise<void> {
  const language: Language = (chosen().language ?? navigator.language.slice(0, 2)) === "id" ? "id" : "en";
  const [screen, name, file] = location.hash.startsWith("#/")
    ? location.hash.slice(2).split("/").map(decodeURIComponent)
    : [];
  await loadWords(language);
  update({ language, technical: chosen().technical ?? false });
  render(<App />, document.getElementById("app") as HTMLElement);
  try {
    const opening = open();
    const before = location.hash; // the code is gone from it by now
    const session = await opening;
    update({ session });
    follow();
    const { language: spoken, technical } = chosen();
    update({ technical: technical ?? false });
    if (spoken && spoken !== language) await speak(spoken);
    const opened = name || session.case;
    if (!opened || screen === "cases") return void (await listCases());
    const meant = file || (name ? "" : session.file);
    if (meant) update({ file: meant });
    await openCase(opened);
    // Who has gone to a screen meanwhile stays there.
    if (location.hash === before) go(SCREENS.includes(screen as Screen) ? (screen as Screen) : first());
  } catch (error) {
    const key = error instanceof RefusedError ? "shell.no_session" : "shell.lost";
    update({ note: { kind: "fault", text: t(key) } });
  }
}

/** The screen a case begins with: its model, or its reports while there is none. */
const first = (): Screen => (current().overview?.models.length ? "model" : "reports");

listenForKeys();
void start();
