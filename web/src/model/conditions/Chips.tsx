import { Fragment } from "preact";
import { Letter } from "../../parts/Maker";
import { t } from "../../words";
import { choiceFor, type Choice } from "./names";
import { isGroup, JOINERS, type Chip, type Joiner, type Place } from "./tree";

interface Drawn {
  choices: Choice[];
  selected: Place | null;
  onSelect: (place: Place) => void;
  onRejoin: (place: Place, joiner: Joiner) => void;
}

const same = (one: Place, other: Place | null): boolean => one.join() === other?.join();

/** The chips of a condition; each is a button, each group has one for its brackets. */
export function Chips({ chip, place, outermost = true, ...drawn }: Drawn & { chip: Chip; place: Place; outermost?: boolean }) {
  const isNot = chip.kind === "not";
  const inner = isNot ? (chip.parts[0] as Chip) : chip;
  const own = isNot ? [...place, 0] : place;
  if (!isGroup(inner)) {
    return inner.kind === "not"
      ? <Bracketed {...drawn} place={place} isNot><Chips {...drawn} chip={inner} place={own} outermost={false} /></Bracketed>
      : <Leaf {...drawn} chip={inner} place={place} isNot={isNot} />;
  }
  const parts = inner.parts.map((part, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <select class="joiner" aria-label={t("editing.joiner")} value={inner.kind} data-testid={`joiner-${own.join("-") || "all"}`}
          onChange={(event) => drawn.onRejoin(own, event.currentTarget.value as Joiner)}>
          {JOINERS.map((joiner) => <option key={joiner} value={joiner}>{t(`editing.${joiner}`)}</option>)}
        </select>
      )}
      <Chips {...drawn} chip={part} place={[...own, at]} outermost={false} />
    </Fragment>
  ));
  return outermost && !isNot ? <>{parts}</> : <Bracketed {...drawn} place={place} isNot={isNot}>{parts}</Bracketed>;
}

function Bracketed({ place, isNot, selected, onSelect, children }: Drawn & {
  place: Place;
  isNot: boolean;
  children: preact.ComponentChildren;
}) {
  return (
    <span class="bracket" role="group" aria-label={t(isNot ? "editing.group_not" : "editing.group")} data-selected={same(place, selected)}>
      <button type="button" class="chip" data-chip={place.join("-")} aria-pressed={same(place, selected)}
        aria-label={t(isNot ? "editing.group_not" : "editing.group")} onClick={() => onSelect(place)}>
        {isNot && <em>{t("editing.not")}</em>} (
      </button>
      {children}
      <span aria-hidden="true">)</span>
    </span>
  );
}

function Leaf({ chip, place, isNot, choices, selected, onSelect }: Drawn & { chip: Chip; place: Place; isNot: boolean }) {
  const choice = choiceFor(choices, chip);
  return (
    <button type="button" class="chip" data-chip={place.join("-")} aria-pressed={same(place, selected)} title={chip.text}
      data-testid={`chip-${place.join("-") || "all"}`} onClick={() => onSelect(place)}>
      {choice && <Letter {...choice.maker} />}
      {isNot && <em>{t("editing.not")}</em>}
      <span>{choice?.words ?? chip.text}</span>
    </button>
  );
}
