// The drawer of the history: what was done to the model, by whom and when, and the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import { undo } from "../actions";
import type { AsItWas, Step, Steps } from "../shapes";
import { useParts } from "../store";
import { t } from "../words";
import { Drawer } from "./Drawer";
import { goBackTo, lookBack, stepsOf, toNow } from "./steps";

/** The steps of the model in view, the newest first; empty until they are there. */
function useSteps(): { steps: Step[]; more: boolean; gone: boolean; older: () => void } {
  const { file, document, language, past } = useParts("file", "document", "language", "past");
  const version = past?.now ?? document?.version;
  const [listed, list] = useState<Steps>({ steps: [], more: false, gone: false });
  const last = useRef<string | null>(null);
  useEffect(() => {
    last.current = file;
    if (!file) return;
    void stepsOf(file).then((newest) => { if (newest && last.current === file) list(newest); });
  }, [file, version, language, document?.can_undo, document?.can_redo]);
  const older = () => {
    const first = listed.steps.at(-1);
    if (!file || !first) return;
    void stepsOf(file, first.id).then((rest) => {
      if (rest && last.current === file) list({ ...rest, steps: [...listed.steps, ...rest.steps] });
    });
  };
  return { ...listed, older };
}

export function History() {
  const { file, document, language, past, session } = useParts("file", "document", "language", "past", "session");
  const { steps, more, gone, older } = useSteps();
  const [broken, setBroken] = useState<AsItWas | null>(null);
  const now = past?.now ?? document?.version;
  const current = steps[0]?.version === now ? steps[0] : undefined;
  const canChange = !session?.read_only && !gone;
  const look = async (step: Step) => {
    if (step === current) return void toNow();
    const was = await lookBack(step);
    setBroken(was && !was.document ? was : null);
  };
  return (
    <Drawer title={t("history.title", { file: file ?? "" })} id="history">
      {gone && (
        <p class="gone" role="alert">
          {t("history.gone", { file: file ?? "" })}
          <button class="main" data-testid="put-back" onClick={() => void undo()}>{t("history.put_back_now")}</button>
        </p>
      )}
      {steps.length < 2 && <p class="quiet">{t("history.empty")}</p>}
      <ol class="steps" data-testid="steps">
        {steps.map((step) => (
          <li key={step.id} data-kind={step.first ? "first" : step.kind} data-testid={`step-${step.id}`}
            aria-current={past?.step.id === step.id ? "true" : undefined}>
            <p>
              {step.words}
              {step === current && <span class="stepmark">{t("history.now")}</span>}
            </p>
            <p class="quiet">
              <time dateTime={step.when}>{moment(step.when, language)}</time>
              {step.kind === "outside" && !step.first && <span class="stepmark" data-kind="outside">{t("history.from_outside")}</span>}
              {step.who && <span>{t("history.by", { who: step.who })}</span>}
            </p>
            {(step !== current || past) && (
              <div class="ways">
                <button aria-pressed={past?.step.id === step.id} aria-label={`${step === current ? t("history.to_now") : t("history.look")}: ${step.words}`}
                  data-testid={`look-${step.id}`} onClick={() => void look(step)}>
                  {step === current ? t("history.to_now") : t("history.look")}
                </button>
                {canChange && step !== current && (
                  <button aria-label={`${t("history.go_back")}: ${step.words}`} data-testid={`back-${step.id}`}
                    onClick={() => void goBackTo(step.id)}>
                    {t("history.go_back")}
                  </button>
                )}
              </div>
            )}
            {broken?.step.id === step.id && <Text was={broken} />}
          </li>
        ))}
      </ol>
      {more && <button data-testid="older" onClick={older}>{t("history.older")}</button>}
    </Drawer>
  );
}

/** The text of a file that was not sound then, with what was wrong in it. */
function Text({ was }: { was: AsItWas }) {
  return (
    <details open>
      <summary>{t("history.text_then")}</summary>
      {was.faults.map((fault) => <p key={fault.message} class="fault">{fault.line ? `${fault.line}:${fault.column} ` : ""}{fault.message}</p>)}
      <pre tabIndex={0}>{was.text}</pre>
    </details>
  );
}

/** What stands above the screen while it shows what is past. */
export function Past() {
  const { past, language, session } = useParts("past", "language", "session");
  if (!past) return null;
  return (
    <div class="note" role="status" data-kind="warning" data-testid="past">
      <span>{t("history.looking")} <b>{past.step.words}</b>, {moment(past.step.when, language)}</span>
      {!session?.read_only && (
        <button data-testid="past-back" onClick={() => void goBackTo(past.step.id)}>{t("history.go_back")}</button>
      )}
      <button class="main" data-testid="past-now" onClick={() => void toNow()}>{t("history.to_now")}</button>
    </div>
  );
}

/** A moment as the reader's language and clock have it. */
function moment(when: string, language: string): string {
  const form = new Intl.DateTimeFormat(language === "id" ? "id-ID" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
  return form.format(new Date(when));
}
