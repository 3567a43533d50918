// Keys of all screens: taking a step back, and going from pane to pane.
import { redo, undo } from "./actions";
import { current, update, type Screen } from "./store";

/** Where decisions on reports are taken back instead, which is another thing. */
const OF_REPORTS: Screen[] = ["reports", "dossier", "cases"];

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    && !/^(checkbox|radio)$/.test((target as HTMLInputElement).type));

/** Listens for them. */
export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (event.key === "F6") {
      event.preventDefault();
      nextPane(event.shiftKey ? -1 : 1);
    }
    if (event.key === "?" && current().screen !== "reports" && !isWriting(event.target)) {
      event.preventDefault();
      update({ drawer: current().drawer === "keys" ? null : "keys" });
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
    if (OF_REPORTS.includes(current().screen)) return;
    const key = event.key.toLowerCase();
    const { can_undo: canUndo, can_redo: canRedo } = current().document ?? {};
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && !isRedo) return;
    event.preventDefault();
    if (isRedo ? canRedo : canUndo) void (isRedo ? redo() : undo());
  });
}

const REACHED = "button:not(:disabled), a[href], input, select, textarea, summary, [tabindex]";

/** Brings the focus to the first thing in the next pane that has one. */
function nextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>("header.head, main .pane")]
    .filter((pane) => first(pane) !== undefined);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length] ?? panes[0];
  if (next) first(next)?.focus();
}

const first = (pane: HTMLElement): HTMLElement | undefined =>
  [...pane.querySelectorAll<HTMLElement>(REACHED)].find((each) => each.tabIndex >= 0 && each.offsetParent !== null);
