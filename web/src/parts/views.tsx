// The screens, each fetched when it is gone to first; until then its name stands there.
import { useEffect, useState } from "preact/hooks";
import type { Screen } from "../store";
import { t } from "../words";

type View = () => preact.JSX.Element;

const FETCH: Record<Screen, () => Promise<View>> = {
  cases: async () => (await import("../cases/Screen")).CasesScreen,
  reports: async () => (await import("../reports/Screen")).ReportsScreen,
  dossier: async () => (await import("../dossier/Screen")).DossierScreen,
  model: async () => (await import("../model/Screen")).ModelScreen,
  tables: async () => (await import("../tables/Screen")).TablesScreen,
  compare: async () => (await import("../compare/Screen")).CompareScreen,
  brief: async () => (await import("../brief/Screen")).BriefScreen,
  more: async () => (await import("../more/Screen")).MoreScreen,
};
const fetched: Partial<Record<Screen, View>> = {};

/** The screen in view. */
export function InView({ screen }: { screen: Screen }) {
  const [, draw] = useState(0);
  const View = fetched[screen];
  useEffect(() => {
    if (fetched[screen]) return;
    void FETCH[screen]().then((view) => {
      fetched[screen] = view;
      draw((times) => times + 1);
    });
  }, [screen]);
  return View ? <View /> : <section class="pane quiet" aria-busy="true">{t(`shell.${screen}`)} …</section>;
}
