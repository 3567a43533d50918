// What may have been reported more than once, and names that may be one actor.
import { useState } from "preact/hooks";
import { inCase, openCase, trying } from "../actions";
import { ask } from "../session";
import type { DossierHeads, Named, SameView } from "../shapes";
import { current, update } from "../store";
import { t } from "../words";
import { queryOf, useAsked, type Filters } from "./asking";
import { Chunks, Room } from "./Chunks";
import { useDesk } from "./desk";
import { Sentence } from "./Sentence";

const GROUPS = 10;
const GROUP_HEIGHT = 280;

export function Same({ heads }: { heads: DossierHeads | null }) {
  const { filters } = useDesk();
  const { data } = useAsked<SameView>(`/dossier/same?${queryOf(filters, { limit: 1 })}`);
  if (!data) return <p class="quiet pane">{t("dossier.reading")}</p>;
  return (
    <div class="same">
      <section class="pane" data-testid="names" aria-label={t("dossier.names")}>
        <h2>{t("dossier.names")}</h2>
        {!data.names.length && <p class="quiet">{t("dossier.no_names")}</p>}
        <ul class="plain">
          {data.names.map(([one, other]) => (
            <li key={`${one} ${other}`} class="pair">
              <span><b>{data.name_of[one]}</b> · <b>{data.name_of[other]}</b></span>
              <button onClick={() => void name({ verb: "merge", of: other, into: one })}>{t("dossier.are_one", { name: data.name_of[one] ?? one })}</button>
              <button onClick={() => void name({ verb: "merge", of: one, into: other })}>{t("dossier.are_one", { name: data.name_of[other] ?? other })}</button>
            </li>
          ))}
        </ul>
        <Apart heads={heads} />
      </section>
      <section class="pane" data-testid="same" aria-label={t("dossier.same_sentences")}>
        <h2>{t("dossier.same_sentences")}</h2>
        <p class="quiet">{t("dossier.same_why", { count: data.total })}</p>
        <Chunks key={data.version + queryOf(filters)} total={data.total} size={GROUPS} height={GROUP_HEIGHT}
          draw={(start) => <GroupPage start={start} filters={filters} />} />
      </section>
    </div>
  );
}

function GroupPage({ start, filters }: { start: number; filters: Filters }) {
  const { data } = useAsked<SameView>(`/dossier/same?${queryOf(filters, { start, limit: GROUPS })}`);
  if (!data) return <Room rows={GROUPS} height={GROUP_HEIGHT} />;
  return (
    <>
      {data.groups.map((group) => (
        <section key={group.statements[0]?.item} class="group">
          <h3>{t("dossier.likeness", { share: Math.round(group.likeness * 100) })}</h3>
          {group.statements.map((said) => <Sentence key={said.item} said={said} />)}
        </section>
      ))}
    </>
  );
}

/** Says that one name stands for two in some reports. */
function Apart({ heads }: { heads: DossierHeads | null }) {
  const [form, set] = useState({ of: "", into: "", reports: "" });
  const reports = form.reports.split(/[\s,]+/).filter(Boolean);
  const isWhole = form.of !== "" && form.into.trim() !== "" && reports.length > 0;
  const send = async (event: Event) => {
    event.preventDefault();
    const done = await name({ verb: "split", of: form.of, into: form.into.trim(), reports });
    if (done) set({ of: "", into: "", reports: "" });
  };
  return (
    <details class="apart">
      <summary>{t("dossier.apart")}</summary>
      <form onSubmit={(event) => void send(event)}>
        <label>{t("dossier.apart_of")}
          <select value={form.of} onChange={(event) => set({ ...form, of: event.currentTarget.value })}>
            <option value="" />
            {heads?.actors.map((head) => <option key={head.id} value={head.id}>{head.name}</option>)}
          </select>
        </label>
        <label>{t("dossier.apart_reports")}
          <input value={form.reports} placeholder="r2, r5" onInput={(event) => set({ ...form, reports: event.currentTarget.value })} />
        </label>
        <label>{t("dossier.apart_into")}
          <input value={form.into} placeholder="smith_general" onInput={(event) => set({ ...form, into: event.currentTarget.value })} />
        </label>
        <button disabled={!isWhole}>{t("dossier.apart_do")}</button>
      </form>
    </details>
  );
}

interface Naming { verb: "merge" | "split" | "withdraw"; of: string; into?: string; reports?: string[] }

/** Writes what was said of names, and offers to take it back. */
async function name(body: Naming): Promise<boolean> {
  const named = await trying(() => ask<Named>("POST", inCase("/names"), body));
  if (!named) return false;
  const undo = { label: t("shell.undo"), run: () => void name({ verb: "withdraw", of: named.correction }) };
  const note = { kind: "said" as const, text: t(`dossier.named_${named.verb}`) };
  update({ note: named.verb === "withdraw" ? note : { ...note, action: undo } });
  await openCase(current().case ?? "");
  return true;
}
