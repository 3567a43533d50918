import { useState } from "preact/hooks";
import { edit } from "../../actions";
import { Letter } from "../../parts/Maker";
import type { ModelDocument, OptionRow } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { Choose, Tick } from "./fields";

/** By the name of an option: Y or N, or the level it stands at. */
type Now = Record<string, string>;

/** Where things stand now: the options that are taken, ticked. */
export function StatusQuo() {
  const document = useStore((state) => state.document);
  const [now, set] = useState<Now>(() => (document ? nowOf(document) : {}));
  if (!document) return null;
  if (document.form === "graph") return <StateNow document={document} />;
  const before = nowOf(document);
  const isChanged = document.status_quo_form === null || Object.keys(now).some((key) => now[key] !== before[key]);
  const options = document.makers.map((maker) => ({ maker, rows: maker.options }));
  const keyOf = (maker: string, row: OptionRow) => `${maker}.${row.id}`;
  return (
    <div data-testid="status-quo">
      {options.map(({ maker, rows }) => rows.map((row) => {
        const key = keyOf(maker.id, row);
        const label = <><Letter {...maker} /> {row.name || row.id}</>;
        return row.levels.length
          ? <Choose key={key} label={row.name || row.id} value={now[key] ?? ""} onChoose={(level) => set({ ...now, [key]: level })}
              among={row.levels.map((level, at) => [level, row.level_names[at] ?? level])} />
          : <Tick key={key} label={label} on={now[key] === "Y"} testid={`now-${row.id}`} onTick={(on) => set({ ...now, [key]: on ? "Y" : "N" })} />;
      }))}
      {isChanged && (
        <p class="doings">
          <button type="button" class="main" data-testid="keep-now" onClick={() => void edit([{ op: "set", at: ["status_quo"], value: now }])}>{t("editing.keep_now")}</button>
          <button type="button" onClick={() => set(before)}>{t("editing.cancel")}</button>
        </p>
      )}
    </div>
  );
}

/** What each option is now, read from the letters of the state. */
export function nowOf(document: ModelDocument): Now {
  const letters = (document.status_quo_form ?? "").replaceAll("|", "");
  const now: Now = {};
  for (const maker of document.makers) {
    for (const row of maker.options) {
      const taken = row.places.filter((place) => letters[place] === "Y").length;
      now[`${maker.id}.${row.id}`] = row.levels.length ? (row.levels[taken] ?? "") : taken ? "Y" : "N";
    }
  }
  return now;
}

function StateNow({ document }: { document: ModelDocument }) {
  return <Choose label={t("editing.now")} value={String(document.status_quo ?? "")} testid="state-now"
    among={[...(document.status_quo === null ? [["", "–"] as [string, string]] : []), ...document.states.map((state) => [String(state.number), state.words] as [string, string])]}
    onChoose={(number) => void edit([{ op: "set", at: ["status_quo"], value: document.states[Number(number) - 1]?.form ?? number }])} />;
}
