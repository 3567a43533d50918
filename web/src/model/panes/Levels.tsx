import { useState } from "preact/hooks";
import type { OptionRow } from "../../shapes";
import { t } from "../../words";
import { restructure } from "./file";
import { idFor } from "./ids";
import { settled, valueAt, type Mapping, type Path, type Value } from "./values";

interface Level { id: string; name: string }

/** The levels of an option, the lowest first; most options have none. */
export function Levels({ row, data, language }: { row: OptionRow; data: Mapping; language: string }) {
  const before = row.levels.map((id, at) => ({ id, name: row.level_names[at] ?? id }));
  const [levels, set] = useState<Level[] | null>(before.length ? before : null);
  if (!levels)
    return <p class="doings"><button type="button" onClick={() => set([nameless, nameless, nameless])}>+ {t("editing.give_levels")}</button></p>;
  const name = (at: number, words: string) => set(levels.map((level, each) => (each === at ? { ...level, name: words } : level)));
  const isWhole = levels.length > 2 && levels.every((level) => level.name.trim());
  const isChanged = JSON.stringify(levels) !== JSON.stringify(before);
  return (
    <div class="entry levels">
      <span>{t("editing.levels")}</span>
      <ol>
        {levels.map((level, at) => (
          <li key={at}>
            <input value={level.name} aria-label={t("editing.level", { number: at + 1 })} onInput={(event) => name(at, event.currentTarget.value)} />
            {levels.length > 3 && <button type="button" class="small" aria-label={t("editing.remove_what", { what: level.name })}
              onClick={() => set(levels.filter((_, each) => each !== at))}>×</button>}
          </li>
        ))}
      </ol>
      <p class="doings">
        <button type="button" onClick={() => set([...levels, nameless])}>+ {t("editing.level_more")}</button>
        <button type="button" class="main" disabled={!isWhole || !isChanged} onClick={() => void restructure(levelOps(data, row.path, levels, language))}>{t("editing.keep")}</button>
      </p>
    </div>
  );
}

const nameless: Level = { id: "", name: "" };

/** Writes the levels of an option; words in other languages stay with theirs. */
export function levelOps(data: Mapping, path: Path, levels: Level[], language: string) {
  const option = valueAt(data, path);
  const listed = valueAt(data, [...path, "levels"]);
  const before: Mapping = listed && typeof listed === "object" && !Array.isArray(listed) ? listed : {};
  const value: Mapping = {};
  for (const { id, name } of levels) {
    const key = id || idFor(name, [...levels.map((level) => level.id), ...Object.keys(value)], "level");
    const words = before[key];
    value[key] = words && typeof words === "object" && !Array.isArray(words) ? { ...words, [language]: name } : typeof words === "string" ? name : { [language]: name };
  }
  if (option && typeof option === "object") return settled(data, [...path, "levels"], value);
  const said: { [key: string]: Value } = typeof option === "string" ? { name: option, levels: value } : { levels: value };
  return settled(data, path, said);
}
