import { useState } from "preact/hooks";
import { modelWay, openCase, say, trying } from "../actions";
import { ask } from "../session";
import type { ReadingMade } from "../shapes";
import { current, update, useStore } from "../store";
import { t } from "../words";

/** Makes another reading of the model in view, to change one belief in it. */
export function Duplicate() {
  const readOnly = useStore((state) => state.overview?.read_only);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const duplicate = async (event: Event) => {
    event.preventDefault();
    const way = `${modelWay()}/readings?lang=${current().language}`;
    const made = await trying(() => ask<ReadingMade>("POST", way, { name }));
    if (!made) return;
    setOpen(false);
    setName("");
    update({ file: made.file });
    await openCase(current().case ?? "");
    say(t("compare.duplicated", { name: made.file }));
  };
  if (readOnly) return null;
  if (!open)
    return <button data-testid="duplicate" onClick={() => setOpen(true)}>+ {t("compare.duplicate")}</button>;
  return (
    <form class="formrow" onSubmit={(event) => void duplicate(event)}>
      <label class="formfield">{t("compare.reading_name")}
        <input data-testid="reading-name" required maxLength={80} value={name} ref={(field) => { if (field && !name) field.focus(); }}
          onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button class="main" type="submit">{t("compare.make")}</button>
      <button type="button" onClick={() => setOpen(false)}>{t("shell.close")}</button>
    </form>
  );
}

