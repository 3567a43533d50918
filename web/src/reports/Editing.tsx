import { useEffect, useState } from "preact/hooks";
import type { ItemRow, ReportView } from "../shapes";
import { t } from "../words";
import { setDesk } from "./desk";
import { draftOf, editOf } from "./drafts";
import { Fields } from "./Fields";
import { correct, needChoices } from "./work";

/** The form in which an item is edited, in its own place. */
export function Editing({ row, view }: { row: ItemRow; view: ReportView }) {
  const [draft, set] = useState(() => draftOf(row, view));
  useEffect(() => void needChoices(), []);
  const save = async (event: Event) => {
    event.preventDefault();
    if (await correct(editOf(row, view, draft))) setDesk({ form: null, choices: null });
  };
  return (
    <form class="editing" onSubmit={(event) => void save(event)} onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => { if (event.key === "Escape") setDesk({ form: null }); }}>
      <Fields draft={draft} set={set} mayAdd={row.kind === "statement"} whoId="edit-who" />
      <div class="deciding">
        <button class="main" type="submit" data-testid="save">{t("reports.save")} <kbd>↵</kbd></button>
        <button type="button" onClick={() => setDesk({ form: null })}>{t("reports.cancel")} <kbd>Esc</kbd></button>
      </div>
    </form>
  );
}
