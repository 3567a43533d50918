import { Component } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { ReportLine } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { useDesk } from "./desk";
import { Dropping } from "./Dropping";
import { useNear } from "./near";
import { openReport } from "./work";

const NONE: ReportLine[] = [];
const SOUGHT = 12; // reports; of more, one is sought by its words
const MANY = 80; // reports; of more, only those near what is seen are whole

/** The reports of the case, each with what is left to check; and where to drop more. */
export function Shelf({ isOver }: { isOver: boolean }) {
  const lines = useStore((state) => state.overview?.reports) ?? NONE;
  const language = useStore((state) => state.language);
  const { view } = useDesk();
  const [sought, seek] = useState("");
  const listed = useMemo(() => lines.filter((line) => has(line, sought)), [lines, sought]);
  return (
    <nav class="pane shelf" aria-label={t("reports.shelf")}>
      <h2>{t("reports.shelf")}</h2>
      {lines.length > SOUGHT && (
        <input type="search" class="seek" data-testid="seek-report" aria-label={t("reports.seek")} placeholder={t("reports.seek")}
          value={sought} onInput={(event) => seek(event.currentTarget.value)} />
      )}
      <ul>
        {listed.map((line) => (
          <Slot key={line.id} line={line} isCurrent={line.id === view?.id} areMany={listed.length > MANY} language={language} />
        ))}
      </ul>
      <Dropping isOver={isOver} />
    </nav>
  );
}

/** Whether a report has all words that are sought, in its title, outlet, day or number. */
function has(line: ReportLine, sought: string): boolean {
  const all = [line.id, line.title, line.name, line.outlet, line.date].join(" ").toLowerCase();
  return sought.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

interface LineProps { line: ReportLine; isCurrent: boolean; areMany: boolean; language: string }

/** A report of the shelf; drawn anew only where it is another, since there may be a thousand. */
class Slot extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const { line, ...rest } = this.props;
    return JSON.stringify(line) !== JSON.stringify(next.line) || rest.isCurrent !== next.isCurrent
      || rest.areMany !== next.areMany || rest.language !== next.language;
  }

  override render(props: LineProps) {
    return <Line {...props} />;
  }
}

function Line({ line, isCurrent, areMany }: LineProps) {
  const root = useRef<HTMLLIElement>(null);
  const isWhole = useNear(root, areMany) || isCurrent;
  return (
    <li ref={root} data-testid={isWhole ? undefined : `report-${line.id}`}>
      {isWhole && (
        <button data-testid={`report-${line.id}`} aria-current={isCurrent ? "true" : undefined} onClick={() => void openReport(line.id)}>
          <b lang={line.language ?? undefined} dir="auto">{line.title || line.name}</b>
          <span class="quiet">
            {[line.id, line.date, line.language?.toUpperCase(), line.outlet].filter(Boolean).join(" · ")}
            {" · "}
            {line.to_check ? t("reports.to_check", { count: line.to_check }) : t("reports.all_checked")}
          </span>
        </button>
      )}
    </li>
  );
}
