import { inCase, openCase, trying } from "../actions";
import { ask } from "../session";
import type { Saved } from "../shapes";
import { current, update, useStore } from "../store";
import { t } from "../words";

/** Takes a model of another program into the case, as a file that is edited here. */
export function TakeIn() {
  const readOnly = useStore((state) => state.overview?.read_only);
  const take = async (field: HTMLInputElement) => {
    const chosen = field.files?.[0];
    if (!chosen) return;
    const saved = await trying(() =>
      ask<Saved>("POST", inCase("/files"), chosen, { "X-Name": encodeURIComponent(chosen.name) }));
    field.value = "";
    if (!saved) return;
    update({ file: saved.name, note: { kind: "said", text: t("more.taken", { name: saved.name }) } });
    await openCase(current().case ?? "");
  };
  if (readOnly) return null;
  return (
    <section class="pane" aria-labelledby="take-head">
      <h2 id="take-head">{t("more.take")}</h2>
      <label class="formfield">{t("more.take_about")}
        <input type="file" data-testid="take-in" accept=".yaml,.yml,.json,.gmcr,.nfg,.xlsx"
          onChange={(event) => void take(event.currentTarget)} />
      </label>
    </section>
  );
}
