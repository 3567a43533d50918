import { useState } from "preact/hooks";
import { useNames } from "../parts/makers";
import { isUnderWay, useJob } from "../parts/jobs";
import { Progress } from "../parts/Progress";
import { Sentence } from "../parts/Sentence";
import { SheetView } from "../parts/SheetView";
import type { Flip, Rest } from "../shapes";
import { useParts, useStore } from "../store";
import { t } from "../words";
import { toWish } from "./wish";

const FIRST = 6;

/** What the answers rest on: the single changes that flip each, with the sentences behind them. */
export function RestsOn() {
  const version = useStore((state) => state.document?.version);
  const work = useJob();
  const [all, showAll] = useState(false);
  const rests = work.job?.rests;
  const stale = rests && work.job?.version !== version;
  const answers = rests ? (all ? rests.answers : rests.answers.slice(0, FIRST)) : [];
  return (
    <section class="pane rests" aria-labelledby="rests-head" data-testid="rests">
      <div class="formrow">
        <h2 id="rests-head">{t("compare.rests")}</h2>
        <button class={rests && !stale ? "" : "main"} data-testid="recount" disabled={isUnderWay(work.job)}
          onClick={() => work.begin("rests-on")}>
          {rests ? t("compare.recount") : t("compare.count")}
        </button>
      </div>
      <p class="quiet">{t("compare.rests_about")}</p>
      {stale && <p role="status"><strong>{t("compare.stale")}</strong></p>}
      <Progress work={work} />
      {answers.map((answer, place) => (
        <article key={place} class="rest">
          <p><strong><Lead answer={answer} /></strong></p>
          {answer.flips.map((flip, at) => <FlipLine key={at} flip={flip} />)}
          {answer.sentences.map((sentence) => <p key={sentence} class="quiet">{sentence}</p>)}
        </article>
      ))}
      {rests && rests.answers.length > FIRST && (
        <button aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? t("compare.fewer") : t("compare.all", { count: rests.answers.length })}
        </button>
      )}
      {rests && rests.find_out.blocks.length > 0 && (
        <><h3>{t("compare.find_out")}</h3><SheetView sheet={rests.find_out} /></>
      )}
    </section>
  );
}

/** What an answer is: in plain words, or with the concepts by their names. */
function Lead({ answer }: { answer: Rest }) {
  const { technical, document } = useParts("technical", "document");
  const name = useNames();
  if (technical) return <>{answer.words}</>;
  const rung = answer.concepts.includes("nash") ? "3" : answer.concepts.includes("seq") ? "2" : "1";
  const table = document?.tables.find((one) => one.id === answer.table)?.name ?? t("tables.everybody");
  const key = answer.kind === "equilibrium" ? `holds_${rung}` : answer.kind;
  const words = t(`compare.rest_${key}`, { state: answer.state ? name(answer.state) : "", table });
  const share = answer.of ? Math.floor((100 * answer.stands) / answer.of) : null;
  return <>{words}{share !== null && <span class="quiet"> · {t("compare.rest_share", { share })}</span>}</>;
}

/** One change that flips an answer: the sentences it rests on, and the way to the wish. */
function FlipLine({ flip }: { flip: Flip }) {
  const quotes = useStore((state) => state.document?.quotes);
  return (
    <div class="flip">
      <p>
        {flip.words}{" "}
        {flip.kind === "statement" && (
          <button class="link" onClick={() => toWish(flip.maker, flip.place)}>{t("compare.edit")}</button>
        )}
      </p>
      {flip.evidence.length > 0 && (
        <details>
          <summary>{t("compare.sentences", { count: flip.evidence.length })}</summary>
          {flip.evidence.map((name) => {
            const quote = quotes?.[name];
            return quote ? <Sentence key={name} quote={quote} /> : <p key={name}>{name}</p>;
          })}
        </details>
      )}
    </div>
  );
}
