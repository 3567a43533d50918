import { useState } from "preact/hooks";
import { Letter } from "../../parts/Maker";
import type { Maker, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { WordsAt, TextField } from "./fields";
import { change, restructure, useSource } from "./file";
import { idFor } from "./ids";
import { OptionItem } from "./OptionItem";
import { Removal } from "./Removal";
import { listAt, mappingAt, type Mapping } from "./values";

/** Who chooses, and what each can do. */
export function Options() {
  const document = useStore((state) => state.document);
  const file = useSource();
  if (!document || !file) return null;
  const data = file.data as Mapping;
  return (
    <>
      <p class="quiet">{t("editing.about_options")}</p>
      {document.makers.map((maker, place) => (
        <MakerPart key={maker.id} maker={maker} place={place} count={document.makers.length} data={data}
          isEditable={document.editable} language={document.language} />
      ))}
      {document.editable && <AddMaker data={data} language={document.language} isGraph={document.form === "graph"} />}
    </>
  );
}

interface Part { maker: Maker; place: number; count: number; data: Mapping; isEditable: boolean; language: string }

function MakerPart({ maker, place, count, data, isEditable, language }: Part) {
  const [isOpen, open] = useState(false);
  const move = (by: number) =>
    void restructure([{ op: "move", from: maker.path, to: ["decision_makers", place + by] }]);
  return (
    <section class="of-maker" data-testid={`maker-${maker.id}`}>
      <h2><Letter {...maker} /> {maker.name} {isEditable && (
        <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)} data-testid={`edit-maker-${maker.id}`}>{t("editing.edit")}<span class="unseen"> {maker.name}</span></button>
      )}</h2>
      {isOpen && (
        <div class="inset">
          <WordsAt data={data} path={[...maker.path, "name"]} language={language} label={t("editing.name")} testid={`maker-name-${maker.id}`} />
          <TextField label={t("editing.id")} value={maker.id} hint={t("editing.id_hint")}
            onKeep={(to) => void change(() => [{ op: "rename", at: maker.path, to }])} />
          <WordsAt data={data} path={[...maker.path, "because"]} language={language} label={t("editing.because")} long />
          <p class="doings">
            <button type="button" disabled={place === 0} onClick={() => move(-1)}>↑ {t("editing.up")}</button>
            <button type="button" disabled={place === count - 1} onClick={() => move(1)}>↓ {t("editing.down")}</button>
            <Removal path={maker.path} what={maker.name} testid={`remove-maker-${maker.id}`} />
          </p>
        </div>
      )}
      <ul class="optionlist">
        {maker.options.map((row, at) => (
          <OptionItem key={row.id} row={row} owner={maker} place={at} count={maker.options.length} data={data}
            isEditable={isEditable} language={language} />
        ))}
      </ul>
      {isEditable && <AddOption maker={maker} data={data} language={language} />}
    </section>
  );
}

/** Operations that give a decision maker one more option, which is not taken now. */
export function optionOps(data: Mapping, maker: string, name: string, language: string): Operation[] {
  const path = ["decision_makers", maker, "options"];
  const own = mappingAt(data, path);
  const id = idFor(name, Object.keys(own), "option");
  const value = { name: namedIn(data, language, name) };
  const now = data["status_quo"];
  const isTicked = now && typeof now === "object" && !Array.isArray(now);
  return [
    Object.keys(own).length || "options" in mappingAt(data, ["decision_makers", maker])
      ? { op: "set", at: [...path, id], value }
      : { op: "set", at: path, value: { [id]: value } },
    ...(isTicked ? [{ op: "set", at: ["status_quo", `${maker}.${id}`], value: "N" }] : []),
  ];
}

/** A name in the language of the page, or plain where the file has its words plain. */
function namedIn(data: Mapping, language: string, name: string): Record<string, string> | string {
  const isPlain = typeof data["title"] === "string" && listAt(data, ["languages"]).length === 0;
  return isPlain ? name : { [language]: name };
}

function AddOption({ maker, data, language }: { maker: Maker; data: Mapping; language: string }) {
  const [name, type] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await restructure(optionOps(data, maker.id, name.trim(), language)))) type("");
  };
  return (
    <form class="doings addrow" onSubmit={(event) => void add(event)}>
      <input value={name} aria-label={t("editing.new_option_of", { name: maker.name })} placeholder={t("editing.new_option")}
        data-testid={`new-option-${maker.id}`} onInput={(event) => type(event.currentTarget.value)} />
      <button type="submit" disabled={!name.trim()} data-testid={`add-option-${maker.id}`}>+ {t("editing.add")}</button>
    </form>
  );
}

function AddMaker({ data, language, isGraph }: { data: Mapping; language: string; isGraph: boolean }) {
  const [name, type] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await restructure([makerOp(data, name.trim(), language, isGraph)]))) type("");
  };
  return (
    <form class="doings addrow" onSubmit={(event) => void add(event)}>
      <input value={name} aria-label={t("editing.new_maker")} placeholder={t("editing.new_maker")} data-testid="new-maker"
        onInput={(event) => type(event.currentTarget.value)} />
      <button type="submit" disabled={!name.trim()} data-testid="add-maker">+ {t("editing.add_maker")}</button>
    </form>
  );
}

/** The operation that adds a decision maker, who wants nothing yet. */
export function makerOp(data: Mapping, name: string, language: string, isGraph: boolean): Operation {
  const id = idFor(name, Object.keys(mappingAt(data, ["decision_makers"])), "side");
  const states = listAt(data, ["states"]).map((state) => (typeof state === "string" ? state : String(mappingAt(state, [])["id"])));
  const stated = isGraph ? { moves: [], ranking: [states] } : { options: {}, preferences: [] };
  return { op: "set", at: ["decision_makers", id], value: { name: namedIn(data, language, name), ...stated } };
}
