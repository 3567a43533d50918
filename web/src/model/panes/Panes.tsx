import { lazily, type Part } from "../../parts/lazily";
import { byKeys } from "../roving";
import { update, useParts } from "../../store";
import { t } from "../../words";
import { WantsPane } from "../wants/WantsPane";
import type { Pane } from "./naming";

const PANES: Record<Pane, Part> = {
  wants: WantsPane,
  options: lazily(async () => (await import("./Options")).Options),
  states: lazily(async () => (await import("./States")).States),
  rules: lazily(async () => (await import("./CannotBe")).CannotBe),
  lines: lazily(async () => (await import("./Lines")).Lines),
  tables: lazily(async () => (await import("./Tables")).Tables),
  settings: lazily(async () => (await import("./Settings")).Settings),
  decisions: lazily(async () => (await import("./Decisions")).Decisions),
  source: lazily(async () => (await import("../source/SourcePane")).SourcePane),
};
const OF_OPTIONS: Pane[] = ["wants", "options", "rules", "lines", "tables", "settings", "decisions", "source"];
const OF_GRAPH: Pane[] = ["wants", "options", "states", "tables", "settings", "decisions", "source"];

/** All parts of the model that can be changed, a tab each. */
export function Panes() {
  const { pane, document } = useParts("pane", "document");
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
