import { AnswerBar } from "../model/answer/AnswerBar";
import { update, useStore, type Screen } from "../store";
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

/** All that is on the page. */
export function App() {
  const { screen, note, spoken, drawer, file } = useStore((state) => state);
  return (
    <>
      <a class="skip" href="#main">{t("shell.skip")}</a>
      <Header />
      {note && (
        <div class="note" role={note.kind === "fault" ? "alert" : "status"} data-kind={note.kind} data-testid="note">
          <span>{note.text}</span>
          {note.action && <button class="main" onClick={note.action.run}>{note.action.label}</button>}
          <button onClick={() => update({ note: null })}>{t("shell.close")}</button>
        </div>
      )}
      <Pointing />
      <Past />
      <main id="main" tabIndex={-1}>{ANSWERED.includes(screen) && <AnswerBar />}<InView screen={screen} /></main>
      {drawer === "history" && file && <History />}
      {drawer === "keys" && <Keys />}
      {drawer === "tour" && <Tour />}
      <div class="unseen" aria-live="polite" data-testid="spoken">{spoken}</div>
    </>
  );
}
