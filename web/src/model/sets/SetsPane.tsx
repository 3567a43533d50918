import { askWhy } from "../../actions";
import { Letter } from "../../parts/Maker";
import type { Answers, ModelDocument } from "../../shapes";
import { useStore } from "../../store";
import { t } from "../../words";

/** The concepts that the rungs of the plain words stand for, the firmest first. */
const RUNGS: readonly (readonly [string, string])[] = [["3", "nash"], ["2", "seq"], ["1", "gmr"]];

type Row = NonNullable<Answers["sets"]>[number];

/** Of states too many to be listed one by one: how many hold, and of which kinds. */
export function SetsPane() {
  const document = useStore((state) => state.document);
  const answers = useStore((state) => state.preview?.answers ?? state.answers);
  const technical = useStore((state) => state.technical);
  if (!document || !answers) return null;
  return (
    <section class="setspane pane" aria-label={t("model.states")}>
      <h2>{t("model.states")}</h2>
      <p class="quiet">{t("model.too_many", { count: document.size_words })}</p>
      <div class="scroller">
        <table class="sets" data-testid="matrix">
          <thead>
            <tr>
              <th scope="col">{t(technical ? "model.under" : "model.how_firmly")}</th>
              <th scope="col">{t("model.how_many")}</th>
              {document.makers.map((maker) => (
                <th key={maker.id} scope="col"><Letter letter={maker.letter} colour={maker.colour} /> {maker.name}</th>
              ))}
              <th scope="col">{t("model.which")}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(answers, document, technical).map(([label, row]) => (
              <tr key={row.concept}>
                <th scope="row">{label}</th>
                <td class="count">{row.count}</td>
                {document.makers.map((maker) => <td key={maker.id} class="count">{row.stable[maker.id] ?? "–"}</td>)}
                <td><Patterns row={row} technical={technical} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rowsOf(answers: Answers, document: ModelDocument, technical: boolean): [string, Row][] {
  const rows = answers.sets ?? [];
  if (technical) return rows.map((row) => [document.concepts?.[row.concept] ?? row.concept, row]);
  return RUNGS.flatMap(([rung, concept]): [string, Row][] => {
    const row = rows.find((each) => each.concept === concept);
    return row ? [[answers.rung_words[rung] ?? document.rungs?.[rung] ?? concept, row]] : [];
  });
}

function Patterns({ row, technical }: { row: Row; technical: boolean }) {
  const patterns = row.patterns ?? [];
  if (!patterns.length) return <span class="quiet">{t("model.no_such_state")}</span>;
  return (
    <ul>
      {patterns.map((pattern) => (
        <li key={pattern.form}>
          {pattern.words || t("model.any")} <span class="quiet">· {pattern.count}</span>
          {technical && <code> {pattern.form}</code>}
          {pattern.state != null && (
            <button class="link" onClick={() => void askWhy({ state: pattern.state as number, concept: technical ? row.concept : "hold" })}>
              {t("model.why")}
            </button>
          )}
        </li>
      ))}
      {row.more && <li class="quiet">{t("model.more_kinds")}</li>}
    </ul>
  );
}
