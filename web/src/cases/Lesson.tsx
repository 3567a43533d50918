// The teacher's page: predict which outcomes of a game hold, reveal, change what a side likes.
import { useEffect, useState } from "preact/hooks";
import { say, trying } from "../actions";
import { classOf } from "../parts/Maker";
import { ask } from "../session";
import type { GameOutcome, Lesson as Game } from "../shapes";
import { useStore } from "../store";
import { t } from "../words";
import { Liking } from "./Liking";

type Orders = number[][][];

/** A game of two sides: the question, the prediction, the answer, and what changes it. */
export function Lesson({ close }: { close: () => void }) {
  const language = useStore((state) => state.language);
  const [game, play] = useState<Game | null>(null);
  const [predicted, predict] = useState<Set<number>>(new Set());
  const [isRevealed, reveal] = useState(false);
  const load = async (id: string, orders: Orders | null) => {
    const played = await trying(() => ask<Game>("POST", "/lesson", { game: id, orders, lang: language }));
    if (played) play(played);
    return played;
  };
  useEffect(() => void load(game?.game ?? "prisoners-dilemma", game?.orders ?? null), [language]);
  if (!game) return <section class="pane lesson" />;
  const choose = (id: string) => {
    predict(new Set());
    reveal(false);
    void load(id, null);
  };
  const toggle = (number: number) => {
    const next = new Set(predicted);
    if (!next.delete(number)) next.add(number);
    predict(next);
  };
  const order = (side: number, classes: number[][]) => {
    const orders = game.orders.map((each, place) => (place === side ? classes : each));
    void load(game.game, orders).then((played) => played && say(verdict(played)));
  };
  return (
    <section class="pane lesson" data-testid="lesson-page">
      <button data-testid="lesson-back" onClick={close}>← {t("shell.cases")}</button>
      <h1>{t("lesson.title")}</h1>
      <label class="naming">{t("lesson.game")}{" "}
        <select data-testid="lesson-game" value={game.game} onChange={(event) => choose(event.currentTarget.value)}>
          {game.games.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}
        </select>
      </label>
      <p class="story">{game.story}</p>
      <h2>{t("lesson.question")}</h2>
      <p>{t("lesson.how")}</p>
      <Board game={game} predicted={predicted} isRevealed={isRevealed} toggle={toggle} />
      {isRevealed
        ? <Answer game={game} predicted={predicted} />
        : <button class="main" data-testid="reveal" onClick={() => { reveal(true); say(verdict(game)); }}>{t("lesson.reveal")}</button>}
      {isRevealed && (
        <>
          <h2>{t("lesson.change")}</h2>
          <p>{t("lesson.change_how")}</p>
          <div class="likings">
            {game.sides.map((name, side) => (
              <Liking key={name} name={name} side={side} classes={game.orders[side] ?? []}
                words={(number) => played(game, number)} put={(classes) => order(side, classes)} />
            ))}
          </div>
          <button data-testid="lesson-again" onClick={() => choose(game.game)}>{t("lesson.again")}</button>
        </>
      )}
    </section>
  );
}

/** An outcome in words: what each side does. */
export function played(game: Game, number: number): string {
  const outcome = game.outcomes.find((each) => each.number === number);
  return (outcome?.plays ?? []).map((plays, side) => {
    const values = { side: game.sides[side] ?? "", option: game.options[side] ?? "" };
    return t(plays ? "lesson.does" : "lesson.does_not", values);
  }).join("; ");
}

function verdict(game: Game): string {
  const holding = game.outcomes.filter((outcome) => outcome.holds);
  if (!holding.length) return t("lesson.none_holds");
  return t("lesson.hold", { outcomes: holding.map((outcome) => played(game, outcome.number)).join(" · ") });
}

interface BoardShown {
  game: Game;
  predicted: Set<number>;
  isRevealed: boolean;
  toggle: (number: number) => void;
}

/** The four outcomes as a table: one side chooses the row, the other the column. */
function Board({ game, predicted, isRevealed, toggle }: BoardShown) {
  const [first = "", second = ""] = game.options;
  const heads = (option: string) => [t("lesson.not", { option }), option];
  const at = (row: number, column: number) =>
    game.outcomes.find((each) => Number(each.plays[0]) === row && Number(each.plays[1]) === column);
  return (
    <div class="scrolled"><table class="board">
      <thead>
        <tr><td /><th scope="colgroup" colSpan={2} class={classOf(1)}>{game.sides[1]}</th></tr>
        <tr><th scope="col" class={classOf(0)}>{game.sides[0]}</th>{heads(second).map((head) => <th key={head} scope="col">{head}</th>)}</tr>
      </thead>
      <tbody>
        {heads(first).map((head, row) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {[0, 1].map((column) => {
              const outcome = at(row, column);
              return outcome && <td key={column}><Cell game={game} outcome={outcome} isPredicted={predicted.has(outcome.number)} isRevealed={isRevealed} toggle={toggle} /></td>;
            })}
          </tr>
        ))}
      </tbody>
    </table></div>
  );
}

interface CellShown {
  game: Game;
  outcome: GameOutcome;
  isPredicted: boolean;
  isRevealed: boolean;
  toggle: (number: number) => void;
}

function Cell({ game, outcome, isPredicted, isRevealed, toggle }: CellShown) {
  return (
    <button class="outcome" data-testid={`outcome-${outcome.number}`} aria-pressed={isPredicted} disabled={isRevealed}
      data-holds={isRevealed && outcome.holds ? "" : undefined} onClick={() => toggle(outcome.number)}>
      {game.sides.map((name, side) => (
        <span key={name} class={classOf(side)}>{t(`lesson.place_${outcome.ranks[side] ?? 1}`, { side: name })}</span>
      ))}
      <b>{isRevealed ? t(outcome.holds ? "lesson.holds" : "lesson.falls") : isPredicted ? t("lesson.predicted") : t("lesson.predict")}</b>
    </button>
  );
}

/** What was right in the prediction, and why each outcome holds or does not. */
function Answer({ game, predicted }: { game: Game; predicted: Set<number> }) {
  const right = game.outcomes.filter((outcome) => predicted.has(outcome.number) === outcome.holds).length;
  return (
    <div data-testid="lesson-answer">
      <h2>{verdict(game)}</h2>
      <p>{t("lesson.score", { right, of: game.outcomes.length })}</p>
      <ul>
        {game.outcomes.map((outcome) => (
          <li key={outcome.number}>
            <b>{played(game, outcome.number)}</b>: {outcome.holds ? t("lesson.stay") : outcome.leaves.map((leave) =>
              t("lesson.leaves", { side: game.sides[leave.side] ?? "", to: played(game, leave.to) })).join(" ")}
            {!outcome.holds && outcome.holds_with_foresight && <> {t("lesson.foresight")}</>}
          </li>
        ))}
      </ul>
    </div>
  );
}
