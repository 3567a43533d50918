// A model made of what was said: who decides in it is chosen here, then it opens with its questions.
import { useEffect, useRef, useState } from "preact/hooks";
import { go, inCase, openCase, openModel, trying } from "../actions";
import { ask } from "../session";
import type { DraftMade, DraftParties } from "../shapes";
import { current, update } from "../store";
import { t } from "../words";
import { useAsked } from "./asking";
import { setDesk } from "./desk";

/** What the case was called by a person; none, where it has the name of the day it was begun. */
function ownName(): string {
  const name = current().case ?? "";
  return name.startsWith(t("cases.unnamed", { day: "" }).trim()) ? "" : name;
}

export function Drafting() {
  const { data } = useAsked<DraftParties>("/drafts");
  const [chosen, choose] = useState<Set<string> | null>(null);
  const [name, write] = useState("");
  const [title, call] = useState(ownName);
  const [isMaking, making] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const makers = chosen ?? new Set(data?.parties.filter((party) => party.chosen).map((party) => party.id));
  const isFull = makers.size >= (data?.most ?? 0);
  const isSound = makers.size >= 2 && makers.size <= (data?.most ?? 0);
  const turn = (id: string, isOn: boolean) => {
    const next = new Set(makers);
    if (isOn) next.add(id); else next.delete(id);
    choose(next);
  };
  const make = async () => {
    making(true);
    const body = { makers: chosen === null ? [] : [...makers], name, title };
    const made = await trying(() => ask<DraftMade>("POST", inCase("/drafts"), body));
    making(false);
    if (!made) return;
    setDesk({ drafting: false });
    update({ file: made.file });
    await openCase(current().case ?? "");
    await openModel(made.file);
    go("model");
    update({ note: { kind: "said", text: t("dossier.drafted", { file: made.file, count: made.questions }),
      ...(made.questions ? { action: { label: t("dossier.see_questions"), run: () => { update({ pane: "decisions", part: null, note: null }); go("model"); } } } : {}) } });
  };
  return (
    <div class="pane drafting" role="dialog" aria-label={t("dossier.draft")} tabIndex={-1} ref={box} data-testid="drafting"
      onKeyDown={(event) => { if (event.key === "Escape") setDesk({ drafting: false }); }}>
      <h2>{t("dossier.draft_who")}</h2>
      <p class="quiet">{t("dossier.draft_why", { most: data?.most ?? 0 })}</p>
      {!data && <p class="quiet">{t("dossier.reading")}</p>}
      <ul class="plain parties">
        {data?.parties.map((party) => (
          <li key={party.id}>
            <label>
              <input type="checkbox" checked={makers.has(party.id)} disabled={isFull && !makers.has(party.id)} data-testid={`party-${party.id}`}
                onChange={(event) => turn(party.id, event.currentTarget.checked)} />
              <b>{party.name}</b> <span class="quiet">{t("dossier.draft_counts", { options: party.options, acts: party.acts })}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="formrow">
        <label>{t("dossier.draft_title")} <input value={title} maxLength={200} data-testid="draft-title" placeholder={t("dossier.draft_title_hint")}
          onInput={(event) => call(event.currentTarget.value)} /></label>
        <label>{t("dossier.draft_name")} <input value={name} placeholder="model" onInput={(event) => write(event.currentTarget.value)} /></label>
      </p>
      <p>
        <button class="main" data-testid="draft" disabled={!isSound || isMaking} onClick={() => void make()}>
          {isMaking ? t("shell.working") : t("dossier.draft_make", { count: makers.size })}
        </button>{" "}
        <button onClick={() => setDesk({ drafting: false })}>{t("dossier.cancel")} <kbd>Esc</kbd></button>
      </p>
    </div>
  );
}
