// The app: the session, the language, the screen in view.
import { render } from "preact";
import { listCases, openCase, go } from "./actions";
import { listenForKeys } from "./keys";
import { App } from "./parts/App";
import { open, RefusedError } from "./session";
import { SCREENS, update, type Screen } from "./store";
import { loadWords, t, type Language } from "./words";

async function start(): Promise<void> {
  const spoken = localStorage.getItem("satumeja.language") ?? navigator.language.slice(0, 2);
  const language: Language = spoken === "id" ? "id" : "en";
  const [screen, name, file] = location.hash.startsWith("#/")
    ? location.hash.slice(2).split("/").map(decodeURIComponent)
    : [];
  await loadWords(language);
  update({ language, technical: localStorage.getItem("satumeja.technical") === "1" });
  render(<App />, document.getElementById("app") as HTMLElement);
  try {
    const session = await open();
    update({ session });
    const opened = name || session.case;
    if (!opened) return void (await listCases());
    if (file) update({ file });
    await openCase(opened);
    go(SCREENS.includes(screen as Screen) ? (screen as Screen) : "model");
  } catch (error) {
    const key = error instanceof RefusedError ? "shell.no_session" : "shell.lost";
    update({ note: { kind: "fault", text: t(key) } });
  }
}

listenForKeys();
void start();
