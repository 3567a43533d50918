import { askWhy, go, light } from "../../actions";
import type { Answers, ModelDocument } from "../../shapes";
import { t } from "../../words";

const MOST = 4;

/** Where else it holds: under every concept by number, or by itself, in words. */
export function Standing({ document, answers, technical }: {
  document: ModelDocument; answers: Answers; technical: boolean;
}) {
  const states = technical ? (answers.strong_states ?? []) : byThemselves(answers);
  const lead = technical ? (answers.strong ?? "") : states.length ? t("model.by_themselves") : "";
  if (!lead) return null;
  return (
    <p class="text standing">
      {lead}{" "}
      {states.slice(0, technical ? states.length : MOST).map((state) => (
        <button key={state} class="strong" title={document.states[state - 1]?.words}
          onClick={() => { go("model"); void askWhy({ state, concept: "hold" }); }}
          onPointerEnter={() => light(state)} onPointerLeave={() => light(null)}>
          {state}{!technical && <span> {document.states[state - 1]?.words}</span>}
        </button>
      ))}
      {!technical && states.length > MOST && <span class="quiet"> {t("model.and_more", { count: states.length - MOST })}</span>}
    </p>
  );
}

const byThemselves = (answers: Answers): number[] =>
  [...answers.rungs].flatMap((rung, index) => (rung === "3" && index + 1 !== answers.status_quo ? [index + 1] : []));
