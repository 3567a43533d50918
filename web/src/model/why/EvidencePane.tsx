import { cite, seekEvidence } from "../../actions";
import { Sentence } from "../../parts/Sentence";
import type { Clause, ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";

/** What a wish or a line rests on: why it is there, and the sentences. */
export function EvidencePane({ clause, document }: { clause: Clause; document: ModelDocument }) {
  const technical = useStore((state) => state.technical);
  const hasReports = useStore((state) => Boolean(state.overview?.reports.length));
  const quotes = clause.evidence.flatMap((key) => document.quotes?.[key] ?? []);
  return (
    <>
      <div class="whyhead">
        <h2>{t("model.rests_on")}</h2>
        <button class="sign" aria-label={t("model.why_close")} onClick={() => cite(null)}>✕</button>
      </div>
      <h3 class="text" data-testid="why-title">{clause.words}</h3>
      {technical && <p><code>{clause.text}</code></p>}
      {clause.because && <p class="text">{clause.because}</p>}
      {quotes.map((quote) => <Sentence key={quote.reference} quote={quote} />)}
      {!quotes.length && <p class="quiet">{t("model.no_evidence")}</p>}
      {hasReports && document.editable && (
        <button class="add" data-testid="add-evidence" onClick={() => seekEvidence(clause.path, clause.words)}>{t("point.add_evidence")}</button>
      )}
    </>
  );
}
