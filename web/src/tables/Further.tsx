import { useState } from "preact/hooks";
import { isUnderWay, useJob } from "../parts/jobs";
import { Progress } from "../parts/Progress";
import { SheetView } from "../parts/SheetView";
import type { TableShown } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";

/** Packages against walking away, and what a third party could open: asked when wanted. */
export function Further({ table, start }: { table: TableShown; start: string }) {
  const makers = useStore((state) => state.document?.makers) ?? [];
  const others = makers.filter((maker) => !table.seats.includes(maker.id));
  const [third, setThird] = useState("");
  const work = useJob();
  const common = { ...(table.id ? { table: table.id } : {}), ...(start ? { start } : {}) };
  const busy = isUnderWay(work.job);
  return (
    <section class="pane further" aria-labelledby="further-head">
      <h2 id="further-head">{t("tables.further")}</h2>
      <div class="formrow">
        <button data-testid="packages" disabled={busy} onClick={() => work.begin("packages", { ...common, no_deal: "worst" })}>
          {t("tables.packages")}
        </button>
        <label class="formfield">{t("tables.third")}
          <select value={third} onChange={(event) => setThird(event.currentTarget.value)}>
            <option value="">{t("more.choose")}</option>
            {others.map((maker) => <option key={maker.id} value={maker.id}>{maker.name}</option>)}
          </select>
        </label>
        <button disabled={!third || busy} onClick={() => work.begin("openings", { ...common, third })}>{t("tables.third_ask")}</button>
      </div>
      {!others.length && <p class="quiet">{t("tables.third_none")}</p>}
      <Progress work={work} />
      {work.job?.sheet && <SheetView sheet={work.job.sheet} />}
    </section>
  );
}
