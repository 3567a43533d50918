// Keys: one a decision. They do nothing while words are written, and can be turned off.
import { useEffect } from "preact/hooks";
import { onDesk, setDesk } from "./desk";
import { addFromSelection } from "./selection";
import { decide, redo, step, undo } from "./work";

const KEYS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => void decide("accept"),
  r: () => void decide("reject"),
  e: editCurrent,
  n: () => void addFromSelection(),
  u: () => void undo(),
};

export function editCurrent(): void {
  const { current } = onDesk();
  if (current) setDesk({ form: { kind: "edit", item: current } });
}

/** Whether a key is written into a field, or is another program's. */
function isWritten(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const isField = target?.closest("input, textarea, select, [contenteditable], [role=combobox]") != null;
  return isField || event.isComposing || event.altKey || event.ctrlKey || event.metaKey;
}

export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && letter === "z" && !isField(event)) {
        event.preventDefault();
        return void (event.shiftKey ? redo() : undo());
      }
      if (isWritten(event)) return;
      if (event.key === "?") return setDesk({ help: !onDesk().help });
      if (event.key === "Escape" && onDesk().form) return setDesk({ form: null });
      if (!onDesk().keys || onDesk().form || event.shiftKey) return;
      const act = KEYS[letter];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

const isField = (event: KeyboardEvent): boolean =>
  (event.target as HTMLElement | null)?.closest("input, textarea, select") != null;
