// Point at the sentence: what it can become in the model, filled in from its words, one click to add.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dry, edit, go, modelWay, putBack, say } from "../actions";
import { latest } from "../model/latest";
import { ask, RefusedError } from "../session";
import type { Choice, ModelDocument, Operation, Proposals, Take } from "../shapes";
import { current, update, useParts, useStore } from "../store";
import { t } from "../words";
import { setDesk } from "./desk";
import { Fields } from "./Fields";
import { firstOf, keyOf, labelOf, targetsOf } from "./pointing";
import { whose } from "./Sentence";

const close = (): void => { putBack(); update({ pointed: null }); };

/** The panel, where a sentence is pointed at. */
export function Point() {
  const { pointed, file } = useParts("pointed", "file");
  const before = useRef<Element | null>(null);
  // Before the panel takes the focus, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (pointed) before.current ??= document.activeElement;
    else if (before.current instanceof HTMLElement) {
      if (before.current.isConnected) before.current.focus();
      before.current = null;
    }
  }, [pointed]);
  if (!pointed) return null;
  return (
    <section class="pane pointing" role="dialog" aria-label={t("point.title")} data-testid="pointing"
      onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
      <button class="close" aria-label={t("shell.close")} onClick={close}>×</button>
      {file
        ? <Pointed key={`${pointed.item} ${pointed.as ?? ""}`} />
        : (
          <>
            <h2>{t("point.title")}</h2>
            <p>{t("point.no_model")}</p>
            <button class="main" ref={(button) => button?.focus()} onClick={() => { close(); setDesk({ drafting: true }); go("dossier"); }}>{t("dossier.draft")}</button>
          </>
        )}
    </section>
  );
}

/** Asks what can be made of the sentence in view, or what was changed of one choice. */
async function proposalsFor(take?: Take): Promise<Proposals | string> {
  const { pointed, language } = current();
  const body = { report: pointed?.report ?? "", item: pointed?.item ?? "", ...(take ? { take } : {}) };
  try {
    return await ask<Proposals>("POST", `${modelWay()}/proposals?lang=${language}`, body);
  } catch (error) {
    return error instanceof RefusedError ? error.message : t("shell.lost");
  }
}

