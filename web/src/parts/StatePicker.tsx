import { useStore } from "../store";
import { t } from "../words";

interface Props {
  label: string;
  value: string;
  /** What stands where none is chosen. */
  none?: string;
  name?: string;
  onPick: (state: string) => void;
}

/** Chooses a state by its words; where states are too many to be listed, by its form or number. */
export function StatePicker({ label, value, none, name, onPick }: Props) {
  const document = useStore((state) => state.document);
  const states = document?.states ?? [];
  if (!states.length || states.length < (document?.size ?? 0))
    return (
      <label class="formfield">{label}
        <input name={name} value={value} placeholder={none ?? t("more.state_form")}
          onChange={(event) => onPick(event.currentTarget.value.trim())} />
      </label>
    );
  return (
    <label class="formfield">{label}
      <select name={name} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{none ?? t("more.choose")}</option>
        {states.map((state) => (
          <option key={state.number} value={String(state.number)}>{state.words}</option>
        ))}
      </select>
    </label>
  );
}
