import { useEffect } from "preact/hooks";
import type { DossierHeads } from "../shapes";
import { update, useStore } from "../store";
import { t } from "../words";
import { useAsked, VIEWS, type View } from "./asking";
import { setDesk, useDesk } from "./desk";
import { Drafting } from "./Drafting";
import { Filters } from "./Filters";
import { Disputes, Search } from "./Lists";
import { Positions } from "./Positions";
import { Same } from "./Same";
import { Timeline } from "./Timeline";

/** The screen of the dossier: who stands where, when what was said, what is disputed, what is one. */
export function DossierScreen() {
  const { view, filters, drafting } = useDesk();
  const reports = useStore((state) => state.overview?.reports.length ?? 0);
  const seeking = useStore((state) => state.seeking);
  const { data: heads } = useAsked<DossierHeads>(reports ? "/dossier/heads" : null);
  const isSearching = filters.q.trim() !== "";
  useEffect(() => () => update({ seeking: null }), []);
  if (!reports) return <section class="pane"><h1>{t("shell.dossier")}</h1><p>{t("dossier.empty")}</p></section>;
  const views: readonly View[] = isSearching ? [...VIEWS, "search"] : VIEWS;
  const shown = views.includes(view) ? view : "positions";
  return (
    <section class="dossier">
      <h1 class="unseen">{t("shell.dossier")}</h1>
      {seeking && (
        <p class="note seeking" role="status" data-testid="seeking">{t("dossier.seeking", { words: seeking.words })}
          <button onClick={() => update({ seeking: null })}>{t("dossier.cancel")}</button></p>
      )}
      <div class="pane top">
        <div class="views">
          <div role="tablist" aria-label={t("dossier.views")}>
            {views.map((each) => (
              <button key={each} role="tab" id={`view-${each}`} aria-selected={shown === each} aria-controls="view" data-testid={`view-${each}`}
                onClick={() => setDesk({ view: each })}>{t(`dossier.view_${each}`)}</button>
            ))}
          </div>
          <button class="main draft" data-testid="make-model" onClick={() => setDesk({ drafting: true })}>{t("dossier.draft")}</button>
        </div>
        <Filters heads={heads} />
      </div>
      {drafting && <Drafting />}
      <div id="view" role="tabpanel" aria-labelledby={`view-${shown}`}>
        {shown === "positions" && <Positions />}
        {shown === "timeline" && <Timeline />}
        {shown === "disputes" && <Disputes />}
        {shown === "same" && <Same heads={heads} />}
        {shown === "search" && <Search />}
      </div>
    </section>
  );
}
