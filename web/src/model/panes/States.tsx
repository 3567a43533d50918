import { useState } from "preact/hooks";
import { edit } from "../../actions";
import { Letter } from "../../parts/Maker";
import type { Maker, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { WordsAt } from "./fields";
import { change, useSource } from "./file";
import { idFor } from "./ids";
import { Removal } from "./Removal";
import { listAt, mappingAt, valueAt, type Mapping, type Value } from "./values";

const MOST = 40;

export const stateIds = (data: Mapping): string[] => listAt(data, ["states"]).map((state) =>
  typeof state === "string" ? state : String(mappingAt(state, [])["id"] ?? ""));

/** The states of a model in graph form, and who can move from which to which. */
export function States() {
  const document = useStore((state) => state.document);
  const file = useSource();
  const [name, type] = useState("");
  if (!document || !file) return null;
  const data = file.data as Mapping;
  const ids = stateIds(data);
  const words = (at: number) => document.states[at]?.words ?? ids[at] ?? "";
  const add = async (event: Event) => {
    event.preventDefault();
    if (name.trim() && (await change((now) => newStateOps(now, name.trim(), document.language)))) type("");
  };
  return (
    <fieldset disabled={!document.editable} class="bare">
      <p class="quiet">{t("editing.about_states")}</p>
      <ol class="states">
        {ids.map((id, at) => (
          <li key={id} data-testid={`state-${id}`}>
            <StateName id={id} at={at} data={data} language={document.language} />
            <Removal path={["states", at]} what={words(at)} testid={`remove-state-${id}`} />
          </li>
        ))}
      </ol>
      <form class="doings addrow" onSubmit={(event) => void add(event)}>
        <input value={name} aria-label={t("editing.new_state")} placeholder={t("editing.new_state")} data-testid="new-state" onInput={(event) => type(event.currentTarget.value)} />
        <button type="submit" disabled={!name.trim()} data-testid="add-state">+ {t("editing.add_state")}</button>
      </form>
      {document.makers.map((maker) => <Moves key={maker.id} maker={maker} ids={ids} words={words} data={data} />)}
    </fieldset>
  );
}

function StateName({ id, at, data, language }: { id: string; at: number; data: Mapping; language: string }) {
  const state = valueAt(data, ["states", at]);
  const whole: Mapping = typeof state === "string" ? { ...data, states: stateIds(data).map((each) => ({ id: each })) } : data;
  const keep = (name: Value | undefined) => void change((now) => {
    const value: Value = name === undefined ? id : { ...mappingAt(now, ["states", at]), id, name };
    return [{ op: "set", at: ["states", at], value }];
  });
  return <WordsAt data={whole} path={["states", at, "name"]} language={language} label={id} onKeep={keep} />;
}

/** Adds a state that everybody ranks below all others, for the time being. */
export function newStateOps(data: Mapping, name: string, language: string): Operation[] {
  const id = idFor(name, stateIds(data), "state");
  const lowest = Object.keys(mappingAt(data, ["decision_makers"])).flatMap((maker): Operation[] => {
    const path = ["decision_makers", maker, "ranking"];
    const ranking = valueAt(data, path);
    if (Array.isArray(ranking)) return [{ op: "set", at: [...path, -1], value: [id] }];
    return typeof ranking === "string" ? [{ op: "set", at: path, value: `${ranking} > ${id}` }] : [];
  });
  return [{ op: "set", at: ["states", -1], value: { id, name: { [language]: name } } }, ...lowest];
}

function Moves({ maker, ids, words, data }: { maker: Maker; ids: string[]; words: (at: number) => string; data: Mapping }) {
  const path = [...maker.path, "moves"];
  const moves = listAt(data, path).map((pair) => listAt(pair, []).map(String));
  const at = (from: string, to: string) => moves.findIndex((pair) => pair[0] === from && pair[1] === to);
  const flip = (from: string, to: string) => {
    const place = at(from, to);
    const list = valueAt(data, path);
    if (place >= 0) return void edit([{ op: "remove", at: [...path, place] }]);
    return void edit([Array.isArray(list) ? { op: "set", at: [...path, -1], value: [from, to] } : { op: "set", at: path, value: [[from, to]] }]);
  };
  if (ids.length > MOST) return <p class="quiet">{t("editing.many_moves", { name: maker.name, count: moves.length })}</p>;
  return (
    <section class="of-maker">
      <h2><Letter {...maker} /> {t("editing.moves_of", { name: maker.name })}</h2>
      <div class="wide" tabIndex={0} role="group" aria-label={t("editing.moves_of", { name: maker.name })}>
        <table class="movetable">
          <thead><tr><th scope="col">{t("editing.from_to")}</th>{ids.map((id, to) => <th key={id} scope="col" title={words(to)}>{words(to)}</th>)}</tr></thead>
          <tbody>
            {ids.map((from, row) => (
              <tr key={from}>
                <th scope="row" title={words(row)}>{words(row)}</th>
                {ids.map((to) => (
                  <td key={to}>{from !== to && (
                    <input type="checkbox" checked={at(from, to) >= 0} data-testid={`move-${maker.id}-${from}-${to}`}
                      aria-label={t("editing.move", { start: words(row), end: words(ids.indexOf(to)) })} onChange={() => flip(from, to)} />
                  )}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
