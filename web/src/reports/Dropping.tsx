import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import { useDesk, type Drop } from "./desk";
import { filesOf } from "./entries";
import { dropFiles, stopReading } from "./work";

/** Takes files dropped anywhere on the page; tells whether some are held over it. */
export function useDropping(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void filesOf(event.dataTransfer).then(dropFiles);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}

/** Where reports are dropped, or chosen; and what became of each file. */
export function Dropping({ isOver, isFirst = false }: { isOver: boolean; isFirst?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const { drops } = useDesk();
  const take = () => {
    const files = [...(input.current?.files ?? [])];
    if (input.current) input.current.value = "";
    if (files.length) void dropFiles(files);
  };
  return (
    <div class="dropping">
      <button class="drop" data-testid="drop" data-over={isOver || undefined} onClick={() => input.current?.click()}>
        <b>{t(isFirst ? "reports.drop_first" : "reports.drop")}</b>
        <span>{t("reports.drop_kinds")}</span>
        <span class="quiet">{t("reports.drop_local")}</span>
      </button>
      <input ref={input} type="file" multiple hidden data-testid="files" aria-label={t("reports.choose")} onChange={take} />
      {drops.length > 0 && (
        <ul class="drops" aria-label={t("reports.dropped")} aria-live="polite">
          {drops.map((drop, place) => <Outcome key={place} drop={drop} />)}
        </ul>
      )}
    </div>
  );
}

const SIGNS = { waiting: "·", reading: "…", read: "✓", refused: "✗" };

function Outcome({ drop }: { drop: Drop }) {
  const notes = drop.outcome?.notes ?? [];
  return (
    <li data-state={drop.state}>
      <span aria-hidden="true">{SIGNS[drop.state]}</span>{" "}
      <b dir="auto">{drop.outcome?.name ?? drop.name}</b> <span>{became(drop)}</span>
      {drop.state === "reading" && drop.of ? (
        <span class="howfar">
          <progress max={drop.of} value={drop.done ?? 0} aria-label={t("reports.reading")} />
          <button data-testid="stop-reading" onClick={() => void stopReading(drop)}>{t("reports.stop")}</button>
        </span>
      ) : null}
      {notes.length > 0 && (
        <details>
          <summary>{t("reports.left_out", { count: notes.length })}</summary>
          <ul>{notes.map((note, place) => <li key={place}>{note}</li>)}</ul>
        </details>
      )}
    </li>
  );
}

/** What became of a file, in words. */
function became(drop: Drop): string {
  const { outcome } = drop;
  if (drop.state === "refused") return drop.message ?? "";
  if (!outcome && drop.of) return t("reports.reading_many", { done: drop.done ?? 0, of: drop.of });
  if (!outcome) return t(`reports.${drop.state}`);
  if (outcome.events) return t("reports.read_events", { count: outcome.events });
  if (outcome.count === outcome.already) return t("reports.read_before", { count: outcome.count });
  if (outcome.count > 1) return t("reports.read_many", { count: outcome.count });
  return t("reports.read_one", { id: outcome.reports[0]?.id ?? "", count: outcome.reports[0]?.items ?? 0 });
}
