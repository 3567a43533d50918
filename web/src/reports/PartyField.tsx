import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../words";
import { onDesk, useDesk } from "./desk";
import { NOBODY, offers, type Offer, type Party } from "./parties";
import { needChoices } from "./work";

interface Props {
  label: string;
  party: Party;
  set: (party: Party) => void;
  testid?: string;
  /** Told when somebody is chosen with Enter, where that is all there is to say. */
  onChosen?: (party: Party) => void;
  isFirst?: boolean;
}

/** A field for an actor: what is written is completed; what nobody is called is somebody new. */
export function PartyField({ label, party, set, testid, onChosen, isFirst = false }: Props) {
  const { choices } = useDesk();
  const id = useId();
  const [isOpen, open] = useState(false);
  const [place, point] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => { if (isFirst) input.current?.focus({ preventScroll: true }); }, []);
  const listed = choices ? offers(party.text, choices) : [];
  const isShown = isOpen && listed.length > 0;
  const choose = (offer: Offer): Party => {
    const chosen = { id: offer.id, text: offer.name };
    set(chosen);
    open(false);
    return chosen;
  };
  /** Takes who is pointed at; who writes faster than names are read waits for them. */
  const enter = async () => {
    await needChoices();
    const { choices: read } = onDesk();
    const offer = read && offers(party.text, read)[place];
    if (!offer) return;
    const chosen = choose(offer);
    onChosen?.(chosen);
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      open(true);
      point((isShown ? place + by + listed.length : 0) % Math.max(listed.length, 1));
    } else if (event.key === "Enter" && isOpen && party.text.trim()) {
      event.preventDefault();
      void enter();
    } else if (event.key === "Escape" && isShown) {
      event.stopPropagation();
      open(false);
    }
  };
  const leave = () => {
    // What is exactly somebody's name is that one; else it stays as it is written.
    const [first] = listed;
    if (isOpen && first && !first.isNew && party.id === "" && party.text !== "" && first.name.toLowerCase() === party.text.trim().toLowerCase()) choose(first);
    open(false);
  };
  return (
    <div class="reportfield party">
      <label for={id}>{label}</label>
      <input ref={input} id={id} type="text" role="combobox" autocomplete="off" dir="auto" data-testid={testid}
        aria-expanded={isShown} aria-controls={`${id}-list`} aria-autocomplete="list"
        aria-activedescendant={isShown ? `${id}-${place}` : undefined}
        value={party.text} onFocus={(event) => { event.currentTarget.select(); }} onBlur={leave} onKeyDown={press}
        onInput={(event) => { set({ ...NOBODY, text: event.currentTarget.value }); open(true); point(0); }} />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!isShown}>
        {isShown && listed.map((offer, each) => (
          <li key={offer.id || "new"} id={`${id}-${each}`} role="option" aria-selected={each === place} dir="auto"
            onPointerDown={(event) => { event.preventDefault(); const chosen = choose(offer); onChosen?.(chosen); }}>
            {offer.isNew ? t("reports.new_actor", { name: offer.name }) : offer.name}
            {offer.hint && <span class="quiet"> ({offer.hint})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
