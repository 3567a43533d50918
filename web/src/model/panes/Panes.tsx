import { byKeys } from "../roving";
import { SourcePane } from "../source/SourcePane";
import { update, useStore } from "../../store";
import { t } from "../../words";
import { WantsPane } from "../wants/WantsPane";
import { CannotBe } from "./CannotBe";
import { Decisions } from "./Decisions";
import { Lines } from "./Lines";
import type { Pane } from "./naming";
import { Options } from "./Options";
import { Settings } from "./Settings";
import { States } from "./States";
import { Tables } from "./Tables";

const PANES: Record<Pane, () => preact.JSX.Element | null> = {
  wants: WantsPane, options: Options, states: States, rules: CannotBe, lines: Lines, tables: Tables,
  settings: Settings, decisions: Decisions, source: SourcePane,
};
const OF_OPTIONS: Pane[] = ["wants", "options", "rules", "lines", "tables", "settings", "decisions", "source"];
const OF_GRAPH: Pane[] = ["wants", "options", "states", "tables", "settings", "decisions", "source"];

/** All parts of the model that can be changed, a tab each. */
export function Panes() {
  const { pane, document } = useStore((state) => state);
  if (!document) return null;
  const all = document.form === "graph" ? OF_GRAPH : OF_OPTIONS;
  const listed = all.filter((each) => each !== "decisions" || document.open.length > 0 || pane === "decisions");
  const shown = listed.includes(pane) ? pane : "wants";
  const Shown = PANES[shown];
  return (
    <>
      <div class="panetabs" role="tablist" aria-label={t("model.panes")} onKeyDown={byKeys}>
        {listed.map((each) => (
          <button key={each} role="tab" id={`pane-${each}`} data-testid={`pane-${each}`} aria-selected={each === shown}
            aria-controls="pane" tabIndex={each === shown ? 0 : -1} onClick={() => update({ pane: each, part: null })}>
            {t(`editing.pane_${each}`)}{each === "decisions" && document.open.length > 0 && ` ${document.open.length}`}
          </button>
        ))}
      </div>
      <div id="pane" class="panebody" data-scroll role="tabpanel" aria-labelledby={`pane-${shown}`} key={shown} data-editing={shown !== "wants"}>
        <Shown />
      </div>
    </>
  );
}
