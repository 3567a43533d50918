import { useState } from "preact/hooks";
import { go, inCase, openCase, openModel, trying } from "../../actions";
import { ask } from "../../session";
import type { Made } from "../../shapes";
import { current, update, useStore } from "../../store";
import { t } from "../../words";
import { fileFor, idFor } from "./ids";

interface Side { name: string; options: string[] }

const SIDES: Side[] = [{ name: "", options: [""] }, { name: "", options: [""] }];

/** A new model of nothing: what it is about, who chooses, what each can do. */
export function Blank({ onDone }: { onDone?: () => void }) {
  const language = useStore((state) => state.language);
  const [title, setTitle] = useState("");
  const [sides, setSides] = useState<Side[]>(SIDES);
  const named = sides.filter((side) => side.name.trim());
  const isWhole = title.trim() !== "" && named.length > 1 && named.some((side) => side.options.some((each) => each.trim()));
  const change = (at: number, side: Partial<Side>) => setSides(sides.map((each, place) => (place === at ? { ...each, ...side } : each)));
  const make = async (event: Event) => {
    event.preventDefault();
    const made = await trying(() => ask<Made>("POST", inCase("/models"), blankOf(title, named, language)));
    if (!made) return;
    await openCase(current().case ?? "");
    await openModel(made.file);
    update({ pane: "wants", part: null });
    go("model");
    onDone?.();
  };
  return (
    <form class="pane blank" data-testid="blank" onSubmit={(event) => void make(event)}>
      <h1>{t("editing.blank")}</h1>
      <p class="quiet">{t("editing.about_blank")}</p>
      <label class="entry"><span>{t("editing.title")}</span>
        <input value={title} data-testid="blank-title" onInput={(event) => setTitle(event.currentTarget.value)} /></label>
      {sides.map((side, at) => (
        <fieldset key={at}>
          <legend>{t("editing.side", { number: at + 1 })}</legend>
          <label class="entry"><span>{t("editing.who")}</span>
            <input value={side.name} data-testid={`blank-side-${at + 1}`} onInput={(event) => change(at, { name: event.currentTarget.value })} /></label>
          {side.options.map((option, place) => (
            <label key={place} class="entry"><span>{t("editing.can", { number: place + 1 })}</span>
              <input value={option} data-testid={`blank-option-${at + 1}-${place + 1}`}
                onInput={(event) => change(at, { options: side.options.map((each, other) => (other === place ? event.currentTarget.value : each)) })} /></label>
          ))}
          <button type="button" data-testid={`blank-more-${at + 1}`} onClick={() => change(at, { options: [...side.options, ""] })}>+ {t("editing.new_option")}</button>
        </fieldset>
      ))}
      <p class="doings">
        <button type="button" data-testid="blank-side" onClick={() => setSides([...sides, { name: "", options: [""] }])}>+ {t("editing.add_maker")}</button>
        <button type="submit" class="main" disabled={!isWhole} data-testid="blank-make">{t("editing.make")}</button>
      </p>
    </form>
  );
}

/** What the server makes the file of. */
export function blankOf(title: string, sides: Side[], language: string) {
  const ids: string[] = [];
  const taken: string[] = [];
  return {
    file: fileFor(title), title: title.trim(), language,
    makers: sides.map((side) => {
      const id = idFor(side.name, ids, "side");
      ids.push(id);
      const options = side.options.map((each) => each.trim()).filter(Boolean).map((name) => {
        const option = idFor(name, taken, "option");
        taken.push(option);
        return { id: option, name };
      });
      return { id, name: side.name.trim(), options };
    }),
  };
}
