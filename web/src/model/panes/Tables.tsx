import { useState } from "preact/hooks";
import { Letter } from "../../parts/Maker";
import type { Maker, TableRow } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { Evidence, TextAt, TextField, Tick, WordsAt } from "./fields";
import { change, useSource } from "./file";
import { idFor } from "./ids";
import { Removal } from "./Removal";
import { listAt, mappingAt, settled, type Mapping } from "./values";

/** Who sits where, who is affected without a seat, and what falls due. */
export function Tables() {
  const document = useStore((state) => state.document);
  const file = useSource();
  if (!document || !file) return null;
  const data = file.data as Mapping;
  const shared = { data, language: document.language };
  return (
    <fieldset disabled={!document.editable} class="bare">
      <p class="quiet">{t("editing.about_tables")}</p>
      {document.tables.map((table) => <TablePart key={table.id} table={table} makers={document.makers} {...shared} />)}
      <AddTable makers={document.makers} {...shared} />
      <Named {...shared} room="affected" />
      <Named {...shared} room="deadlines" />
    </fieldset>
  );
}

function TablePart({ table, makers, data, language }: { table: TableRow; makers: Maker[]; data: Mapping; language: string }) {
  const path = ["tables", table.id];
  const known = useStore((state) => Object.keys(state.document?.quotes ?? {}).join("\n")).split("\n").filter(Boolean);
  const seat = (id: string, on: boolean) => void change((now) => {
    const seats = listAt(now, [...path, "seats"]).map(String);
    const wanted = on ? makers.map((maker) => maker.id).filter((each) => each === id || seats.includes(each)) : seats.filter((each) => each !== id);
    return settled(now, [...path, "seats"], wanted);
  });
  return (
    <section class="of-maker" data-testid={`table-${table.id}`}>
      <h2>{table.name} <code>{table.id}</code></h2>
      <div class="tickrow" role="group" aria-label={t("editing.seats")}>
        {makers.map((maker) => (
          <Tick key={maker.id} on={table.seats.includes(maker.id)} testid={`seat-${table.id}-${maker.id}`} onTick={(on) => seat(maker.id, on)}
            label={<><Letter {...maker} /> {maker.name}</>} />
        ))}
      </div>
      <details>
        <summary>{t("editing.more")}</summary>
        <WordsAt data={data} path={[...path, "name"]} language={language} label={t("editing.name")} />
        <TextField label={t("editing.id")} value={table.id} onKeep={(to) => void change(() => [{ op: "rename", at: path, to }])} />
        <TextAt data={data} path={[...path, "date"]} label={t("editing.date")} hint={t("editing.date_hint")} />
        <TextAt data={data} path={[...path, "until"]} label={t("editing.until")} hint={t("editing.date_hint")} />
        <WordsAt data={data} path={[...path, "convenor"]} language={language} label={t("editing.convenor")} />
        <WordsAt data={data} path={[...path, "because"]} language={language} label={t("editing.because")} long />
        <Evidence references={listAt(data, [...path, "evidence"])} known={known}
          onKeep={(references) => void change((now) => settled(now, [...path, "evidence"], references.length ? references : undefined))} />
      </details>
      <p class="doings"><Removal path={path} what={table.name} testid={`remove-table-${table.id}`} /></p>
    </section>
  );
}

function AddTable({ makers, data, language }: { makers: Maker[]; data: Mapping; language: string }) {
  const [name, type] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    const id = idFor(name, Object.keys(mappingAt(data, ["tables"])), "table");
    const value = { name: { [language]: name.trim() }, seats: makers.map((maker) => maker.id) };
    const done = name.trim() && (await change((now) => settled(now, "tables" in now ? ["tables", id] : ["tables"], "tables" in now ? value : { [id]: value })));
    if (done) type("");
  };
  return (
    <form class="doings addrow" onSubmit={(event) => void add(event)}>
      <input value={name} aria-label={t("editing.new_table")} placeholder={t("editing.new_table")} data-testid="new-table" onInput={(event) => type(event.currentTarget.value)} />
      <button type="submit" disabled={!name.trim()} data-testid="add-table">+ {t("editing.add_table")}</button>
    </form>
  );
}

/** Parties without a seat, or what falls due: a name each, of the latter a date. */
function Named({ data, language, room }: { data: Mapping; language: string; room: "affected" | "deadlines" }) {
  const [name, type] = useState("");
  const [date, setDate] = useState("");
  const listed = mappingAt(data, [room]);
  const isDated = room === "deadlines";
  const add = async (event: Event) => {
    event.preventDefault();
    const id = idFor(name, Object.keys(listed), room === "affected" ? "party" : "date");
    const value: Mapping = { name: { [language]: name.trim() }, ...(isDated ? { date } : {}) };
    const at = room in data ? [room, id] : [room];
    if (await change((now) => settled(now, at, room in data ? value : { [id]: value }))) { type(""); setDate(""); }
  };
  return (
    <section class="of-maker">
      <h2>{t(`editing.${room}`)}</h2>
      {Object.keys(listed).map((id) => (
        <div key={id} class="inset">
          {typeof listed[id] === "string"
            ? <TextAt data={data} path={[room, id]} label={`${t("editing.name")} · ${id}`} />
            : <WordsAt data={data} path={[room, id, "name"]} language={language} label={`${t("editing.name")} · ${id}`} />}
          {isDated && <TextAt data={data} path={[room, id, "date"]} label={t("editing.date")} hint={t("editing.date_hint")} />}
          <p class="doings"><Removal path={[room, id]} what={id} /></p>
        </div>
      ))}
      <form class="doings addrow" onSubmit={(event) => void add(event)}>
        <input value={name} aria-label={t(`editing.new_${room}`)} placeholder={t(`editing.new_${room}`)} onInput={(event) => type(event.currentTarget.value)} />
        {isDated && <input value={date} aria-label={t("editing.date")} placeholder="2021-12-23" onInput={(event) => setDate(event.currentTarget.value)} />}
        <button type="submit" disabled={!name.trim() || (isDated && !date.trim())}>+ {t("editing.add")}</button>
      </form>
    </section>
  );
}
