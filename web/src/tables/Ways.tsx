import { useState } from "preact/hooks";
import { useFollowing } from "../parts/answers";
import { Letter } from "../parts/Maker";
import { useMakers } from "../parts/makers";
import { StatePicker } from "../parts/StatePicker";
import type { PathsShown } from "../shapes";
import { t } from "../words";

/** How an outcome could come about: the shortest ways, move by move. */
export function Ways({ start }: { start: string }) {
  const [to, setTo] = useState("");
  const [improvements, setImprovements] = useState(false);
  const query = {
    ...(start ? { start } : {}), ...(to ? { to, most: "3" } : {}), ...(improvements ? { improvements: "true" } : {}),
  };
  const { answer, fault } = useFollowing<PathsShown>("paths", query);
  const maker = useMakers();
  return (
    <section class="pane pathways" aria-labelledby="ways-head">
      <h2 id="ways-head">{t("tables.ways")}</h2>
      <div class="formrow">
        <StatePicker label={t("tables.to")} value={to} none={t("tables.to_firm")} name="to" onPick={setTo} />
        <label class="check">
          <input type="checkbox" checked={improvements} onChange={() => setImprovements(!improvements)} />
          {t("tables.improvements")}
        </label>
      </div>
      {fault && <p class="formfault" role="alert">{fault}</p>}
      {answer?.sentences.map((sentence) => <p key={sentence} class="quiet">{sentence}</p>)}
      <ul class="goals" data-testid="paths">
        {answer?.goals.map((goal) => (
          <li key={goal.state}>
            <details open={to !== ""}>
              <summary>
                <strong>{goal.words}</strong>{" "}
                <span class="quiet">
                  {goal.moves === null ? t("tables.no_way") : goal.moves === 0 ? t("tables.here") : t("tables.moves", { count: goal.moves })}
                </span>
              </summary>
              {goal.paths.map((path, place) => path.length > 0 && (
                <ol key={place}>
                  {path.map((move, step) => {
                    const found = maker(move.maker);
                    return (
                      <li key={step}>
                        {found && <Letter letter={found.letter} colour={found.colour} />} {found?.name ?? move.maker}: {move.words}
                        <span class="quiet"> · {t(`tables.move_${move.effect}`)}{!move.returns && ` · ${t("tables.lasting")}`}</span>
                      </li>
                    );
                  })}
                </ol>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
