import { useStore } from "../store";
import { t } from "../words";
import { useDesk } from "./desk";
import { Dropping } from "./Dropping";
import { openReport } from "./work";

/** The reports of the case, each with what is left to check; and where to drop more. */
export function Shelf({ isOver }: { isOver: boolean }) {
  const lines = useStore((state) => state.overview?.reports ?? []);
  const { view } = useDesk();
  return (
    <nav class="pane shelf" aria-label={t("reports.shelf")}>
      <h2>{t("reports.shelf")}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <button data-testid={`report-${line.id}`} aria-current={line.id === view?.id ? "true" : undefined} onClick={() => void openReport(line.id)}>
              <b lang={line.language ?? undefined} dir="auto">{line.title || line.name}</b>
              <span class="quiet">
                {[line.id, line.date, line.language?.toUpperCase(), line.outlet].filter(Boolean).join(" · ")}
                {" · "}
                {line.to_check ? t("reports.to_check", { count: line.to_check }) : t("reports.all_checked")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Dropping isOver={isOver} />
    </nav>
  );
}
