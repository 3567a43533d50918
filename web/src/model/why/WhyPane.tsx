import { askWhy, cite } from "../../actions";
import { Letter, classOf } from "../../parts/Maker";
import { Sentence } from "../../parts/Sentence";
import type { ModelDocument, Why } from "../../shapes";
import { update, useStore } from "../../store";
import { t } from "../../words";
import { EvidencePane, clauseAt } from "./EvidencePane";

type Side = Why["makers"][number];
type Deciding = Side["decides"][number];

/** Why a state holds or does not; or what a part of the model rests on. */
export function WhyPane() {
  const why = useStore((state) => state.why);
  const cited = useStore((state) => state.cited);
  const document = useStore((state) => state.document);
  const clause = document && cited ? clauseAt(document, cited) : null;
  return (
    <div data-testid="why" aria-live="polite">
      {clause && document ? <EvidencePane clause={clause} document={document} />
        : why && document ? <Verdict why={why} document={document} />
        : <><h2>{t("model.why")}</h2><p class="quiet">{t("model.why_empty")}</p></>}
    </div>
  );
}

function Verdict({ why, document }: { why: Why; document: ModelDocument }) {
  return (
    <>
      <div class="whyhead">
        <h2>{t("model.why")}</h2>
        <button class="sign" aria-label={t("model.why_close")} onClick={() => void askWhy(null)}>✕</button>
      </div>
      <h3 data-testid="why-title">{why.title}</h3>
      {why.words.map((words) => <p key={words} class="lead">{words}</p>)}
      {why.makers.map((side) => <Stays key={side.maker} side={side} why={why} document={document} />)}
    </>
  );
}

function Stays({ side, why, document }: { side: Side; why: Why; document: ModelDocument }) {
  const members = side.maker.split("+").flatMap((id) => document.makers.find((maker) => maker.id === id) ?? []);
  const colour = members[0]?.colour ?? 0;
  const decided = side.decides.filter((each, index) =>
    side.decides.findIndex((other) => other.path.join("\n") === each.path.join("\n")) === index && each.path.length > 0);
  return (
    <details open class={`side ${classOf(colour)}`}>
      <summary>
        {members.map((maker) => <Letter key={maker.id} letter={maker.letter} colour={maker.colour} />)}
        <b>{members.map((maker) => maker.name).join(" + ")}</b>{" "}
        <span class={side.stays ? "gained" : "lost"}>{t(side.stays ? "model.stays" : "model.leaves")}</span>
      </summary>
      <p class="text">{side.lead}</p>
      {side.points.length > 0 && <ul class="text">{side.points.map((point) => <li key={point}>{point}</li>)}</ul>}
      {side.close.map((words) => <p key={words} class="text">{words}</p>)}
      {decided.map((each) => <Decider key={each.path.join("\n")} each={each} why={why} />)}
    </details>
  );
}

/** What decides, and the sentences it rests on. */
function Decider({ each, why }: { each: Deciding; why: Why }) {
  const quotes = each.evidence.flatMap((key) => why.quotes?.[key] ?? []);
  return (
    <div class="decider">
      <p>
        {t("model.decided_by")}{" "}
        <button class="link" onClick={() => { update({ maker: each.maker }); cite(each.path); }}>
          {each.place ? t("model.wish_number", { place: each.place, words: each.words }) : each.words}
        </button>
      </p>
      {each.because && <p class="quiet">{each.because}</p>}
      {quotes.map((quote) => <Sentence key={quote.reference} quote={quote} />)}
    </div>
  );
}
