import { useStore } from "../../store";
import { WIDE } from "./columns";

/** The column of the state pointed at, and that of the one asked about. */
export function Lit({ columns }: { columns: readonly number[] }) {
  const lit = useStore((state) => state.lit);
  const asked = useStore((state) => state.asked?.state ?? null);
  const at = (state: number | null) => (state === null ? -1 : columns.indexOf(state));
  return (
    <>
      {at(asked) >= 0 && <div class="column asked" style={{ transform: `translateX(${at(asked) * WIDE}px)` }} />}
      {at(lit) >= 0 && <div class="column lit" style={{ transform: `translateX(${at(lit) * WIDE}px)` }} />}
    </>
  );
}
