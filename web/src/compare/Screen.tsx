import { useState } from "preact/hooks";
import { openModel } from "../actions";
import { useFollowing } from "../parts/answers";
import type { Compared, ComparedRow } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { Duplicate } from "./Duplicate";
import { RestsOn } from "./RestsOn";
import { Wishes } from "./Wishes";

/** The screen of readings side by side: which answers stand in all, and what decides them. */
export function CompareScreen() {
  const file = useStore((state) => state.file);
  const technical = useStore((state) => state.technical);
  const { answer, fault } = useFollowing<Compared>("compare");
  const [chosen, choose] = useState<string | null>(null);
  if (!file) return <section class="pane"><h1>{t("shell.compare")}</h1><p>{t("compare.no_model")}</p></section>;
  const row = answer?.rows.find((one) => one.key === chosen);
  const sound = answer?.readings.filter((one) => !one.broken) ?? [];
  const differing = answer?.rows.filter((one) => one.differs).length ?? 0;
  return (
    <div class="compare" data-testid="compare">
      <section class="pane" aria-labelledby="compare-head">
        <div class="formrow">
          <h1 id="compare-head">{t("compare.title")}</h1>
          <Duplicate />
        </div>
        {fault && <p class="formfault" role="alert">{fault}</p>}
        {sound.length === 1 && <p>{t("compare.single")}</p>}
        {answer && sound.length > 1 && <p>{t("compare.differing", { count: differing, all: answer.rows.length })}</p>}
        {answer && (
          <div class="widebox" tabIndex={0} role="group" aria-labelledby="compare-head">
            <table class="readings" data-testid="readings">
              <thead>
                <tr>
                  <th scope="col">{t("compare.what")}</th>
                  {sound.map((reading) => (
                    <th key={reading.file} scope="col" data-this={reading.this}>
                      {reading.name}
                      <span class="quiet">{reading.file}</span>
                      {!reading.this && (
                        <button class="link" onClick={() => void openModel(reading.file)}>{t("compare.open")}</button>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.rows.map((one) => (
                  <Row key={one.key} row={one} isSame={sound.length > 1 && !one.differs} technical={technical} chosen={chosen === one.key}
                    onChoose={() => choose(chosen === one.key ? null : one.key)} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {answer?.readings.filter((one) => one.broken).map((one) => (
          <p key={one.file} class="formfault">{t("compare.broken", { file: one.file, fault: one.broken })}</p>
        ))}
        {answer && answer.turns.length > 0 && (
          <details><summary>{t("compare.turns")}</summary>{answer.turns.map((turn) => <p key={turn}>{turn}</p>)}</details>
        )}
      </section>
      <div aria-live="polite">
        {row && answer && <Wishes compared={answer} makers={row.makers} label={row.label} readings={sound} />}
      </div>
      <RestsOn />
    </div>
  );
}

interface RowProps {
  row: ComparedRow;
  isSame: boolean;
  technical: boolean;
  chosen: boolean;
  onChoose: () => void;
}

/** One answer in every reading; a click shows the wishes it hangs on. */
function Row({ row, isSame, technical, chosen, onChoose }: RowProps) {
  return (
    <tr data-differs={row.differs} data-testid={`row-${row.key}`}>
      <th scope="row">
        <button class="link" aria-expanded={chosen} onClick={onChoose}>{t(`compare.group_${row.group}`, { label: row.label })}</button>
        {isSame && <span class="quiet"> {t("compare.same")}</span>}
      </th>
      {row.cells.map((cell, place) => (
        <td key={place}>{cell}{technical && row.technical[place] && <span class="quiet"> ({row.technical[place]})</span>}</td>
      ))}
    </tr>
  );
}
