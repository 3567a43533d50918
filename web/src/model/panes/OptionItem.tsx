import { useState } from "preact/hooks";
import type { Maker, OptionRow } from "../../shapes";
import { useParts, useStore } from "../../store";
import { t } from "../../words";
import { saidOf } from "./clauses";
import { Choose, Evidence, TextField, WordsAt } from "./fields";
import { change, restructure } from "./file";
import { Levels } from "./Levels";
import { Removal } from "./Removal";
import { listAt, settled, valueAt, type Mapping, type Path, type Value } from "./values";

const DIRECTIONS = ["both", "forward", "back"];

/** One option: its words, whether it can be taken back, its levels, what it rests on. */
export function OptionItem({ row, owner, place, count, data, isEditable, language }: {
  row: OptionRow;
  owner: Maker;
  place: number;
  count: number;
  data: Mapping;
  isEditable: boolean;
  language: string;
}) {
  const { part, technical } = useParts("part", "technical");
  const isMeant = part !== null && row.path.every((step, at) => part[at] === step);
  const [isOpen, open] = useState(isMeant);
  const move = (by: number) => void restructure([{ op: "move", from: row.path, to: [...row.path.slice(0, -1), place + by] }]);
  const notes = [
    row.direction !== "both" && t(`editing.short_${row.direction}`),
    row.level_names.length > 0 && row.level_names.join(" < "),
    row.evidence.length > 0 && `❝ ${row.evidence.length}`,
  ].filter(Boolean);
  return (
    <li class="option" data-testid={`option-${owner.id}-${row.id}`}>
      <button type="button" class="head-of" aria-expanded={isOpen} onClick={() => open(!isOpen)} data-testid={`edit-option-${row.id}`}>
        <span class="text">{row.name || row.id}</span>{technical && <> <code>{row.key}</code></>}
        {notes.map((note) => <span key={String(note)} class="sticker">{note}</span>)}
      </button>
      {isOpen && (
        <fieldset class="inset" disabled={!isEditable}>
          <Said path={row.path} data={data} language={language} row={row} />
          <Levels key={row.levels.join()} row={row} data={data} language={language} />
          <p class="doings">
            <button type="button" disabled={place === 0} onClick={() => move(-1)}>↑ {t("editing.up")}</button>
            <button type="button" disabled={place === count - 1} onClick={() => move(1)}>↓ {t("editing.down")}</button>
            <Removal path={row.path} what={row.name || row.id} testid={`remove-option-${row.id}`} />
          </p>
        </fieldset>
      )}
    </li>
  );
}

/** What the file says of the option, key by key; a name alone becomes a mapping when more is said. */
function Said({ path, data, language, row }: { path: Path; data: Mapping; language: string; row: OptionRow }) {
  const document = useStore((state) => state.document);
  const whole = asMapping(data, path);
  const set = (key: string, value: Value | undefined) => void change((now) => {
    const before = valueAt(now, path);
    if (before && typeof before === "object") return settled(now, [...path, key], value);
    const said = { ...saidOf(before, "name"), [key]: value };
    return settled(now, path, Object.fromEntries(Object.entries(said).filter(([, each]) => each !== undefined)) as Mapping);
  });
  return (
    <>
      <WordsAt data={whole} path={[...path, "name"]} language={language} label={t("editing.does")} testid={`option-name-${row.id}`}
        onKeep={(words) => set("name", words)} />
      <TextField label={t("editing.id")} value={row.id} hint={t("editing.id_hint")} testid={`option-id-${row.id}`}
        onKeep={(to) => void change(() => [{ op: "rename", at: path, to }])} />
      <Choose label={t("editing.direction")} value={row.direction} testid={`direction-${row.id}`}
        among={DIRECTIONS.map((each) => [each, t(`editing.direction_${each}`)])}
        onChoose={(each) => set("direction", each === "both" ? undefined : each)} />
      <WordsAt data={whole} path={[...path, "because"]} language={language} label={t("editing.because")} long
        onKeep={(words) => set("because", words)} />
      <Evidence references={listAt(data, [...path, "evidence"])} known={Object.keys(document?.quotes ?? {})}
        onKeep={(references) => set("evidence", references.length ? references : undefined)} />
    </>
  );
}

/** The file with this option as a mapping, so that each thing said of it has a place. */
function asMapping(data: Mapping, path: Path): Mapping {
  const value = valueAt(data, path);
  if (value && typeof value === "object") return data;
  const said: Mapping = typeof value === "string" ? { name: value } : {};
  const [first, ...rest] = path;
  const inner = rest.reduceRight<Value>((held, step) => ({ [String(step)]: held }), said);
  return { languages: data["languages"] ?? [], title: data["title"] ?? "", [String(first)]: inner };
}
