import { useId } from "preact/hooks";
import type { Choices } from "../shapes";
import { t } from "../words";
import { useDesk } from "./desk";
import { NEW_ACT, type ActDraft, type ActorKind, type Draft } from "./drafts";
import { isNew, type Party } from "./parties";
import { PartyField } from "./PartyField";

const ACTOR_KINDS: ActorKind[] = ["person", "state", "organisation", "group"];

interface Props {
  draft: Draft;
  set: (draft: Draft) => void;
  /** Whether acts can be added: not to an act that stands by itself. */
  mayAdd: boolean;
  /** Whether all but who it is by is folded away. */
  isShort?: boolean;
  whoId: string;
  onChosen?: (party: Party) => void;
}

/** The fields of an item: who, when, and what it does. */
export function Fields({ draft, set, mayAdd, whoId, onChosen, isShort = false }: Props) {
  const { choices } = useDesk();
  const isSomebodyNew = [draft.speaker, ...draft.acts.map((act) => act.target)].some(isNew);
  const setAct = (place: number, by: Partial<ActDraft>) =>
    set({ ...draft, acts: draft.acts.map((act, each) => (each === place ? { ...act, ...by } : act)) });
  const more = (
    <>
      {draft.acts.map((act, place) => (
        <ActFields key={act.item ?? `new-${place}`} act={act} choices={choices} set={(by) => setAct(place, by)} />
      ))}
      {mayAdd && (
        <button type="button" onClick={() => set({ ...draft, acts: [...draft.acts, NEW_ACT] })}>+ {t("reports.another_act")}</button>
      )}
      <Text label={t("reports.date")} hint={t("reports.date_hint")} value={draft.date} set={(date) => set({ ...draft, date })} />
      <Text label={t("reports.note")} hint={t("reports.note_hint")} value={draft.note} set={(note) => set({ ...draft, note })} />
    </>
  );
  return (
    <div class="fields">
      <PartyField label={t("reports.who")} party={draft.speaker} testid={whoId} isFirst {...(onChosen ? { onChosen } : {})}
        set={(speaker) => set({ ...draft, speaker })} />
      {isSomebodyNew && (
        <Select label={t("reports.new_is")} value={draft.actorKind} set={(kind) => set({ ...draft, actorKind: kind as ActorKind })}
          options={ACTOR_KINDS.map((kind) => [kind, t(`reports.kind_${kind}`)])} />
      )}
      {isShort ? <details><summary>{t("reports.more_fields")}</summary>{more}</details> : more}
    </div>
  );
}

interface ActProps { act: ActDraft; choices: Choices | null; set: (by: Partial<ActDraft>) => void }

/** What an act is, to whom, and about what; one that is taken out is struck. */
function ActFields({ act, choices, set }: ActProps) {
  const kinds = (choices?.kinds ?? []).map((kind): [string, string] => [kind.id, kind.name]);
  const issues = (choices?.issues ?? []).map((issue): [string, string] => [issue.id, issue.name]);
  return (
    <fieldset data-gone={act.isGone || undefined}>
      <legend class="unseen">{t("reports.does")}</legend>
      <Select label={t("reports.does")} value={act.kind} set={(kind) => set({ kind })} options={kinds}
        none={act.item === null ? t("reports.only_says") : null} lately={choices?.lately["kind"] ?? []} />
      <PartyField label={t("reports.target")} party={act.target} set={(target) => set({ target })} />
      <Select label={t("reports.topic")} value={act.issue} set={(issue) => set({ issue })} options={issues}
        none={t("reports.no_topic")} lately={choices?.lately["issue"] ?? []} />
      {act.item !== null && (
        <button type="button" aria-pressed={act.isGone} onClick={() => set({ isGone: !act.isGone })}>{t("reports.not_so")}</button>
      )}
    </fieldset>
  );
}

interface SelectProps {
  label: string;
  value: string;
  set: (value: string) => void;
  options: [string, string][];
  none?: string | null;
  lately?: readonly string[];
}

/** A choice of few; what was used last comes first. */
function Select({ label, value, set, options, none = null, lately = [] }: SelectProps) {
  const id = useId();
  const names = new Map(options);
  const used = lately.filter((each) => names.has(each));
  const listed = (ids: readonly string[]) => ids.map((each) => <option key={each} value={each}>{names.get(each)}</option>);
  const rest = options.map(([each]) => each).filter((each) => !used.includes(each));
  return (
    <div class="reportfield">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
        {none !== null && <option value="">{none}</option>}
        {used.length ? <optgroup label={t("reports.lately")}>{listed(used)}</optgroup> : null}
        {used.length ? <optgroup label={t("reports.others")}>{listed(rest)}</optgroup> : listed(rest)}
      </select>
    </div>
  );
}

function Text({ label, hint, value, set }: { label: string; hint: string; value: string; set: (value: string) => void }) {
  const id = useId();
  return (
    <div class="reportfield half">
      <label for={id}>{label}</label>
      <input id={id} type="text" dir="auto" placeholder={hint} value={value} onInput={(event) => set(event.currentTarget.value)} />
    </div>
  );
}
