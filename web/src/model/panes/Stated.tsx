import { useState } from "preact/hooks";
import { edit } from "../../actions";
import type { Maker, ModelDocument, Operation } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { choicesOf } from "../conditions/names";
import { Choose, TextField } from "./fields";
import { change, useSource } from "./file";
import { classesOf, placed, rankingOf, stepOf } from "../rankings";
import { appended, mappingAt, settled, type Mapping } from "./values";

const MOST = 64;

/** How the order of states is stated where wishes do not state it: by ranking, by weights, by hand. */
export function Stated({ maker }: { maker: Maker }) {
  const isEditable = useStore((state) => state.document?.editable);
  const [isOpen, open] = useState(maker.preference === "weighted" || maker.adjusted);
  if (!isEditable) return null;
  return (
    <details class="stated" open={isOpen} onToggle={(event) => open(event.currentTarget.open)}>
      <summary data-testid={`stated-${maker.id}`}>{t("editing.stated")}</summary>
      {isOpen && <Ways maker={maker} />}
    </details>
  );
}

function Ways({ maker }: { maker: Maker }) {
  const document = useStore((state) => state.document);
  const file = useSource();
  if (!document || !file) return null;
  const shared = { maker, document, data: file.data as Mapping };
  return (
    <>
      <Kind {...shared} />
      {maker.preference === "ranked" && <Ranking {...shared} />}
      {maker.preference === "weighted" && <Weights {...shared} />}
      {maker.preference !== "ranked" && document.form === "option" && document.states.length > 0 && <ByHand {...shared} />}
    </>
  );
}

interface Shared { maker: Maker; document: ModelDocument; data: Mapping }

/** Turns one way to state preferences into another: what follows stays, as far as it can. */
function Kind({ maker, document, data }: Shared) {
  const classes = useClasses(maker);
  const among: [string, string][] = (document.form === "graph" ? ["ranked"] : ["prioritised", "ranked", "weighted"])
    .map((kind) => [kind, t(`editing.by_${kind}`)]);
  const turn = (kind: string) => void edit([
    ...["preferences", "ranking", "weights", "adjust"].filter((key) => key in mappingAt(data, maker.path))
      .map((key): Operation => ({ op: "remove", at: [...maker.path, key] })),
    kind === "ranked" ? rankingOf(document, maker, classes)
      : kind === "weighted" ? { op: "set", at: [...maker.path, "weights"], value: {} }
        : { op: "set", at: [...maker.path, "preferences"], value: [] },
  ]);
  if (among.length === 1) return null;
  return <Choose label={t("editing.kind_of_preference")} value={maker.preference} among={among} onChoose={turn} testid="preference-kind" />;
}

/** The states in classes that tie, the best first, as the answers have them. */
function useClasses(maker: Maker): number[][] {
  return classesOf(useStore((state) => state.answers?.ranks[maker.id]) ?? []);
}

function Ranking({ maker, document }: Shared) {
  const classes = useClasses(maker);
  const move = (state: number, by: -1 | 1) => {
    const step = stepOf(classes, state, by);
    if (step) void edit([rankingOf(document, maker, placed(classes, state, step))]);
  };
  const count = document.states.length;
  if (count > MOST) return <p class="quiet">{t("editing.many_ranked", { count })}</p>;
  return (
    <>
      <p class="quiet">{t("editing.about_ranking")}</p>
      <ol class="groups" data-testid={`ranking-${maker.id}`}>
        {classes.map((group, at) => (
          <li key={group.join()}>
            {group.map((state) => (
              <span key={state} class="ranked">
                <span class="text">{document.states[state - 1]?.words || state}</span>
                <button type="button" class="small" disabled={at === 0 && group.length === 1} data-testid={`better-${maker.id}-${state}`}
                  aria-label={t("editing.better", { state: document.states[state - 1]?.words ?? state })} onClick={() => move(state, -1)}>↑</button>
                <button type="button" class="small" disabled={at === classes.length - 1 && group.length === 1} data-testid={`worse-${maker.id}-${state}`}
                  aria-label={t("editing.worse", { state: document.states[state - 1]?.words ?? state })} onClick={() => move(state, 1)}>↓</button>
              </span>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

function Weights({ maker, document }: Shared) {
  const choices = choicesOf(document).filter((choice) => !choice.isLevel);
  const keep = (key: string, full: string, text: string) => void change((now) => {
    const path = [...maker.path, "weights"];
    const held = mappingAt(now, path);
    const name = key in held ? key : full in held ? full : key;
    return settled(now, [...path, name], text.replace(",", ".") || undefined);
  });
  return (
    <>
      <p class="quiet">{t("editing.about_weights")}</p>
      {choices.map((choice) => (
        <TextField key={choice.text} label={choice.words} value={maker.weights?.[choice.text] ?? ""} testid={`weight-${choice.text}`}
          onKeep={(text) => keep(choice.text, choice.full, text)} />
      ))}
    </>
  );
}

const PLACINGS = ["above", "below", "level_with"];

/** States put elsewhere by hand, on top of wishes or weights. */
function ByHand({ maker, document }: Shared) {
  const [state, setState] = useState(1);
  const [placing, setPlacing] = useState("above");
  const [anchor, setAnchor] = useState(2);
  const named: [string, string][] = document.states.map((row) => [String(row.number), row.words || row.form]);
  const formOf = (number: number) => document.states[number - 1]?.form ?? String(number);
  const wordsOf = (form: string) => document.states.find((row) => row.form === form || String(row.number) === form)?.words || form;
  const add = () => void change((now) => appended(now, [...maker.path, "adjust"], { state: formOf(state), [placing]: formOf(anchor) }));
  if (document.states.length > MOST && !maker.by_hand.length) return null;
  return (
    <div class="entry">
      <span>{t("editing.by_hand")}</span>
      <ul class="clauses">
        {maker.by_hand.map((row, at) => (
          <li key={at} class="clause">
            <span class="words text">{t(`editing.put_${row.placing}`, { state: wordsOf(row.state), anchor: wordsOf(row.anchor) })}</span>
            <button type="button" aria-label={t("editing.remove")} onClick={() => void edit([{ op: "remove", at: row.path }])}>×</button>
          </li>
        ))}
      </ul>
      {document.states.length <= MOST && (
        <p class="doings">
          <Choose label={t("editing.put_state")} value={String(state)} among={named} onChoose={(value) => setState(Number(value))} />
          <Choose label={t("editing.put_where")} value={placing} among={PLACINGS.map((each) => [each, t(`editing.${each}`)])} onChoose={setPlacing} />
          <Choose label={t("editing.put_anchor")} value={String(anchor)} among={named} onChoose={(value) => setAnchor(Number(value))} />
          <button type="button" disabled={state === anchor} onClick={add}>+ {t("editing.add")}</button>
        </p>
      )}
    </div>
  );
}
