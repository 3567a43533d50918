import type { Change, ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";

/** What a change did to the answers: in words, or concept by concept. */
export function ChangeLine() {
  const document = useStore((state) => state.document);
  const change = useStore((state) => state.preview?.change ?? state.change);
  const isPreview = useStore((state) => state.preview !== null);
  const technical = useStore((state) => state.technical);
  const isCounted = technical && change !== null && (change.concepts.length > 0 || isOfStatusQuo(change));
  return (
    <div class="changeline" data-testid="diff" tabIndex={0} role="group" aria-label={t("model.this_change")}>
      {change && document && (
        <>
          <span class="tag" data-preview={isPreview}>{isPreview ? t("model.preview") : t("model.this_change")}</span>
          {isCounted ? <Counted change={change} document={document} /> : <span>{change.plain.join(" ")}</span>}
        </>
      )}
    </div>
  );
}

const isOfStatusQuo = (change: Change): boolean =>
  change.status_quo_gained.length + change.status_quo_lost.length > 0;

function Counted({ change, document }: { change: Change; document: ModelDocument }) {
  const name = (concept: string) => document.concepts?.[concept] ?? concept;
  return (
    <>
      {isOfStatusQuo(change) && (
        <span>
          <b>{t("model.status_quo", { number: document.status_quo ?? "" })}</b>
          {change.status_quo_gained.map((concept) => <span key={concept} class="gained"> +{name(concept)}</span>)}
          {change.status_quo_lost.map((concept) => <span key={concept} class="lost"> −{name(concept)}</span>)}
        </span>
      )}
      {change.concepts.map((cell) => (
        <span key={cell.concept}>
          <b>{name(cell.concept)}</b> <span class="quiet">{cell.before} → {cell.after}</span>
          {cell.gained.length > 0 && <span class="gained"> +{cell.gained.length}</span>}
          {cell.lost.length > 0 && <span class="lost"> −{cell.lost.length}</span>}
        </span>
      ))}
    </>
  );
}
