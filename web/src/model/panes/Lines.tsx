import { useState } from "preact/hooks";
import { Letter } from "../../parts/Maker";
import type { Maker } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { ClauseEditor } from "./ClauseEditor";
import { ClauseRow } from "./ClauseRow";

/** The red lines of each decision maker: what it will not live with. */
export function Lines() {
  const document = useStore((state) => state.document);
  if (!document) return null;
  return (
    <>
      <p class="quiet">{t("editing.about_lines")}</p>
      {document.makers.map((maker) => <LinesOf key={maker.id} maker={maker} isEditable={document.editable} />)}
    </>
  );
}

function LinesOf({ maker, isEditable }: { maker: Maker; isEditable: boolean }) {
  const part = useStore((state) => state.part);
  const own = maker.red_lines.find((line) => line.path.join() === part?.join());
  const [opened, open] = useState(own ? own.path.join() : "");
  const leave = () => open("");
  return (
    <section class="of-maker">
      <h2><Letter {...maker} /> {maker.name}</h2>
      {maker.red_lines.length === 0 && opened !== "new" && <p class="quiet">{t("editing.no_lines")}</p>}
      <ul class="clauses">
        {maker.red_lines.map((line, place) => (
          <ClauseRow key={`${line.text}-${place}`} clause={line} isEditable={isEditable} testid={`line-${maker.id}-${place + 1}`}
            onEdit={() => open(line.path.join())}>
            {opened === line.path.join() && <ClauseEditor kind="line" path={line.path} onClose={leave} />}
          </ClauseRow>
        ))}
      </ul>
      {opened === "new"
        ? <ClauseEditor kind="line" path={[...maker.path, "red_lines"]} isNew onClose={leave} />
        : isEditable && <button type="button" data-testid={`add-line-${maker.id}`} onClick={() => open("new")}>+ {t("editing.add_line")}</button>}
    </section>
  );
}
