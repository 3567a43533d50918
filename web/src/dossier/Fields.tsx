// The fields of what is made of a sentence: whose, what, where among the wishes, and why.
import type { Choice, ModelDocument, OwnerChoice, Proposals, Take } from "../shapes";
import { t } from "../words";
import { SimpleField, TextField } from "./Condition";
import { keyOf, targetsOf, wishesOf, withOwner } from "./pointing";

interface FieldsProps {
  choice: Choice;
  proposals: Proposals;
  document: ModelDocument | null;
  onChange: (take: Take) => void;
}

export function Fields({ choice, proposals, document, onChange }: FieldsProps) {
  const { take } = choice;
  const { owners } = proposals;
  if (take.kind === "evidence") return <TargetField take={take} document={document} onChange={onChange} />;
  return (
    <div class="fields">
      <label>{t("point.owner")}
        <select value={take.owner} data-testid="point-owner" onChange={(event) => onChange(withOwner(take, event.currentTarget.value))}>
          {owners.map((owner) => <option key={owner.id} value={owner.id}>{owner.name}{!owner.exists && ` (${t("point.new")})`}</option>)}
        </select>
      </label>
      {take.kind === "option"
        ? <OptionFields take={take} owners={owners} languages={proposals.languages} onChange={onChange} />
        : <Wanted choice={choice} owners={owners} onChange={onChange} />}
      {take.kind === "wish" && <PlaceField take={take} document={document} onChange={onChange} />}
      {take.kind !== "option" && proposals.languages.map((code) => (
        <label key={code} class="wide"><span>{t("point.because")} <span class="quiet">{code.toUpperCase()}</span></span>
          <textarea rows={2} lang={code} value={take.because?.[code] ?? ""} data-testid={`point-because-${code}`}
            onInput={(event) => onChange({ ...take, because: { ...take.because, [code]: event.currentTarget.value } })} />
        </label>
      ))}
    </div>
  );
}

type PartProps = { take: Take; onChange: (take: Take) => void };

/** A new option with its names, or one that is there. */
function OptionFields({ take, owners, languages, onChange }: PartProps & { owners: readonly OwnerChoice[]; languages: readonly string[] }) {
  const options = owners.find((owner) => owner.id === take.owner)?.options ?? [];
  return (
    <>
      <label>{t("point.option")}
        <select value={take.option} data-testid="point-option" onChange={(event) => onChange({ ...take, option: event.currentTarget.value })}>
          <option value="">{t("point.new_option")}</option>
          {options.map((option) => <option key={option.text} value={option.text.split(".")[1]}>{option.name} ({t("point.exists")})</option>)}
        </select>
      </label>
      {!take.option && languages.map((code) => (
        <label key={code} class="wide"><span>{t("point.called")} <span class="quiet">{code.toUpperCase()}</span></span>
          <input lang={code} value={take.names?.[code] ?? ""} data-testid={`point-name-${code}`}
            onInput={(event) => onChange({ ...take, names: { ...take.names, [code]: event.currentTarget.value } })} />
        </label>
      ))}
    </>
  );
}

/** What is wanted, or not to be lived with; of a threat the deed and when it is wanted. */
function Wanted({ choice, owners, onChange }: { choice: Choice; owners: readonly OwnerChoice[]; onChange: (take: Take) => void }) {
  const { take } = choice;
  const put = (condition: string) => onChange({ ...take, condition });
  return (
    <>
      {choice.threat
        ? (
          <>
            <SimpleField id="deed" label={t("point.deed")} text={choice.deed} owners={owners} onChange={(text) => put(`${text} if ${choice.when}`)} />
            <SimpleField id="when" label={t("point.when")} text={choice.when} owners={owners} onChange={(text) => put(`${choice.deed} if ${text}`)} />
          </>
        )
        : <SimpleField id="wanted" label={t(take.kind === "wish" ? "point.wanted" : "point.never")} text={take.condition} owners={owners} onChange={put} />}
      <TextField text={take.condition} onChange={put} />
    </>
  );
}

/** Where among the wishes a new one stands: before one of them, or last. */
function PlaceField({ take, document, onChange }: PartProps & { document: ModelDocument | null }) {
  const wishes = wishesOf(document, take.owner);
  return (
    <label>{t("point.place")}
      <select value={take.place ?? "last"} data-testid="point-place"
        onChange={(event) => onChange({ ...take, place: event.currentTarget.value === "last" ? null : Number(event.currentTarget.value) })}>
        {wishes.map((words, place) => <option key={words} value={place}>{t("point.before", { place: place + 1, words })}</option>)}
        <option value="last">{t("point.last")}</option>
      </select>
    </label>
  );
}

/** What a sentence is evidence for: a wish, a red line or an option. */
function TargetField({ take, document, onChange }: PartProps & { document: ModelDocument | null }) {
  const targets = (document?.makers ?? []).map((maker) => ({ maker, listed: targetsOf(maker) }));
  const paths = new Map(targets.flatMap(({ maker, listed }) => listed.map((target) => [keyOf(target.path), { owner: maker.id, path: target.path }])));
  const choose = (key: string) => {
    const target = paths.get(key);
    onChange({ ...take, owner: target?.owner ?? take.owner, target: target?.path ?? [] });
  };
  return (
    <div class="fields">
      <label class="wide">{t("point.evidence_for")}
        <select value={keyOf(take.target ?? [])} data-testid="point-target" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="[]">{t("point.choose")}</option>
          {targets.map(({ maker, listed }) => (
            <optgroup key={maker.id} label={maker.name}>
              {listed.map((target) => (
                <option key={keyOf(target.path)} value={keyOf(target.path)}>{t(`point.kind_${target.kind}`)}: {target.words}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
    </div>
  );
}
