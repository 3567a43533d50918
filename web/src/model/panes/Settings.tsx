import { useState } from "preact/hooks";
import { useStore } from "../../store";
import { t } from "../../words";
import { Choose, TextAt, TextField, Tick, WordsAt } from "./fields";
import { change, useSource } from "./file";
import { idFor } from "./ids";
import { Removal } from "./Removal";
import { StatusQuo } from "./StatusQuo";
import { languagesOf, listAt, mappingAt, settled, textAt, valueAt, type Mapping, type Value } from "./values";

const LANGUAGES = ["en", "id"];
const SOURCE_KEYS = ["report", "dossier", "citation", "url"];

/** What the model is called, asks and rests on, and where things stand now. */
export function Settings() {
  const document = useStore((state) => state.document);
  const file = useSource();
  if (!document || !file) return null;
  const data = file.data as Mapping;
  const shared = { data, language: document.language };
  return (
    <fieldset disabled={!document.editable} class="bare">
      <WordsAt {...shared} path={["title"]} label={t("editing.title")} testid="title" />
      <WordsAt {...shared} path={["question"]} label={t("editing.question")} long testid="question" />
      <WordsAt {...shared} path={["reading"]} label={t("editing.reading")} testid="reading" />
      <WordsAt {...shared} path={["description"]} label={t("editing.description")} long />
      <TextAt data={data} path={["as_of"]} label={t("editing.as_of")} hint={t("editing.date_hint")} testid="as-of" />
      <h2>{t("editing.now")}</h2>
      <StatusQuo key={`${document.version}`} />
      <Languages {...shared} />
      {document.form === "option" && (
        <Choose label={t("editing.names")} value={document.names} among={[["verbs", t("editing.names_verbs")], ["labels", t("editing.names_labels")]]}
          onChoose={(names) => void change((now) => settled(now, ["names"], names === "verbs" ? undefined : names))} />
      )}
      <Sources {...shared} />
    </fieldset>
  );
}

/** The languages of the words; with a second one, plain texts become those of the first. */
export function languageOps(data: Mapping, wanted: string[], otherwise: string) {
  const main = languagesOf(data, otherwise)[0] ?? otherwise;
  const ordered = [...wanted].sort((one, other) => Number(other === main) - Number(one === main));
  return settled(data, ["languages"], ordered.length ? ordered : undefined);
}

function Languages({ data, language }: { data: Mapping; language: string }) {
  const listed = languagesOf(data, language);
  const tick = (code: string, on: boolean) => void change((now) =>
    languageOps(now, on ? [...listed, code] : listed.filter((each) => each !== code), language));
  return (
    <div class="tickrow" role="group" aria-label={t("editing.languages")}>
      <span>{t("editing.languages")}</span>
      {[...new Set([...LANGUAGES, ...listed])].map((code) => (
        <Tick key={code} label={code.toUpperCase()} on={listed.includes(code)} testid={`language-${code}`} onTick={(on) => tick(code, on)} />
      ))}
    </div>
  );
}

/** Where evidence is found. */
function Sources({ data, language }: { data: Mapping; language: string }) {
  const [title, type] = useState("");
  const sources = mappingAt(data, ["sources"]);
  const add = async (event: Event) => {
    event.preventDefault();
    const id = idFor(title, Object.keys(sources), "source");
    const value: Value = { title: { [language]: title.trim() } };
    const isThere = "sources" in data;
    if (await change((now) => settled(now, isThere ? ["sources", id] : ["sources"], isThere ? value : { [id]: value }))) type("");
  };
  return (
    <>
      <h2>{t("editing.sources")}</h2>
      {Object.keys(sources).map((id) => (
        <details key={id} class="of-maker" data-testid={`source-${id}`}>
          <summary>{titleOf(sources[id], language) || id} <code>{id}</code></summary>
          <WordsAt data={data} path={["sources", id, "title"]} language={language} label={t("editing.title")} />
          <TextField label={t("editing.id")} value={id} onKeep={(to) => void change(() => [{ op: "rename", at: ["sources", id], to }])} />
          {SOURCE_KEYS.map((key) => <TextAt key={key} data={data} path={["sources", id, key]} label={t(`editing.source_${key}`)} />)}
          <p class="doings"><Removal path={["sources", id]} what={id} /></p>
        </details>
      ))}
      <form class="doings addrow" onSubmit={(event) => void add(event)}>
        <input value={title} aria-label={t("editing.new_source")} placeholder={t("editing.new_source")} data-testid="new-source" onInput={(event) => type(event.currentTarget.value)} />
        <button type="submit" disabled={!title.trim()}>+ {t("editing.add_source")}</button>
      </form>
    </>
  );
}

function titleOf(source: Value | undefined, language: string): string {
  const title = valueAt(source, ["title"]);
  if (typeof title === "string") return title;
  return textAt(title, [language]) || String(Object.values(mappingAt(title, []))[0] ?? "") || textAt(source, ["citation"]) || listAt(source, []).join();
}
