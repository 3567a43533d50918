import { useEffect, useRef, useState } from "preact/hooks";
import { point } from "../actions";
import type { PointedAs } from "../store";
import { t } from "../words";
import { onDesk, setDesk, type Form } from "./desk";
import { additionOf, emptyDraft, type Draft } from "./drafts";
import { Fields } from "./Fields";
import { forgetSelected } from "./selection";
import { correct } from "./work";

const LONGEST = 140;

/** The form beside words that are selected: who says them makes an item of them. */
export function Adding({ form }: { form: Extract<Form, { kind: "add" }> }) {
  const [draft, set] = useState(emptyDraft);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // It grows while it is filled in: its buttons stay in view.
    const grown = new ResizeObserver(() => root.current?.scrollIntoView({ block: "nearest" }));
    if (root.current) grown.observe(root.current);
    return () => { grown.disconnect(); forgetSelected(); };
  }, []);
  const shown = form.words.length > LONGEST ? `${form.words.slice(0, LONGEST)}…` : form.words;
  const add = async (given: Draft, as?: PointedAs) => {
    const { view } = onDesk();
    if (!view) return;
    const corrected = await correct(additionOf(view.id, form.span, given));
    const row = corrected?.items[0];
    if (!row) return;
    document.getSelection()?.removeAllRanges();
    setDesk({ form: null, choices: null, current: row.id });
    if (as) point(view.id, row.id, as);
  };
  return (
    <form ref={root} class="addbox" data-testid="adding" style={{ top: `${form.top}px`, left: `${form.left}px` }} aria-label={t("reports.add")}
      onSubmit={(event) => { event.preventDefault(); void add(draft); }}
      onKeyDown={(event) => { if (event.key === "Escape") setDesk({ form: null }); }}>
      <p class="quiet" dir="auto">“{shown}”</p>
      <Fields draft={draft} set={set} mayAdd={false} isShort whoId="add-who"
        onChosen={(speaker) => void add({ ...draft, speaker })} />
      <div class="deciding">
        <button class="main" type="submit" data-testid="add">{t("reports.add")} <kbd>↵</kbd></button>
        <button type="button" onClick={() => void add(draft, "option")}>→ {t("reports.option")}</button>
        <button type="button" onClick={() => void add(draft, "wish")}>→ {t("reports.wish")}</button>
        <button type="button" onClick={() => setDesk({ form: null })}>{t("reports.cancel")} <kbd>Esc</kbd></button>
      </div>
    </form>
  );
}
