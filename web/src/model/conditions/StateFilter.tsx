import { useEffect, useState } from "preact/hooks";
import { useStore } from "../../store";
import { t } from "../../words";
import { lazily } from "../../parts/lazily";
import { readCondition } from "./reading";

const ConditionBuilder = lazily(async () => (await import("./ConditionBuilder")).ConditionBuilder);

/** Shows only the states in which a condition holds; tells one sign a state, or nothing while all are shown. */
export function StateFilter({ onStates }: { onStates: (states: string) => void }) {
  const version = useStore((state) => state.document?.version);
  const isOptions = useStore((state) => state.document?.form === "option" && state.document.shown !== "sets");
  const [isOpen, open] = useState(false);
  const [text, type] = useState("");
  useEffect(() => {
    if (!text) return onStates("");
    let isOver = false;
    readCondition(text).then((read) => { if (!isOver && !read.fault) onStates(read.states); }).catch(() => undefined);
    return () => { isOver = true; };
  }, [text, version]);
  if (!isOptions) return null;
  const leave = () => { open(false); type(""); };
  return (
    <>
      <button type="button" aria-expanded={isOpen} aria-pressed={text !== ""} data-testid="filter" onClick={() => (isOpen ? leave() : open(true))}>
        {t(isOpen ? "editing.all_states" : "editing.only_where")}
      </button>
      {isOpen && (
        <div class="filter">
          <ConditionBuilder text="" label={t("editing.only_where")} onChange={(wanted, read) => { if (read || !wanted) type(wanted); }} />
        </div>
      )}
    </>
  );
}
