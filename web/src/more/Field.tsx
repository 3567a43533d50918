import { StatePicker } from "../parts/StatePicker";
import { useStore } from "../store";
import { t } from "../words";

interface Props {
  name: string;
  value: string | boolean;
  required: boolean;
  onChange: (value: string | boolean) => void;
}

const NUMBERS: Record<string, { placeholder: string; max: number }> = {
  most: { placeholder: "1", max: 50 },
  profiles: { placeholder: "10000", max: 10_000_000 },
  samples: { placeholder: "1000", max: 100_000 },
  seed: { placeholder: "1", max: 1_000_000 },
};
const HINTS: Record<string, string> = {
  concept: "nash,gmr,smr,seq,sseq", blocks: "a+b,c", wanting: "a & -b",
};

/** One thing that can be named, by the control that fits it. */
export function Field({ name, value, required, onChange }: Props) {
  const document = useStore((state) => state.document);
  const label = t(`options.${name}`);
  const text = String(value);
  const change = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (name === "state" || name === "start" || name === "to")
    return <StatePicker label={label} value={text} none={t(`options.none_${name}`)} name={name} onPick={onChange} />;
  if (name === "dm" || name === "third")
    return (
      <Choice label={label} value={text} required={required} onChange={onChange}
        choices={document?.makers.map((maker) => [maker.id, maker.name]) ?? []} />
    );
  if (name === "table")
    return (
      <Choice label={label} value={text} required={required} onChange={onChange}
        choices={document?.tables.map((table) => [table.id, table.name]) ?? []} />
    );
  if (name === "no_deal")
    return (
      <Choice label={label} value={text} required={required} onChange={onChange}
        choices={[["worst", t("options.worst")], ["best", t("options.best")]]} />
    );
  if (name === "improvements")
    return (
      <label class="check"><input type="checkbox" checked={value === true} onChange={() => onChange(value !== true)} />{label}</label>
    );
  const number = NUMBERS[name];
  if (number)
    return (
      <label class="formfield">{label}
        <input type="number" min={1} max={number.max} value={text} placeholder={number.placeholder} onInput={change} />
      </label>
    );
  if (name === "steps" || name === "on")
    return (
      <label class="formfield">{label}
        <textarea rows={3} value={text} required={required} placeholder={name === "on" ? "2022-01-20:OPTION=N" : "OPTION, OPTION"} onInput={change} />
      </label>
    );
  return (
    <label class="formfield">{label}
      <input value={text} required={required} placeholder={HINTS[name] ?? ""} onInput={change} />
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  required?: boolean;
  choices: [string, string][];
  none?: string;
  onChange: (value: string) => void;
}

/** A choice of several; nothing chosen stands first. */
export function Choice({ label, value, required, choices, none, onChange }: ChoiceProps) {
  return (
    <label class="formfield">{label}
      <select value={value} required={required} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{none ?? t("more.choose")}</option>
        {choices.map(([id, words]) => <option key={id} value={id}>{words}</option>)}
      </select>
    </label>
  );
}
