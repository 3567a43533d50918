import { AnswerBar } from "../model/answer/AnswerBar";
import { update, useParts, useStore, type Screen } from "../store";
import { t } from "../words";
import { Header } from "./Header";
import { History, Past } from "./History";
import { Pointing } from "./Pointing";
import { lazily } from "./lazily";
import { InView } from "./views";

const Keys = lazily(async () => (await import("./Keys")).Keys);
const Tour = lazily(async () => (await import("./Tour")).Tour);

/** Where what follows from the model stands above the screen. */
const ANSWERED: Screen[] = ["model", "tables", "compare", "brief"];

/** What the person is told, with what can be done about it. */
function Told() {
  const note = useStore((state) => state.note);
  if (!note) return null;
  return (
    <div class="note" role={note.kind === "fault" ? "alert" : "status"} data-kind={note.kind} data-testid="note">
      <span>{note.text}</span>
      {note.action && <button class="main" onClick={note.action.run}>{note.action.label}</button>}
      <button onClick={() => update({ note: null })}>{t("shell.close")}</button>
    </div>
  );
}

/** What a screen reader says of what was done. */
function Spoken() {
  return <div class="unseen" aria-live="polite" data-testid="spoken">{useStore((state) => state.spoken)}</div>;
}

/** All that is on the page. What changes often stands by itself, so that the screen is not drawn anew with it. */
export function App() {
  // The language too: whatever says something is drawn anew with it.
  const { screen, drawer, file } = useParts("screen", "drawer", "file", "language");
  return (
    <>
      <a class="skip" href="#main">{t("shell.skip")}</a>
      <Header />
      <Told />
      <Pointing />
      <Past />
      <main id="main" tabIndex={-1}>{ANSWERED.includes(screen) && <AnswerBar />}<InView screen={screen} /></main>
      {drawer === "history" && file && <History />}
      {drawer === "keys" && <Keys />}
      {drawer === "tour" && <Tour />}
      <Spoken />
    </>
  );
}
