import { edit } from "../../actions";
import type { Clause } from "../../shapes";
import { t } from "../../words";

/** A condition of the file as a row: its words, and what can be done with it. */
export function ClauseRow({ clause, words = clause.words, lead, note, testid, isEditable, onEdit, children }: {
  clause: Clause;
  words?: string;
  /** What stands before the words. */
  lead?: string | undefined;
  note?: string | undefined;
  testid: string;
  isEditable: boolean;
  onEdit: () => void;
  /** What stands in place of the row while it is edited. */
  children?: preact.ComponentChildren;
}) {
  const { path } = clause;
  const switched = clause.off ? { op: "on", at: path, nth: clause.nth } : { op: "off", at: path };
  const key = clause.off ? "editing.switch_on" : "editing.switch_off";
  return (
    <li class="clause" data-off={clause.off} data-testid={testid}>
      <div class="words">
        {lead && <small class="quiet">{lead}</small>}
        <span class="text">{words}</span>
        {clause.off && <span class="sticker">{t("editing.is_off")}</span>}
        {note && <small class="quiet">{note}</small>}
        {clause.because && <small>{clause.because}</small>}
        {clause.evidence.length > 0 && <small class="quiet">❝ {clause.evidence.join(", ")}</small>}
      </div>
      {isEditable && (
        <div class="doing">
          {!clause.off && <button type="button" aria-label={t("editing.edit_what", { what: words })} data-testid={`${testid}-edit`} onClick={onEdit}>{t("editing.edit")}</button>}
          <button type="button" class="sign" role="switch" aria-checked={!clause.off} aria-label={t(key, { what: words })} title={t(key, { what: words })}
            data-testid={`${testid}-switch`} onClick={() => void edit([switched])}><span class="knob" /></button>
          {!clause.off && <button type="button" class="sign" aria-label={t("editing.remove_what", { what: words })} data-testid={`${testid}-remove`}
            onClick={() => void edit([{ op: "remove", at: path }])}>✕</button>}
        </div>
      )}
      {children}
    </li>
  );
}
