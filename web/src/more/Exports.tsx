import { useState } from "preact/hooks";
import { download } from "../parts/papers";
import { StatePicker } from "../parts/StatePicker";
import type { CommandList, TicketBody } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { Choice } from "./Field";

type Kind = TicketBody["kind"];
const FIGURES: Kind[] = ["svg", "html", "tex", "csv"];
const TABLES: Kind[] = ["xlsx", "csv", "html", "tex"];
const MODELS: Kind[] = ["yaml", "json", "gmcr", "nfg", "xlsx", "zip"];
const GRAPHS: Kind[] = ["graphml", "dot", "tex"];

/** Files of what the model says and what follows: figures, tables, the model for other programs. */
export function Exports({ list }: { list: CommandList }) {
  return (
    <section class="pane" id="exports" tabIndex={-1} aria-labelledby="exports-head">
      <h2 id="exports-head">{t("more.exports")}</h2>
      <FigureForm list={list} />
      <TableForm list={list} />
      <Kinds label={t("more.model_as")} what="model" kinds={MODELS} />
      <Kinds label={t("more.graph_as")} what="graph" kinds={GRAPHS} />
      <Kinds label={t("more.answers_as")} what="answers" kinds={["json"]} />
    </section>
  );
}

interface KindsProps {
  label: string;
  what: TicketBody["what"];
  kinds: Kind[];
  body?: Partial<TicketBody>;
  disabled?: boolean;
}

/** A button a kind of file. */
function Kinds({ label, what, kinds, body = {}, disabled = false }: KindsProps) {
  return (
    <div class="formrow" role="group" aria-label={label}>
      <span>{label}</span>
      {kinds.map((kind) => (
        <button key={kind} data-testid={`${what}-${kind}`} disabled={disabled} onClick={() => void download({ ...body, what, kind })}>
          {t(`more.kind_${kind}`)}
        </button>
      ))}
    </div>
  );
}

function FigureForm({ list }: { list: CommandList }) {
  const makers = useStore((state) => state.document?.makers) ?? [];
  const tables = useStore((state) => state.document?.tables) ?? [];
  const [name, setName] = useState("ranking");
  const [dm, setDm] = useState("");
  const [table, setTable] = useState("");
  const [state, setState] = useState("");
  const figure = list.figures.find((one) => one.id === name);
  const takes = (what: string) => figure?.takes.includes(what) ?? false;
  const lacking = figure?.needs.includes("dm") === true && !dm;
  const body = {
    name,
    ...(takes("dm") && dm ? { dm } : {}), ...(takes("table") && table ? { table } : {}),
    ...(takes("state") && state ? { state } : {}),
  };
  return (
    <div class="formrow">
      <Choice label={t("more.figure")} value={name} onChange={setName}
        choices={list.figures.map((one) => [one.id, t(`figures.${one.id}`)])} />
      {takes("dm") && <Choice label={t("options.dm")} value={dm} onChange={setDm} choices={makers.map((one) => [one.id, one.name])} />}
      {takes("table") && <Choice label={t("options.table")} value={table} onChange={setTable} choices={tables.map((one) => [one.id, one.name])} />}
      {takes("state") && <StatePicker label={t("options.state")} value={state} onPick={setState} />}
      <Kinds label={t("more.as")} what="figure" kinds={FIGURES} body={body} disabled={!figure || lacking} />
    </div>
  );
}

function TableForm({ list }: { list: CommandList }) {
  const [name, setName] = useState("");
  return (
    <div class="formrow">
      <Choice label={t("more.table")} value={name} none={t("more.all_tables")} onChange={setName}
        choices={list.tables.map((id) => [id, t(`table_kinds.${id}`)])} />
      <Kinds label={t("more.as")} what="tables" kinds={TABLES} body={{ name }} />
    </div>
  );
}
