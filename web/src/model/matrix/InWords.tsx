import type { ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { wordsOf } from "./rows";

/** The state pointed at, or asked about, in words; the line is there always. */
export function InWords({ document }: { document: ModelDocument }) {
  const state = useStore((all) => all.lit ?? all.asked?.state ?? document.status_quo);
  const technical = useStore((all) => all.technical);
  if (!state) return <p class="inwords quiet">{t("model.point_at")}</p>;
  return (
    <p class="inwords" data-testid="in-words">
      <b class="number">{state}</b> {wordsOf(document, state)}
      {technical && <code> {document.states[state - 1]?.form}</code>}
    </p>
  );
}
