import { useState } from "preact/hooks";
import { edit } from "../../actions";
import type { Operation, StructurePlan } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { planned } from "./file";
import { calledAt } from "./naming";
import type { Path } from "./values";

/** Takes a part out; what speaks of it is listed first, since it goes too. */
export function Removal({ path, what, testid }: { path: Path; what: string; testid?: string }) {
  const document = useStore((state) => state.document);
  const [plan, show] = useState<StructurePlan | null>(null);
  const op: Operation = { op: "remove", at: path };
  const begin = async () => {
    const made = await planned([op]);
    if (made && made.going.length === 0) await edit(made.ops as Operation[]);
    else if (made) show(made);
  };
  if (!plan || !document)
    return <button type="button" data-testid={testid} onClick={() => void begin()}>{t("editing.remove")}<span class="unseen"> {what}</span></button>;
  return (
    <div class="removal" role="alertdialog" aria-label={t("editing.remove_what", { what })} ref={(box) => box?.querySelector("button")?.focus()}
      onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); show(null); } }}>
      <p>{t("editing.goes_too", { what, count: plan.going.length })}</p>
      <ul>{plan.going.map((way) => <li key={way.join(".")}>{calledAt(document, way)}</li>)}</ul>
      <button type="button" class="main" data-testid="remove-all" onClick={async () => { if (await edit(plan.ops as Operation[])) show(null); }}>{t("editing.remove_all")}</button>
      <button type="button" onClick={() => show(null)}>{t("editing.cancel")}</button>
    </div>
  );
}
