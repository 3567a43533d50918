import { useId, useRef, useState } from "preact/hooks";
import { t } from "../../words";
import { Named } from "./Picker";
import { found, wordBefore, type Choice } from "./names";

const MOST = 8;

/** The text form of a condition, with completion of what it names. */
export function TextForm({ text, choices, fault, onText }: {
  text: string;
  choices: Choice[];
  fault: { message: string; start: number; stop: number } | null;
  onText: (text: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(-1);
  const [at, setAt] = useState(0);
  const list = useId();
  const word = caret < 0 ? null : wordBefore(text, caret);
  const fitting = word ? found(choices, word.word).slice(0, MOST) : [];
  const shown = fitting.some((choice) => choice.text === word?.word) ? [] : fitting;
  const active = Math.min(at, shown.length - 1);
  const take = (choice: Choice) => {
    if (!word) return;
    const end = word.start + choice.text.length;
    onText(text.slice(0, word.start) + choice.text + text.slice(caret));
    setCaret(-1);
    requestAnimationFrame(() => input.current?.setSelectionRange(end, end));
  };
  const press = (event: KeyboardEvent) => {
    const choice = shown[active];
    if (!choice) return;
    if (event.key === "ArrowDown") setAt(Math.min(active + 1, shown.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(active - 1, 0));
    else if (event.key === "Tab" || event.key === "Enter") take(choice);
    else if (event.key === "Escape") setCaret(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = (event: InputEvent) => {
    const field = event.currentTarget as HTMLInputElement;
    setCaret(field.selectionStart ?? -1);
    setAt(0);
    onText(field.value);
  };
  return (
    <div class="textform">
      <label>
        <span class="quiet">{t("editing.text_form")}</span>
        <input ref={input} value={text} class="code" spellcheck={false} autocomplete="off" data-testid="condition-text"
          role="combobox" aria-expanded={shown.length > 0} aria-controls={list} aria-autocomplete="list"
          aria-activedescendant={shown[active] ? `${list}-${active}` : undefined}
          aria-invalid={fault !== null} aria-errormessage={`${list}-fault`}
          onInput={type} onKeyDown={press} onBlur={() => setCaret(-1)} />
      </label>
      <ul role="listbox" id={list} class="completions" hidden={shown.length === 0} aria-label={t("editing.completions")}>
        {shown.map((choice, place) => (
          <li key={choice.text} id={`${list}-${place}`} role="option" aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()} onClick={() => take(choice)}>
            <Named choice={choice} />
          </li>
        ))}
      </ul>
      <p class="fault" id={`${list}-fault`} role="alert" data-testid="condition-fault">
        {fault && <><Marked text={text} {...fault} /> {fault.message}</>}
      </p>
    </div>
  );
}

/** The text with what is wrong in it marked. */
function Marked({ text, start, stop }: { text: string; start: number; stop: number }) {
  const signs = [...text]; // places are counted in signs, not in the halves of some of them
  const wrong = signs.slice(start, stop).join("") || "␣";
  return <code>{signs.slice(0, start).join("")}<mark>{wrong}</mark>{signs.slice(stop).join("")}</code>;
}
