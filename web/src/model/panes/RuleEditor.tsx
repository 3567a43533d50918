import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { dry, edit, putBack } from "../../actions";
import type { ConditionRead, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { ConditionBuilder } from "../conditions/ConditionBuilder";
import { choicesOf, choiceFor, type Choice } from "../conditions/names";
import { Named, Picker } from "../conditions/Picker";
import { readCondition } from "../conditions/reading";
import { latest } from "../latest";
import { Choose, WordsField } from "./fields";
import { source, useSource } from "./file";
import { NO_RULE, ruledOut, ruleOf, RULES, ruleValue, type Rule, type RuleKind } from "./rules";
import { appended, languagesOf, mappingAt, valueAt, valueOf, wordsOf, type Mapping, type Path, type Value } from "./values";

/** Makes or changes one sentence of what cannot be, and says how many states it takes away. */
export function RuleEditor({ path, onClose }: { path: Path | null; onClose: () => void }) {
  const file = useSource();
  return file ? <Form data={file.data as Mapping} path={path} onClose={onClose} /> : null;
}

function Form({ data, path, onClose }: { data: Mapping; path: Path | null; onClose: () => void }) {
  const document = useStore((state) => state.document);
  const before = path ? valueAt(data, path) : undefined;
  const [rule, setRule] = useState<Rule>(() => (path ? ruleOf(before) : NO_RULE));
  const rest = useRef<Mapping>({ ...mappingAt(before, []) });
  const [gone, setGone] = useState<ConditionRead | null>(null);
  const languages = languagesOf(data, document?.language ?? "en");
  const main = languages[0] ?? "en";
  const asked = useRef<Promise<unknown>>(Promise.resolve());
  const isKeeping = useRef(false); // what is read after that is no longer shown beforehand
  const preview = useMemo(() => latest((ops: Operation[]) => (asked.current = dry(ops))), []);
  useEffect(() => () => { preview.forget(); putBack(); }, []);
  const opsOf = (now: Mapping): Operation[] => {
    const value: Value = ruleValue(rule, rest.current);
    return path ? [{ op: "set", at: path, value }] : appended(now, ["infeasible"], value);
  };
  const isOther = () => JSON.stringify(ruleValue(rule, rest.current)) !== JSON.stringify(before);
  const forbidden = ruledOut(rule);
  useEffect(() => {
    let isOver = false;
    setGone(null);
    if (forbidden && rule.kind !== "pattern") void readCondition(forbidden).then((read) => {
      if (isOver) return;
      setGone(read);
      if (!read.fault && !isKeeping.current && document?.editable && isOther()) preview.ask(opsOf(data));
    }).catch(() => undefined);
    return () => { isOver = true; };
  }, [forbidden, rule.kind]);
  const isSound = rule.kind === "pattern" ? rule.text !== "" : gone !== null && !gone.fault;
  const keep = async () => {
    isKeeping.current = true;
    preview.forget();
    await asked.current; // or it would come too late, and be refused
    const now = await source();
    if (now && isSound && (await edit(opsOf(now.data as Mapping)))) onClose();
    isKeeping.current = false;
  };
  const kinds = rule.kind === "pattern" ? [...RULES, "pattern" as RuleKind] : RULES;
  return (
    <form class="clause-editor" data-testid="rule-editor" onSubmit={(event) => { event.preventDefault(); void keep(); }}
      onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); onClose(); } }}>
      <Choose label={t("editing.sentence")} value={rule.kind} testid="rule-kind" among={kinds.map((kind) => [kind, t(`editing.rule_${kind}`)])}
        onChoose={(kind) => setRule({ ...rule, kind: kind as RuleKind })} />
      <Content rule={rule} onRule={(change) => setRule((now) => ({ ...now, ...change }))} />
      <WordsField label={t("editing.because")} languages={languages} words={wordsOf(rest.current["because"], main)} long
        onKeep={(words) => {
          const value = valueOf(words, main, rest.current["because"]);
          const { because: _, ...others } = rest.current;
          rest.current = value === undefined ? others : { ...others, because: value };
        }} />
      <p class="means" aria-live="polite" data-testid="removes">{isSound && isOther() && gone?.holds != null && gone.size !== null
        ? t(path ? "editing.removes_more" : "editing.removes", { count: gone.holds, size: gone.size }) : ""}</p>
      <p class="doings">
        <button class="main" type="submit" disabled={!isSound} data-testid="keep-rule">{t(path ? "editing.keep" : "editing.add")}</button>
        <button type="button" onClick={onClose}>{t("editing.cancel")}</button>
      </p>
    </form>
  );
}

function Content({ rule, onRule }: { rule: Rule; onRule: (change: Partial<Rule>) => void }) {
  if (rule.kind === "requires") {
    return (
      <>
        <p>{t("editing.where")}</p>
        <ConditionBuilder key="premise" text={rule.premise} label={t("editing.where")} onChange={(premise) => onRule({ premise })} />
        <p>{t("editing.needs")}</p>
        <ConditionBuilder key="consequence" text={rule.consequence} label={t("editing.needs")} onChange={(consequence) => onRule({ consequence })} />
      </>
    );
  }
  if (rule.kind === "condition")
    return <ConditionBuilder text={rule.text} label={t("editing.when_rule")} onChange={(text) => onRule({ text })} />;
  if (rule.kind === "pattern")
    return <label class="entry"><span>{t("editing.pattern")}</span><input class="code" value={rule.text} onInput={(event) => onRule({ text: event.currentTarget.value })} /></label>;
  return <OptionList options={rule.options} onOptions={(options) => onRule({ options })} />;
}

/** Some options, each a chip that can be taken out. */
function OptionList({ options, onOptions }: { options: string[]; onOptions: (options: string[]) => void }) {
  const document = useStore((state) => state.document);
  const [isPicking, pick] = useState(options.length === 0);
  const choices = document ? choicesOf(document).filter((choice) => !choice.isLevel) : [];
  const chosen = (text: string): Choice | undefined => choiceFor(choices, { text, option: null });
  return (
    <div class="condition">
      <div class="chips">
        {options.map((text) => {
          const choice = chosen(text);
          return (
            <button key={text} type="button" class="chip" title={t("editing.remove")} onClick={() => onOptions(options.filter((each) => each !== text))}>
              {choice ? <Named choice={choice} /> : <code>{text}</code>} <span aria-hidden="true">×</span><span class="unseen">{t("editing.remove")}</span>
            </button>
          );
        })}
        <button type="button" class="chip empty" data-testid="add-chip" onClick={() => pick(true)}>+ {t("editing.pick_option")}</button>
      </div>
      {isPicking && <Picker choices={choices.filter((choice) => !options.includes(choice.text))} label={t("editing.pick_option")}
        onPick={(choice) => { onOptions([...options, choice.text]); if (options.length) pick(false); }} onLeave={() => pick(false)} />}
    </div>
  );
}
