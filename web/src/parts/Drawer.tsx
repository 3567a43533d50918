// A drawer at the side of any screen; it is closed with Esc, and gives the focus back.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { update } from "../store";
import { t } from "../words";

export function Drawer({ title, id, children }: { title: string; id: string; children: ComponentChildren }) {
  const close = () => update({ drawer: null });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    const leave = (event: KeyboardEvent) => { if (event.key === "Escape" && !event.defaultPrevented) close(); };
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("keydown", leave);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <aside class="drawer" aria-labelledby={`drawer-${id}`} data-testid={`drawer-${id}`}>
      <header>
        <h2 id={`drawer-${id}`} tabIndex={-1} ref={heading}>{title}</h2>
        <button data-testid="drawer-close" onClick={close}>{t("shell.close")} <kbd>Esc</kbd></button>
      </header>
      {children}
    </aside>
  );
}
