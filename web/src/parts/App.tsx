import { BriefScreen } from "../brief/Screen";
import { CasesScreen } from "../cases/Screen";
import { CompareScreen } from "../compare/Screen";
import { DossierScreen } from "../dossier/Screen";
import { ModelScreen } from "../model/Screen";
import { MoreScreen } from "../more/Screen";
import { ReportsScreen } from "../reports/Screen";
import { update, useStore, type Screen } from "../store";
import { TablesScreen } from "../tables/Screen";
import { t } from "../words";
import { Header } from "./Header";
import { History, Past } from "./History";

const VIEWS: Record<Screen, () => preact.JSX.Element> = {
  cases: CasesScreen, reports: ReportsScreen, dossier: DossierScreen, model: ModelScreen,
  tables: TablesScreen, compare: CompareScreen, brief: BriefScreen, more: MoreScreen,
};

/** All that is on the page. */
export function App() {
  const { screen, note, spoken, drawer, file } = useStore((state) => state);
  const View = VIEWS[screen];
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
      <Past />
      <main id="main" tabIndex={-1}><View /></main>
      {drawer === "history" && file && <History />}
      <div class="unseen" aria-live="polite" data-testid="spoken">{spoken}</div>
    </>
  );
}
