import { useMemo } from "preact/hooks";
import { classOf } from "../../parts/Maker";
import type { Answers, ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";
import { holdsUnder } from "../reading";
import { Pad } from "./Pad";
import { wordsOf, type Rows } from "./rows";

interface Row extends Rows { before: Answers | null; asked: number | null }

/** What holds: in plain words one row, how firmly; else a row a concept, for whom. */
export function VerdictRows({ technical, ...rows }: Rows & { before: Answers | null; technical: boolean }) {
  const asked = useStore((state) => state.asked);
  const of = (concept: string) => (asked?.concept === concept ? asked.state : null);
  return (
    <tbody class="verdicts">
      {technical
        ? Object.keys(rows.answers.stable).map((concept) => (
          <ConceptRow key={concept} {...rows} concept={concept} asked={of(concept)} />
        ))
        : <RungRow {...rows} asked={of("hold")} />}
    </tbody>
  );
}

/** How firmly each state holds: as many steps as its rung. */
function RungRow({ document, answers, before, drawn, pads, asked }: Row) {
  return useMemo(() => (
    <tr>
      <th scope="row" class="name"><b class="letter" /><span>{t("model.how_firmly")}</span></th>
      <Pad columns={pads.before} />
      {drawn.map((state) => {
        const [rung, old] = [answers.rungs[state - 1] ?? "0", before?.rungs[state - 1]];
        return (
          <td key={state} class="verdict" data-state={state} data-concept="hold" data-testid={`cell-hold-${state}`} tabIndex={-1}
            data-every={rung === "3"} data-turned={turned(Number(rung), old === undefined ? undefined : Number(old))}
            data-asked={state === asked} aria-label={labelOf(document, state, answers.rung_words[rung] ?? rung)}>
            <i class="rung" data-rung={rung} />
          </td>
        );
      })}
      <Pad columns={pads.after} />
    </tr>
  ), [document, answers.rungs, before?.rungs, drawn, pads.before, pads.after, asked]);
}

/** Under one concept: a gold ring where a state holds for everyone, else a dot for each it holds for. */
function ConceptRow({ document, answers, before, drawn, pads, asked, concept }: Row & { concept: string }) {
  const parties = Object.entries(answers.stable[concept] ?? {});
  const [now, then] = [keyOf(answers, concept), before ? keyOf(before, concept) : ""];
  return useMemo(() => {
    const colours = parties.map(([party]) => colourOf(document, party));
    return (
      <tr>
        <th scope="row" class="name" title={document.concept_names?.[concept]}>
          <b class="letter" /><span>{document.concepts?.[concept] ?? concept}</span>
        </th>
        <Pad columns={pads.before} />
        {drawn.map((state) => {
          const isHeld = holdsUnder(answers, concept, state);
          const was = before && then ? Number(holdsUnder(before, concept, state)) : undefined;
          const stable = parties.map(([, row]) => row[state - 1] === "1");
          return (
            <td key={state} class="verdict" data-state={state} data-concept={concept} data-testid={`cell-${concept}-${state}`}
              tabIndex={-1} data-every={isHeld} data-turned={turned(Number(isHeld), was)} data-asked={state === asked}
              aria-label={labelOf(document, state, forWhom(document, parties, stable))}>
              {isHeld ? <i class="ring" /> : stable.map((isStable, k) => <i key={k} class={colours[k]} data-on={isStable} />)}
            </td>
          );
        })}
        <Pad columns={pads.after} />
      </tr>
    );
  }, [document, now, then, drawn, pads.before, pads.after, asked]);
}

const keyOf = (answers: Answers, concept: string): string => Object.values(answers.stable[concept] ?? {}).join();

const turned = (now: number, before: number | undefined): string | undefined =>
  before === undefined || now === before ? undefined : now > before ? "gained" : "lost";

const colourOf = (document: ModelDocument, party: string): string => {
  const maker = document.makers.find((each) => each.id === party);
  return maker ? classOf(maker.colour) : "";
};

function forWhom(document: ModelDocument, parties: readonly [string, string][], stable: readonly boolean[]): string {
  if (stable.every(Boolean)) return t("model.holds_for_everyone");
  const names = parties.filter((_, index) => stable[index]).map(([party]) =>
    party.split("+").map((id) => document.makers.find((maker) => maker.id === id)?.name ?? id).join(" + "));
  return names.length ? t("model.stable_for", { names: names.join(", ") }) : t("model.stable_for_nobody");
}

const labelOf = (document: ModelDocument, state: number, verdict: string): string =>
  `${state}: ${wordsOf(document, state)}. ${verdict}`;

