// A condition in the hand: an option and whether it is wanted, or anything as it stands in the file.
import type { OwnerChoice } from "../shapes";
import { t } from "../words";
import { optionAmong, simpleOf, textOf } from "./pointing";

interface SimpleProps {
  label: string;
  text: string;
  owners: readonly OwnerChoice[];
  id: string;
  onChange: (text: string) => void;
}

/** Chooses an option, and whether it is to be or not. */
export function SimpleField({ label, text, owners, id, onChange }: SimpleProps) {
  const simple = simpleOf(text);
  const option = simple ? optionAmong(owners, simple.option) : "";
  const isOther = text.trim() !== "" && option === "";
  return (
    <span class="simple">
      <label>{label}
        <select value={isOther ? "*" : option} data-testid={`${id}-option`}
          onChange={(event) => onChange(textOf({ option: event.currentTarget.value, wanted: simple?.wanted ?? true }))}>
          <option value="">{t("point.choose")}</option>
          {isOther && <option value="*">{text}</option>}
          {owners.filter((owner) => owner.options.length).map((owner) => (
            <optgroup key={owner.id} label={owner.name}>
              {owner.options.map((each) => <option key={each.text} value={each.text}>{each.name}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      {option && simple && (
        <button type="button" aria-pressed={!simple.wanted} data-testid={`${id}-not`}
          onClick={() => onChange(textOf({ option, wanted: !simple.wanted }))}>{t("point.not")}</button>
      )}
    </span>
  );
}

/** A condition as it stands in the file; options go by their ids. */
export function TextField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <label class="astext">{t("point.as_text")}
      <input value={text} spellcheck={false} data-testid="point-text" onInput={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
