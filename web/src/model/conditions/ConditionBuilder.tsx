import { useEffect, useRef, useState } from "preact/hooks";
import type { ConditionRead } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { Chips } from "./Chips";
import { choicesOf, type Choice } from "./names";
import { Picker } from "./Picker";
import { readCondition } from "./reading";
import { TextForm } from "./TextForm";
import { Tools } from "./Tools";
import { chipAt, chipOf, joined, negated, option, places, rejoined, removed, renamed, written } from "./tree";
import type { Chip, Joiner, Place } from "./tree";

const PAUSE = 90;

/** What the list of options was opened for: another option for a chip, or one more. */
type Picking = { joiner: Joiner | null } | null;

/** Says in which states something holds: chips and their text, either of which edits the other. */
export function ConditionBuilder({ text, label, onChange }: {
  text: string;
  label: string;
  /** Told each text, with what it means where it is sound. */
  onChange: (text: string, read: ConditionRead | null) => void;
}) {
  const document = useStore((state) => state.document);
  const choices = document ? choicesOf(document) : [];
  const [typed, setTyped] = useState(text);
  const [tree, setTree] = useState<Chip | null>(null);
  const [read, setRead] = useState<ConditionRead | null>(null);
  const [selected, setSelected] = useState<Place | null>(null);
  const [picking, setPicking] = useState<Picking>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef("");

  // The tree follows what was typed; what was made with chips stands as it was made.
  const settle = async (wanted: string, made: Chip | null) => {
    latest.current = wanted;
    if (!wanted.trim()) {
      setTree(null);
      setRead(null);
      return onChange("", null);
    }
    const answer = await readCondition(wanted).catch(() => null);
    if (latest.current !== wanted || !answer) return;
    setRead(answer);
    if (!answer.fault && !made) setTree(answer.tree ? chipOf(answer.tree) : null);
    onChange(wanted, answer.fault ? null : answer);
  };
  useEffect(() => { void settle(text, null); }, []);
  useEffect(() => {
    if (typed === latest.current) return undefined;
    const timer = setTimeout(() => void settle(typed, null), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  const show = (changed: Chip | null, place: Place | null) => {
    const again = changed ? written(changed) : "";
    setTree(changed);
    setSelected(place);
    setTyped(again);
    void settle(again, changed);
    if (place) focusChip(box.current, place);
  };
  const pick = (choice: Choice) => {
    const chip = option(choice.text, choice.option);
    if (!picking?.joiner && tree && selected) show(renamed(tree, selected, chip), selected);
    else show(...joined(tree, selected ?? [], picking?.joiner ?? "and", chip));
    setPicking(null);
  };
  const press = (event: KeyboardEvent) => {
    const chip = (event.target as HTMLElement).closest<HTMLElement>("[data-chip]");
    if (!chip || !tree) return;
    const place = placeOf(chip);
    if (!onKey(event.key, tree, place)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKey = (key: string, whole: Chip, place: Place): boolean => {
    const joiner = JOINED_BY[key];
    if (key === "ArrowRight" || key === "ArrowLeft") step(whole, place, key === "ArrowRight" ? 1 : -1);
    else if (key === "Delete" || key === "Backspace") show(removed(whole, place), null);
    else if (key === "-" || key === "n") show(negated(whole, place), place);
    else if (joiner) { setSelected(place); setPicking({ joiner }); }
    else return false;
    return true;
  };
  const step = (whole: Chip, place: Place, by: number) => {
    const all = places(whole).filter((each) => box.current?.querySelector(`[data-chip="${each.join("-")}"]`));
    const next = all[all.findIndex((each) => each.join() === place.join()) + by];
    if (next) { setSelected(next); focusChip(box.current, next); }
  };

  return (
    <div class="condition" ref={box} role="group" aria-label={label} data-testid="condition">
      <div class="chips" onKeyDown={press}>
        {tree && <Chips chip={tree} place={[]} choices={choices} selected={selected} onSelect={setSelected}
          onRejoin={(place, joiner) => show(rejoined(tree, place, joiner), place)} />}
        {!tree && <button type="button" class="chip empty" data-testid="first-chip" onClick={() => setPicking({ joiner: null })}>+ {t("editing.pick_option")}</button>}
      </div>
      {tree && <Tools tree={tree} selected={selected && chipAt(tree, selected) ? selected : null} onShow={show}
        onPick={(joiner) => setPicking({ joiner })} />}
      {picking && <Picker choices={choices} label={t("editing.pick_option")} onPick={pick} onLeave={() => setPicking(null)} />}
      <TextForm text={typed} choices={choices} fault={read?.fault && typed === latest.current ? read.fault : null} onText={setTyped} />
      <p class="means" aria-live="polite" data-testid="means">{read && !read.fault ? means(read) : ""}</p>
    </div>
  );
}

/** In words, and in how many states. */
function means(read: ConditionRead): string {
  if (read.holds === null || read.size === null) return read.words;
  return t("editing.holds_in", { words: read.words, count: read.holds, size: read.size });
}

const JOINED_BY: Record<string, Joiner> = { "&": "and", a: "and", "|": "or", o: "or", i: "if", f: "iff" };
const placeOf = (chip: HTMLElement): Place =>
  (chip.dataset["chip"] || "").split("-").filter(Boolean).map(Number);

function focusChip(box: HTMLElement | null, place: Place): void {
  requestAnimationFrame(() =>
    box?.querySelector<HTMLElement>(`[data-chip="${place.join("-")}"]`)?.focus());
}
