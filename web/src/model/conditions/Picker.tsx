import { useId, useRef, useState } from "preact/hooks";
import { Letter } from "../../parts/Maker";
import { t } from "../../words";
import { found, type Choice } from "./names";

/** A list of options to choose from, searched by name or id. */
export function Picker({ choices, label, onPick, onLeave, first = "" }: {
  choices: Choice[];
  label: string;
  onPick: (choice: Choice) => void;
  onLeave: () => void;
  first?: string;
}) {
  const [search, setSearch] = useState(first);
  const [at, setAt] = useState(0);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const shown = found(choices, search);
  const active = Math.min(at, shown.length - 1);
  const move = (to: number) => {
    setAt(to);
    document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    const choice = shown[active];
    if (event.key === "ArrowDown") move(Math.min(active + 1, shown.length - 1));
    else if (event.key === "ArrowUp") move(Math.max(active - 1, 0));
    else if (event.key === "Enter" && choice) onPick(choice);
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget as Node | null)) onLeave();
  };
  return (
    <div class="picker" ref={box} onFocusOut={leave}>
      <input role="combobox" aria-expanded="true" aria-controls={list} aria-autocomplete="list" autocomplete="off"
        spellcheck={false} aria-label={label} placeholder={t("editing.search")} value={search} data-testid="pick"
        aria-activedescendant={shown[active] ? `${list}-${active}` : undefined} ref={(input) => input?.focus()}
        onInput={(event) => { setSearch(event.currentTarget.value); setAt(0); }} onKeyDown={press} />
      <ul role="listbox" id={list} aria-label={label}>
        {shown.map((choice, place) => (
          <li key={choice.text} id={`${list}-${place}`} role="option" aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()} onClick={() => onPick(choice)}>
            <Named choice={choice} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="quiet">{t("editing.none_found")}</p>}
    </div>
  );
}

/** An option by the letter and colour of its owner, its name and its id. */
export function Named({ choice }: { choice: Choice }) {
  return (
    <>
      <Letter {...choice.maker} /> <span>{choice.words}</span> <code>{choice.text}</code>
    </>
  );
}
