// The screens, each fetched when it is gone to first; until then its name stands there.
import { useStore, type Screen } from "../store";
import { t } from "../words";
import { lazily, type Part } from "./lazily";

const waiting = (screen: Screen) => () => <section class="pane quiet" aria-busy="true">{t(`shell.${screen}`)} …</section>;

const VIEWS: Record<Screen, Part> = {
  cases: lazily(async () => (await import("../cases/Screen")).CasesScreen, { meanwhile: waiting("cases") }),
  reports: lazily(async () => (await import("../reports/Screen")).ReportsScreen, { meanwhile: waiting("reports") }),
  dossier: lazily(async () => (await import("../dossier/Screen")).DossierScreen, { meanwhile: waiting("dossier") }),
  model: lazily(async () => (await import("../model/Screen")).ModelScreen, { meanwhile: waiting("model"), isFirst: true }),
  tables: lazily(async () => (await import("../tables/Screen")).TablesScreen, { meanwhile: waiting("tables") }),
  compare: lazily(async () => (await import("../compare/Screen")).CompareScreen, { meanwhile: waiting("compare") }),
  brief: lazily(async () => (await import("../brief/Screen")).BriefScreen, { meanwhile: waiting("brief") }),
  more: lazily(async () => (await import("../more/Screen")).MoreScreen, { meanwhile: waiting("more") }),
};

/** The screen in view; nothing while it is not known yet whether that is a case or the list of them. */
export function InView({ screen }: { screen: Screen }) {
  const isListed = useStore((state) => state.cases !== null);
  if (screen === "cases" && !isListed) return null;
  const View = VIEWS[screen];
  return <View key={screen} />;
}
