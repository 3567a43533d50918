// Arrow keys among things of which one can be reached with Tab.

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves between the buttons of a bar, and presses the one that is reached. */
export function byKeys(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(event.target as HTMLElement);
  const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1
    : event.key in STEPS ? (at + (STEPS[event.key] ?? 0) + buttons.length) % buttons.length : -1;
  if (at < 0 || to < 0) return;
  event.preventDefault();
  buttons[to]?.focus();
  buttons[to]?.click();
}
