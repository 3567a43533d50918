import { askWhy } from "../../actions";
import { Letter, classOf } from "../../parts/Maker";
import type { ModelDocument, Why } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { clauseAt } from "../reading";
import { Deciders, type Deciding } from "./Deciders";
import { EvidencePane } from "./EvidencePane";

type Side = Why["makers"][number];

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
  const technical = useStore((state) => state.technical);
  const state = document.states[why.state - 1];
  return (
    <>
      <div class="whyhead">
        <h2>{t("model.why")}</h2>
        <button class="sign" aria-label={t("model.why_close")} onClick={() => void askWhy(null)}>✕</button>
      </div>
      <h3 data-testid="why-title">
        {technical && <span class="number">{why.state} </span>}
        {state?.words || why.state}{why.title && ` · ${why.title}`}
      </h3>
      {technical && state && <p><code>{state.form}</code></p>}
      {why.words.map((words) => <p key={words} class="text">{words}</p>)}
      {why.makers.map((side) => <Stays key={side.maker} side={side} why={why} document={document} />)}
    </>
  );
}

/** Why one side stays or leaves: in words, or move by move. */
function Stays({ side, why, document }: { side: Side; why: Why; document: ModelDocument }) {
  const members = side.maker.split("+").flatMap((id) => document.makers.find((maker) => maker.id === id) ?? []);
  const isPlain = why.concept === "hold";
  return (
    <details open class={`side ${classOf(members[0]?.colour ?? 0)}`}>
      <summary>
        {members.map((maker) => <Letter key={maker.id} letter={maker.letter} colour={maker.colour} />)}
        <b>{members.map((maker) => maker.name).join(" + ")}</b>{" "}
        <span class={side.stays ? "gained" : "lost"}>{t(side.stays ? "model.stays" : "model.leaves")}</span>
      </summary>
      <p class="text">{side.lead}</p>
      {isPlain ? <Moves side={side} why={why} document={document} /> : (
        <>
          {side.points.length > 0 && <ul class="text">{side.points.map((point) => <li key={point}>{point}</li>)}</ul>}
          {side.close.map((words) => <p key={words} class="text">{words}</p>)}
          <Deciders decides={side.decides} quotes={why.quotes ?? {}} />
        </>
      )}
    </details>
  );
}

/** The moves that tempt a side, how they are answered, and the wishes each of them hangs on. */
function Moves({ side, why, document }: { side: Side; why: Why; document: ModelDocument }) {
  const points = [...new Set(side.moves.map((move) => move.point))];
  const quotes = why.quotes ?? {};
  const nameOf = (id: string) => document.makers.find((maker) => maker.id === id)?.name ?? id;
  return (
    <ol class="moves">
      {points.map((point) => {
        const moves = side.moves.filter((move) => move.point === point);
        const decides = side.decides.filter((each) => each.point === point);
        const gains = (each: Deciding) => moves.some((move) =>
          move.maker === each.maker && move.end === each.better && move.start === each.worse);
        return (
          <li key={point}>
            {moves.map((move) => (
              <div key={`${move.start}-${move.end}`} data-kind={move.kind}>
                <p class="text">{move.kind === "leaves" ? move.words : t("model.answered", { words: move.words })}</p>
                <Deciders quotes={quotes} lead={t("model.gains_by", { name: nameOf(move.maker) })}
                  decides={decides.filter((each) => each.maker === move.maker && each.better === move.end && each.worse === move.start)} />
              </div>
            ))}
            <Deciders quotes={quotes} lead={t("model.no_gain_left", { name: nameOf(side.maker) })}
              decides={decides.filter((each) => !gains(each))} />
          </li>
        );
      })}
    </ol>
  );
}
