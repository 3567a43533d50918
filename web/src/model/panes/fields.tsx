// Fields of a pane: each keeps what is typed until it is left or Enter is pressed, then writes it.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../words";
import { change } from "./file";
import { languagesOf, settled, valueAt, valueOf, wordsOf, type Mapping, type Path, type Value } from "./values";

/** A text that is kept when it is left. */
export function TextField({ label, value, onKeep, lang, long, testid, placeholder, hint }: {
  label: string;
  value: string;
  onKeep: (value: string) => void;
  lang?: string | undefined;
  long?: boolean | undefined;
  testid?: string | undefined;
  placeholder?: string | undefined;
  hint?: string | undefined;
}) {
  const [typed, type] = useState(value);
  const id = useId();
  const kept = useRef<string | null>(null); // Enter keeps it, and leaving the field does so again
  useEffect(() => type(value), [value]);
  const keep = () => {
    const text = typed.trim();
    if (text === value || text === kept.current) return;
    kept.current = text;
    onKeep(text);
  };
  const write = (text: string) => { kept.current = null; type(text); };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); keep(); }
    if (event.key === "Escape" && typed !== value) { event.stopPropagation(); type(value); }
  };
  const shared = {
    id, value: typed, lang, placeholder, "data-testid": testid, onBlur: keep, onKeyDown: press,
    "aria-describedby": hint ? `${id}-hint` : undefined,
  };
  return (
    <div class="entry">
      <label for={id}>{label}</label>
      {long
        ? <textarea {...shared} rows={2} onInput={(event) => write(event.currentTarget.value)} />
        : <input {...shared} onInput={(event) => write(event.currentTarget.value)} />}
      {hint && <small id={`${id}-hint`} class="quiet">{hint}</small>}
    </div>
  );
}

const LANGUAGE: Record<string, string> = { en: "EN", id: "ID" };

/** A text in each language of the model. */
export function WordsField({ label, words, languages, onKeep, long, testid }: {
  label: string;
  words: Record<string, string>;
  languages: string[];
  onKeep: (words: Record<string, string>) => void;
  long?: boolean | undefined;
  testid?: string | undefined;
}) {
  const all = [...new Set([...languages, ...Object.keys(words)])];
  return (
    <div class="words-of">
      {all.map((language) => (
        <TextField key={language} long={long} lang={language} value={words[language] ?? ""} testid={testid && `${testid}-${language}`}
          label={all.length > 1 ? `${label} · ${LANGUAGE[language] ?? language}` : label}
          onKeep={(text) => onKeep({ ...words, [language]: text })} />
      ))}
    </div>
  );
}

/** A text of the file in its languages, written where it stands. */
export function WordsAt({ data, path, language, label, long, testid, onKeep }: {
  data: Mapping;
  path: Path;
  language: string;
  label: string;
  long?: boolean;
  testid?: string;
  /** In place of setting it where it stands. */
  onKeep?: (value: Value | undefined) => void;
}) {
  const languages = languagesOf(data, language);
  const main = languages[0] ?? language;
  const keep = (words: Record<string, string>) => {
    if (onKeep) onKeep(valueOf(words, main, valueAt(data, path)));
    else void change((now) => settled(now, path, valueOf(words, main, valueAt(now, path))));
  };
  return <WordsField label={label} words={wordsOf(valueAt(data, path), main)} languages={languages} long={long} testid={testid} onKeep={keep} />;
}

/** A plain text of the file, written where it stands; taken out where it is emptied. */
export function TextAt({ data, path, label, hint, testid, long }: {
  data: Mapping;
  path: Path;
  label: string;
  hint?: string;
  testid?: string;
  long?: boolean;
}) {
  const value = valueAt(data, path);
  return <TextField label={label} hint={hint} testid={testid} long={long} value={typeof value === "string" ? value : ""}
    onKeep={(text) => void change((now) => settled(now, path, text || undefined))} />;
}

/** One of a few. */
export function Choose({ label, value, among, onChoose, testid }: {
  label: string;
  value: string;
  among: [string, string][];
  onChoose: (value: string) => void;
  testid?: string;
}) {
  return (
    <label class="entry">
      <span>{label}</span>
      <select value={value} data-testid={testid} onChange={(event) => onChoose(event.currentTarget.value)}>
        {among.map(([key, words]) => <option key={key} value={key}>{words}</option>)}
      </select>
    </label>
  );
}

/** A box to tick. */
export function Tick({ label, on, onTick, testid }: {
  label: preact.ComponentChildren;
  on: boolean;
  onTick: (on: boolean) => void;
  testid?: string | undefined;
}) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} data-testid={testid} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** What a part rests on: places in sources, one a line of a list. */
export function Evidence({ references, known, onKeep }: {
  references: Value[];
  known: string[];
  onKeep: (references: Value[]) => void;
}) {
  const list = useId();
  const [typed, type] = useState("");
  const add = () => { if (typed.trim()) { onKeep([...references, typed.trim()]); type(""); } };
  const press = (event: KeyboardEvent) => { if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); add(); } };
  return (
    <div class="entry evidence">
      <span>{t("editing.evidence")}</span>
      <ul>
        {references.map((reference, place) => {
          const text = typeof reference === "string" ? reference : String((reference as Mapping)?.["reference"] ?? "");
          return (
            <li key={`${text}-${place}`}>
              <code>{text}</code>
              <button type="button" class="small" aria-label={t("editing.remove_what", { what: text })}
                onClick={() => onKeep(references.filter((_, at) => at !== place))}>×</button>
            </li>
          );
        })}
      </ul>
      <input value={typed} list={list} aria-label={t("editing.add_evidence")} placeholder={t("editing.evidence_form")}
        onInput={(event) => type(event.currentTarget.value)} onKeyDown={press} />
      <datalist id={list}>{known.map((each) => <option key={each} value={each} />)}</datalist>
      <button type="button" onClick={add} disabled={!typed.trim()}>+ {t("editing.add")}</button>
    </div>
  );
}
