import { useState } from "preact/hooks";
import { useStore } from "../store";
import { t } from "../words";
import { AnswerBar } from "./answer/AnswerBar";
import { GraphPane } from "./graph/GraphPane";
import { MatrixPane } from "./matrix/MatrixPane";
import { PANES } from "./panes";
import { byKeys } from "./roving";
import { WhyPane } from "./why/WhyPane";

/** The model: what each side wants, who would move where, what holds, and why. */
export function ModelScreen() {
  const document = useStore((state) => state.document);
  if (!document) return <section class="pane"><p class="quiet">{t("model.none")}</p></section>;
  return (
    <div class="model">
      <h1 class="unseen">{document.title}</h1>
      <AnswerBar />
      <section class="beside pane" aria-label={t("model.panes")}><Panes /></section>
      <section class="graphpane pane" aria-label={t("model.graph")}><GraphPane /></section>
      <section class="whypane pane" aria-label={t("model.why")}><WhyPane /></section>
      <MatrixPane />
    </div>
  );
}

function Panes() {
  const [name, show] = useState(PANES[0]?.[0] ?? "");
  const Pane = PANES.find(([each]) => each === name)?.[1];
  return (
    <>
      {PANES.length > 1 && (
        <div class="panetabs" role="tablist" aria-label={t("model.panes")} onKeyDown={byKeys}>
          {PANES.map(([each]) => (
            <button key={each} role="tab" id={`pane-${each}`} data-testid={`pane-${each}`} aria-selected={each === name}
              aria-controls="pane" tabIndex={each === name ? 0 : -1} onClick={() => show(each)}>
              {t(`model.pane_${each}`)}
            </button>
          ))}
        </div>
      )}
      <div id="pane" class="panebody" data-scroll role={PANES.length > 1 ? "tabpanel" : undefined}
        aria-labelledby={PANES.length > 1 ? `pane-${name}` : undefined}>
        {PANES.length === 1 && <h2>{t("model.wants")}</h2>}
        {Pane && <Pane />}
      </div>
    </>
  );
}
