import { useRef, useState } from "preact/hooks";
import { dry, edit, putBack } from "../../actions";
import type { Maker, Operation } from "../../shapes";
import { t } from "../../words";
import { latest } from "../latest";

/** The operation that adds a wish as the last. */
export function addition(maker: Maker, text: string): Operation {
  const on = maker.wishes.filter((wish) => !wish.off).length;
  const list = [...maker.path, "preferences"];
  return on ? { op: "insert", at: [...list, on], value: text } : { op: "set", at: list, value: [text] };
}

/** Adds a wish; what would follow is shown while it is being written. */
export function AddWish({ maker }: { maker: Maker }) {
  const [isOpen, open] = useState(false);
  const [text, write] = useState("");
  const preview = useRef(latest((op: Operation) => dry([op]))).current;
  const leave = () => { preview.forget(); putBack(); open(false); write(""); };
  const add = async () => {
    preview.forget();
    if (text.trim() && (await edit([addition(maker, text.trim())]))) { open(false); write(""); }
  };
  if (!isOpen) return <button class="add" data-testid="add-wish" onClick={() => open(true)}>+ {t("model.add_wish")}</button>;
  return (
    <form class="adding" onSubmit={(event) => { event.preventDefault(); void add(); }}
      onKeyDown={(event) => { if (event.key === "Escape") leave(); }}>
      <label>{t("model.new_wish")}
        <input value={text} data-testid="new-wish" spellcheck={false} ref={(input) => input?.focus()}
          onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <button class="main" type="submit" disabled={!text.trim()}>{t("model.add")}</button>
      <button type="button" onClick={leave}>{t("model.cancel")}</button>
    </form>
  );
}
