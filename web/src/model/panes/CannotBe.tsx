import { useState } from "preact/hooks";
import type { Clause } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { choiceFor, choicesOf, type Choice } from "../conditions/names";
import { ClauseRow } from "./ClauseRow";
import { RuleEditor } from "./RuleEditor";

/** How a rule is told: some options after what is said of them all, else as what cannot be. */
function sentenceOf(rule: Clause, choices: Choice[]): { lead: string; words?: string } {
  if (!["at_most_one", "at_least_one", "exactly_one"].includes(rule.kind)) return { lead: t("editing.rule_condition") };
  const named = rule.text.split(",").map((text) => text.trim());
  const words = named.map((text) => `“${choiceFor(choices, { text, option: null })?.words ?? text}”`).join(", ");
  return { lead: t(`editing.rule_${rule.kind}`), words };
}

/** What cannot be, a sentence each, with how many states it takes away. */
export function CannotBe() {
  const document = useStore((state) => state.document);
  const [opened, open] = useState("");
  if (!document) return null;
  const choices = choicesOf(document);
  const leave = () => open("");
  return (
    <>
      <p class="quiet">{t("editing.about_rules", { size: document.size_words })}</p>
      {document.infeasible.length === 0 && opened !== "new" && <p class="quiet">{t("editing.no_rules")}</p>}
      <ul class="clauses">
        {document.infeasible.map((rule, place) => (
          <ClauseRow {...sentenceOf(rule, choices)} key={`${rule.text}-${place}`} clause={rule} isEditable={document.editable} testid={`rule-${place + 1}`}
            note={rule.removes === null || rule.off ? undefined : t("editing.takes_away", { count: rule.removes })} onEdit={() => open(rule.path.join())}>
            {opened === rule.path.join() && <RuleEditor path={rule.path} onClose={leave} />}
          </ClauseRow>
        ))}
      </ul>
      {opened === "new"
        ? <RuleEditor path={null} onClose={leave} />
        : document.editable && <button type="button" data-testid="add-rule" onClick={() => open("new")}>+ {t("editing.add_rule")}</button>}
      {document.irreversible.length > 0 && (
        <>
          <h2>{t("editing.irreversible")}</h2>
          <ul class="clauses">
            {document.irreversible.map((barrier, place) => (
              <ClauseRow key={place} clause={barrier} isEditable={false} testid={`barrier-${place + 1}`} onEdit={leave} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
