import { useState } from "preact/hooks";
import { useFollowing } from "../parts/answers";
import { StatePicker } from "../parts/StatePicker";
import type { TablesShown } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { Deals } from "./Deals";
import { Further } from "./Further";
import { Seats } from "./Seats";
import { Threats } from "./Threats";
import { Ways } from "./Ways";
import { WhatOpens } from "./WhatOpens";
import { ZoneMap } from "./ZoneMap";

/** The screen of tables: what the seated could agree, and what would open more. */
export function TablesScreen() {
  const file = useStore((state) => state.file);
  const [start, setStart] = useState("");
  const [table, setTable] = useState("");
  const [ticked, tick] = useState<number[]>([]);
  const { answer, fault } = useFollowing<TablesShown>("tables", start ? { start } : {});
  if (!file) return <section class="pane"><h1>{t("shell.tables")}</h1><p>{t("tables.no_model")}</p></section>;
  const shown = answer?.tables.find((one) => one.id === table) ?? answer?.tables[0];
  const choose = (id: string) => { setTable(id); tick([]); };
  return (
    <div class="tables" data-testid="tables">
      <section class="pane seating" aria-labelledby="tables-head">
        <h1 id="tables-head">{t("shell.tables")}</h1>
        {fault && <p class="formfault" role="alert">{fault}</p>}
        {answer && <Seats tables={answer.tables} chosen={shown?.id ?? ""} onChoose={choose} />}
        <StatePicker label={t("tables.from")} value={start} none={t("tables.from_now")} name="start"
          onPick={(state) => { setStart(state); tick([]); }} />
        {answer?.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
        {answer?.linked.map((sentence) => <p key={sentence} class="quiet">{sentence}</p>)}
      </section>
      {shown && answer && (
        <>
          <div class="pair">
            <ZoneMap table={shown} ticked={ticked} />
            <WhatOpens table={shown} ticked={ticked} onTick={tick} />
          </div>
          <Deals table={shown} rungs={answer.rung_words} />
        </>
      )}
      <Threats start={start} />
      <Ways start={start} />
      {shown && <Further table={shown} start={start} />}
    </div>
  );
}
