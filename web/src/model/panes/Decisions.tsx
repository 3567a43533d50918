import { edit, showItem } from "../../actions";
import type { Open } from "../../shapes";
import { update, useStore } from "../../store";
import { t } from "../../words";
import { source } from "./file";
import { calledAt, paneOf } from "./naming";
import { stretchesOf, withoutQuestion } from "./questions";

/** What the draft left to a person, to be ticked off: each leads to its part. */
export function Decisions() {
  const document = useStore((state) => state.document);
  if (!document) return null;
  const settle = async (question: Open) => {
    const file = await source();
    if (file) await edit([{ op: "text", value: withoutQuestion(file.text, question.line, question.id) }]);
  };
  const lead = (question: Open) => update({ pane: paneOf(question.path, document.form === "graph"), part: question.path,
    maker: question.path[0] === "decision_makers" ? String(question.path[1]) : null });
  if (!document.open.length) return <p class="quiet">{t("editing.all_decided")}</p>;
  return (
    <>
      <p class="quiet">{t("editing.about_decisions", { count: document.open.length })}</p>
      <ul class="decisions">
        {document.open.map((question) => (
          <li key={question.id} data-testid={`decision-${question.id}`}>
            <p class="text">
              {stretchesOf(question.words).map((each, at) => typeof each === "string" ? each : (
                <button key={at} type="button" class="link" onClick={() => showItem(each.report, each.item)}>
                  {t(each.begins ? "editing.this_sentence_first" : "editing.this_sentence")}
                </button>
              ))}
            </p>
            <p class="doings">
              <small class="quiet">{question.path.length ? calledAt(document, question.path) : ""}</small>
              <button type="button" data-testid={`decide-${question.id}`} onClick={() => lead(question)}>{t("editing.go_to_part")}</button>
              {document.editable && <button type="button" data-testid={`settle-${question.id}`} onClick={() => void settle(question)}>✓ {t("editing.decided")}</button>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