function Pointed() {
  const { pointed, seeking, document: shown, language, technical } = useParts("pointed", "seeking", "document", "language", "technical");
  const [proposals, set] = useState<Proposals | null>(null);
  const [choices, list] = useState<Choice[]>([]);
  const [place, choose] = useState(0);
  const [fault, tell] = useState("");
  const head = useRef<HTMLHeadingElement>(null);
  // What was asked last, and of which choice: an answer to anything before it comes too late.
  const asked = useRef<{ take: Take; place: number } | null>(null);
  const asking = useMemo(() => latest(async (question: { take: Take; place: number }) => {
    const answer = await proposalsFor(question.take);
    const now = typeof answer === "string" ? undefined : answer.choices[0];
    if (!now || question !== asked.current) return;
    list((listed) => listed.map((choice, index) => (index === question.place ? { ...now, suggested: choice.suggested } : choice)));
  }), []);
  const change = (take: Take, at: number) => {
    list((listed) => listed.map((each, index) => (index === at ? { ...each, take, operations: [], ...partsOf(take) } : each)));
    asked.current = { take, place: at };
    asking.ask(asked.current);
  };
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    let isWanted = true;
    void proposalsFor().then((answer) => {
      if (!isWanted) return;
      if (typeof answer === "string") return tell(answer);
      set(answer);
      list(answer.choices);
      const first = firstOf(answer.choices, pointed?.as);
      choose(first);
      const choice = answer.choices[first];
      if (seeking && choice?.take.kind === "evidence") {
        change({ ...choice.take, owner: String(seeking.path[1] ?? ""), target: seeking.path }, first);
      }
    });
    return () => { isWanted = false; asking.forget(); };
  }, [language, shown?.version]);
  const choice = choices[place];
  const operations = choice?.operations as Operation[] | undefined;
  useEffect(() => {
    if (operations?.length) void dry(operations);
    else putBack();
  }, [choice]);
  const add = async () => {
    if (!operations?.length || !choice) return;
    const words = choice.words;
    if (!(await edit(operations))) return;
    update({ pointed: null, seeking: null, note: { kind: "said", text: t("point.added", { words }), action: { label: t("point.see"), run: () => go("model") } } });
    say(t("point.added", { words }));
  };
  if (fault) return <><h2>{t("point.title")}</h2><p role="alert">{fault}</p></>;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <h2 tabIndex={-1} ref={head} class="unseen">{t("point.title")}</h2>
      {!proposals && <p class="quiet">{t("dossier.reading")}</p>}
      {proposals && (
        <>
          <blockquote lang={proposals.item.lang} dir="auto">{proposals.item.before}<mark>{proposals.item.words}</mark>{proposals.item.after}</blockquote>
          <p class="quiet">{whose(proposals.item)} · {proposals.item.kind_words} · {proposals.item.when}
            {technical && ` · ${proposals.item.report}#${(proposals.item.statement || proposals.item.item).split("#")[1]}`}</p>
          <fieldset>
            <legend class="unseen">{t("point.what")}</legend>
            {choices.map((each, index) => (
              <label key={index} class="way">
                <input type="radio" name="way" checked={index === place} data-testid={`way-${index}`} onChange={() => choose(index)} />
                <span>{nameOf(each, proposals, shown)}{each.suggested && <span class="quiet"> · {t("point.from_words")}</span>}</span>
              </label>
            ))}
          </fieldset>
          {choice && <Fields choice={choice} proposals={proposals} document={shown} onChange={(take) => change(take, place)} />}
          <Outcome choice={choice} />
          <p class="doing">
            <button class="main" type="submit" data-testid="point-add" disabled={!operations?.length}>{t("point.add")}</button>
            <button type="button" onClick={close}>{t("dossier.cancel")} <kbd>Esc</kbd></button>
          </p>
        </>
      )}
    </form>
  );
}

/** The deed and the condition of a threat, while the server has not answered yet. */
function partsOf(take: Take): Pick<Choice, "threat" | "deed" | "when"> {
  const [deed, ...when] = take.condition.split(" if ");
  const isThreat = take.kind === "wish" && when.length > 0;
  return { threat: isThreat, deed: isThreat ? (deed ?? "").trim() : "", when: when.join(" if ").trim() };
}

/** What a choice makes of the sentence, in a few words. */
function nameOf(choice: Choice, proposals: Proposals, shown: ModelDocument | null): string {
  const owner = proposals.owners.find((each) => each.id === choice.take.owner)?.name ?? choice.take.owner;
  const label = labelOf(choice);
  if (choice.take.kind === "evidence" && choice.take.target?.length) {
    const key = keyOf(choice.take.target);
    const target = (shown?.makers ?? []).flatMap(targetsOf).find((each) => keyOf(each.path) === key);
    return t("point.way_evidence_of", { owner, words: target?.words ?? "" });
  }
  if (!choice.words) return t(`point.way_${label}`, { owner });
  return t(`point.way_${label}_of`, { owner, words: choice.words });
}

/** What would change in the answers, or why it cannot be added. */
function Outcome({ choice }: { choice: Choice | undefined }) {
  const preview = useStore((state) => state.preview);
  if (choice?.fault) return <p class="outcome" role="status" data-testid="point-fault">{choice.fault}</p>;
  const words = preview?.change.plain.join(" ");
  return (
    <p class="outcome" role="status" data-testid="point-preview">
      {words ? <>{t("point.would_change")} {words} <span class="quiet">({t("point.preview")})</span></> : t("dossier.reading")}
    </p>
  );
}
