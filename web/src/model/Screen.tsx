import { lazily } from "../parts/lazily";
import { useStore } from "../store";
import { t } from "../words";
import { GraphPane } from "./graph/GraphPane";
import { MatrixPane } from "./matrix/MatrixPane";
import { Panes } from "./panes/Panes";
import { WhyPane } from "./why/WhyPane";

const Blank = lazily(async () => (await import("./panes/Blank")).Blank);
const SetsPane = lazily(async () => (await import("./sets/SetsPane")).SetsPane);

/** The model: what each side wants, who would move where, what holds, and why. */
export function ModelScreen() {
  const document = useStore((state) => state.document);
  if (!document) return <Blank />;
  return (
    <div class="model">
      <h1 class="unseen">{document.title}</h1>
      <section class="beside pane" aria-label={t("model.panes")}><Panes /></section>
      <section class="graphpane pane" aria-label={t("model.graph")}><GraphPane /></section>
      <section class="whypane pane" aria-label={t("model.why")}><WhyPane /></section>
      {document.shown === "sets" ? <SetsPane /> : <MatrixPane />}
    </div>
  );
}
